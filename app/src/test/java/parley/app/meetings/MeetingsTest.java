package parley.app.meetings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import parley.app.testing.ParleyTest;

/** A whole Parley in which media carries nothing, so that tests tell what happens there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ParleyTest
@Import({FakeMedia.Configuration.class, MeetingsFixture.class})
public @interface MeetingsTest {}
