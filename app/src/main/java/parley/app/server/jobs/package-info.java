/**
 * Work that has its time: what the rooms want done again and again, kept in the database and done
 * by one node.
 */
@NullMarked
package parley.app.server.jobs;

import org.jspecify.annotations.NullMarked;
