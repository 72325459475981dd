/** How JSON is read and written: one strict mapper for everything that comes from outside. */
@NullMarked
package parley.app.server.json;

import org.jspecify.annotations.NullMarked;
