/** Loads on the HTTP API: authenticated reads, and logins. */
@NullMarked
package parley.bench.api;

import org.jspecify.annotations.NullMarked;
