package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.Auditable;
import parley.app.testing.ParleyTest;

/**
 * Every event that says it leaves a line in the trail, as found in the code: each can be written.
 */
@ParleyTest
class AuditCatalogueModuleTest {
  /** What nobody may take out of the catalogue again. */
  private static final List<String> NEEDED =
      List.of(
          "SessionsRevoked revoked",
          "AuditRead exported",
          "EmailVerified updated",
          "LoggedIn logged_in",
          "LoginFailed login_failed",
          "MailResent resent",
          "MailboxRead viewed",
          "SessionEnded logged_out",
          "StaffRefused refused",
          "StaffRoleChanged role_changed",
          "UserRestored restored",
          "UserSignedUp signed_up",
          "UserSuspended suspended",
          "UserViewed viewed",
          "UsersSearched searched");

  @Autowired AuditTrail trail;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void everyEventOfTheCatalogueCanBeWritten() {
    SoftAssertions softly = new SoftAssertions();
    for (Class<?> type : events()) {
      softly
          .assertThatCode(() ->
              transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                trail.write(sample(type));
              }))
          .as(type.getName())
          .doesNotThrowAnyException();
    }
    softly.assertAll();
  }

  @Test
  void whatTouchesSecurityIsInTheCatalogue() {
    TreeSet<String> all = new TreeSet<>();
    for (Class<?> type : events()) {
      all.add(type.getSimpleName() + " " + sample(type).action());
    }
    assertThat(all)
        .containsAll(NEEDED.stream().filter(line -> !line.startsWith("AuditRead")).toList());
    assertThat(events()).contains(AuditRead.class);
  }

  private static List<Class<?>> events() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Auditable.class));
    return scanner.findCandidateComponents("parley.app").stream()
        .map(found -> load(Objects.requireNonNull(found.getBeanClassName())))
        .filter(Class::isRecord)
        .filter(type -> !type.getName().contains("Test"))
        .<Class<?>>map(type -> type)
        .toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Auditable sample(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      Object[] values = Stream.of(parts).map(part -> value(part)).toArray();
      return (Auditable) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static Object value(RecordComponent part) {
    Class<?> type = part.getType();
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isRecord()) {
      return record(type);
    }
    if (type == String.class) {
      return part.getName().equals("action") ? "exported" : "word";
    }
    return Map.<Class<?>, Object>ofEntries(
            Map.entry(UUID.class, new UUID(0, 5)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 3),
            Map.entry(long.class, 3L),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Optional.class, Optional.empty()))
        .getOrDefault(type, "no sample for " + type);
  }

  private static Object record(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(Stream.of(parts).map(part -> value(part)).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
