/**
 * What every HTTP answer keeps: problem details, the pages and assets of the browser part, and the
 * address it is reached at.
 */
@NullMarked
package parley.app.server.http;

import org.jspecify.annotations.NullMarked;
