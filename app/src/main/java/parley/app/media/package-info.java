/**
 * The one seam to what carries sound and pictures: commands go in through {@link
 * parley.app.media.MediaEngine}, facts come out as {@link parley.app.media.MediaEvent}. Both are in
 * words that a far-away server could serve too. Today the engine is our own media server in this
 * process, with its signal WebSocket under {@code /rtc/v1}.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package parley.app.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
