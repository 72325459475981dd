/**
 * What is sold and what it lets a user do: plans, subscriptions, and the entitlements that the
 * other rooms ask for when it matters.
 */
@ApplicationModule(allowedDependencies = {"shared", "users", "staff", "files"})
@NullMarked
package parley.app.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
