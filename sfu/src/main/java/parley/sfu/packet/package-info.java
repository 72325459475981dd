/** What the parts of the SFU pass to each other: packets, their buffers, and why they end. */
@NullMarked
package parley.sfu.packet;

import org.jspecify.annotations.NullMarked;
