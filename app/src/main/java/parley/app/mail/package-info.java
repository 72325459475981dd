/**
 * The outbox. A mail is a row written in the transaction of whoever sends it, and goes out by SMTP
 * afterwards, retried until it is accepted or too old. Without SMTP the rows are a mailbox for the
 * first administrator.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package parley.app.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
