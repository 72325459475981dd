/** Benchmarks of single steps of the media path, for one thread and without a network. */
@NullMarked
package parley.bench.jmh;

import org.jspecify.annotations.NullMarked;
