/** What the operator's health address says beside what the frameworks say of themselves. */
@NullMarked
package parley.app.server.health;

import org.jspecify.annotations.NullMarked;
