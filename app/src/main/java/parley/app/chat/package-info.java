/**
 * What people write to each other in a meeting. A message is stored first, in the order in which
 * the meeting's updates are numbered, and then shown: nothing is lost, doubled or out of order.
 */
@ApplicationModule(allowedDependencies = {"shared", "meetings", "updates"})
@NullMarked
package parley.app.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
