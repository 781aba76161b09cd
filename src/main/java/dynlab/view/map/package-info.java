/** Figures of matrices and places: worlds, similarities, maps, gates. */
@NullMarked
package dynlab.view.map;

import org.jspecify.annotations.NullMarked;
