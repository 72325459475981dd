/**
 * The product in one process: the entry point and, below it, one package for each business word.
 */
@NullMarked
package parley.app;

import org.jspecify.annotations.NullMarked;
