/**
 * What the rooms need from the sfu, as small interfaces: the sfu itself behind {@link
 * parley.mediaserver.media.SfuMedia}, a hand-made one in tests.
 */
@NullMarked
package parley.mediaserver.media;

import org.jspecify.annotations.NullMarked;
