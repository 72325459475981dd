/**
 * What people are told about: in the app, by mail and by push. Rooms below publish events; what
 * people are to hear of is written down in the same transaction ({@link
 * parley.app.notifications.Occasion}) and told after it has committed, once to each person on each
 * channel that person wants, by whichever node comes first.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "users",
      "staff",
      "updates",
      "mail",
      "login",
      "meetings",
    })
@NullMarked
package parley.app.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
