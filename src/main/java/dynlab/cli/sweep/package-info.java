/** Runs a sweep: on which threads or machines, what is on the disk, and what is said meanwhile. */
@NullMarked
package dynlab.cli.sweep;

import org.jspecify.annotations.NullMarked;
