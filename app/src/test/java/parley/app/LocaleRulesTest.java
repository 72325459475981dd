package parley.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.BreakIterator;
import java.text.Collator;
import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Calendar;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/**
 * The locale and the time zone of the machine are nobody's: what a program reads is the same
 * everywhere, and what a person reads follows the person. So whoever formats says for whom.
 */
class LocaleRulesTest {
  private static final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("parley");

  /** What takes a locale, and falls back to the machine's where it is given none. */
  private static final Map<Class<?>, Set<String>> FORMATS =
      Map.ofEntries(
          Map.entry(String.class, Set.of("format", "formatted", "toLowerCase", "toUpperCase")),
          Map.entry(PrintStream.class, Set.of("format", "printf")),
          Map.entry(PrintWriter.class, Set.of("format", "printf")),
          Map.entry(Console.class, Set.of("format", "printf")),
          Map.entry(Formatter.class, Set.of("<init>")),
          Map.entry(Scanner.class, Set.of("<init>")),
          Map.entry(DateTimeFormatter.class, Set.of("ofPattern")),
          Map.entry(DateTimeFormatterBuilder.class, Set.of("toFormatter")),
          Map.entry(DecimalFormatSymbols.class, Set.of("getInstance", "<init>")),
          Map.entry(SimpleDateFormat.class, Set.of("<init>")),
          Map.entry(MessageFormat.class, Set.of("<init>", "format")),
          Map.entry(Collator.class, Set.of("getInstance")),
          Map.entry(Calendar.class, Set.of("getInstance")),
          Map.entry(HmacOneTimePasswordGenerator.class, Set.of("generateOneTimePasswordString")));

  /** What always or mostly is the machine's, whatever it is given. */
  private static final Map<Class<?>, Set<String>> MACHINE =
      Map.of(
          Locale.class, Set.of("getDefault"),
          ZoneId.class, Set.of("systemDefault"),
          TimeZone.class, Set.of("getDefault"),
          DecimalFormat.class, Set.of("<init>"),
          DateTimeFormatter.class, Set.of("ofLocalizedDate", "ofLocalizedTime"));

  /** Those whose every factory has a twin with a locale. */
  private static final List<Class<?>> FACTORIES =
      List.of(NumberFormat.class, DateFormat.class, BreakIterator.class);

  @Test
  void nobodyFormatsByTheLocaleOfTheMachine() {
    noClasses().should(followTheMachine()).check(classes);
  }

  private static ArchCondition<JavaClass> followTheMachine() {
    return new ArchCondition<>("follow the locale or the time zone of the machine") {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        one.getAccessesFromSelf().stream()
            .filter(LocaleRulesTest::followsTheMachine)
            .forEach(access ->
                events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
      }
    };
  }

  private static boolean followsTheMachine(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean given =
        access.getTarget() instanceof CodeUnitAccessTarget target
            && target.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Locale.class));
    boolean factory =
        FACTORIES.stream().anyMatch(type -> type.getName().equals(owner))
            && name.startsWith("get")
            && name.endsWith("Instance");
    return names(MACHINE, owner, name) || !given && (factory || names(FORMATS, owner, name));
  }

  private static boolean names(Map<Class<?>, Set<String>> refused, String owner, String name) {
    return refused.entrySet().stream()
        .anyMatch(
            entry -> entry.getKey().getName().equals(owner) && entry.getValue().contains(name));
  }
}
