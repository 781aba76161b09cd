/** Figures with axes: curves over time, lanes, bars and tables of numbers. */
@NullMarked
package dynlab.view.plot;

import org.jspecify.annotations.NullMarked;
