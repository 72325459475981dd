/** RTCP in and out of one participant's connection, and the judgement of its quality. */
@NullMarked
package parley.sfu.feedback;

import org.jspecify.annotations.NullMarked;
