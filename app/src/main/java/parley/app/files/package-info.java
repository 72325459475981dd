/**
 * Bytes that people give us: stored under names of our own with a checksum and a type that was
 * looked at, not believed, and given out only to those who may have them.
 */
@ApplicationModule(allowedDependencies = {"shared", "users"})
@NullMarked
package parley.app.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
