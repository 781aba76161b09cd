/** Figures of many runs, such as those of a sweep: lines through points, and tiles; and the file that holds one. */
@NullMarked
package dynlab.view.chart;

import org.jspecify.annotations.NullMarked;
