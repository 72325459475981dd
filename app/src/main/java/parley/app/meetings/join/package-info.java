/**
 * Coming in and going: who may join, the tokens they get, and what people and hosts do while they
 * are there.
 */
@NullMarked
package parley.app.meetings.join;

import org.jspecify.annotations.NullMarked;
