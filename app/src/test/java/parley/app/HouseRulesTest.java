package parley.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;

/** What no class of the product may do. */
class HouseRulesTest {
  private static final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("parley.app");

  private static final Set<Class<?>> TIMES =
      Set.of(
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class);

  @Test
  void nobodyReadsTheSystemsTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("parley.app.server..")
        .should(
            new ArchCondition<JavaClass>("ask the system for the time") {
              @Override
              public void check(JavaClass asker, ConditionEvents events) {
                asker.getMethodCallsFromSelf().stream()
                    .filter(HouseRulesTest::asksForTheTime)
                    .forEach(call ->
                        events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
              }
            })
        .check(classes);
  }

  private static boolean asksForTheTime(JavaAccess<?> call) {
    String name = call.getName();
    Class<?> owner;
    try {
      owner = call.getTargetOwner().reflect();
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
    boolean now =
        name.equals("now") && TIMES.contains(owner) && call.getDescription().contains(".now()");
    boolean clock = owner == Clock.class && name.startsWith("system");
    boolean millis = owner == System.class && name.equals("currentTimeMillis");
    return now || clock || millis;
  }

  @Test
  void nothingIsDeserialisedIntoTypesThatInputChooses() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .check(classes);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.fasterxml.jackson.annotation.JsonTypeInfo")
        .check(classes);
    noClasses()
        .should()
        .callMethodWhere(
            new com.tngtech.archunit.base.DescribedPredicate<>("default typing") {
              @Override
              public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                return call.getName().contains("DefaultTyping");
              }
            })
        .check(classes);
  }

  /**
   * A stream of rows holds its connection until somebody closes it; twenty of them end the pool.
   */
  @Test
  void nobodyLeavesAStreamOfRowsOpen() {
    noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(classes);
  }

  /**
   * A GET with a body, or one that is told to do something, would be one that changes something.
   */
  @Test
  void noGetTakesABody() {
    noMethods()
        .that()
        .areAnnotatedWith(org.springframework.web.bind.annotation.GetMapping.class)
        .should(
            new ArchCondition<>("take a body") {
              @Override
              public void check(
                  com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                boolean body =
                    method.getParameters().stream()
                        .anyMatch(parameter -> parameter.isAnnotatedWith(RequestBody.class));
                if (body) {
                  events.add(SimpleConditionEvent.satisfied(method, method.getFullName()));
                }
              }
            })
        .check(classes);
  }
}
