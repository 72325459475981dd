/** As much of the codecs' payload formats as forwarding needs: keyframes and picture numbers. */
@NullMarked
package parley.wire.codec;

import org.jspecify.annotations.NullMarked;
