package parley.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import parley.app.ParleyApplication;

/** A whole Parley on a free port, with a database of its own and a {@link TestClock}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    classes = ParleyApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      // All tests knock from one address, with a clock that may stand still.
      "parley.limits.scale=1000",
      "parley.login.argon2-memory-kib=1024",
      "parley.login.argon2-passes=1",
      // A test that is about a job runs it.
      "parley.jobs=false",
      // Tests change rows behind the server's back.
      "parley.read-memory=0",
      // A field that the list of the audit trail lacks is a mistake of ours.
      "parley.audit.strict=true"
    })
@Import(TestClock.Configuration.class)
@PostgresTest
public @interface ParleyTest {}
