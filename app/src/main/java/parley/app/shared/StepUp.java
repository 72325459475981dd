package parley.app.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller method that does what cannot easily be undone: it is reached only by a browser
 * session whose user has proven to be that user within the last minutes. {@code login} refuses
 * everybody else with 403 {@code step_up_needed}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {}
