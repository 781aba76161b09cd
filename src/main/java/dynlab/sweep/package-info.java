/** Sweeps: a plan of runs that differ in their settings, the row that each leaves, and what is drawn of the rows. */
@NullMarked
package dynlab.sweep;

import org.jspecify.annotations.NullMarked;
