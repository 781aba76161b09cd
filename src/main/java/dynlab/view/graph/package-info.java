/** Drawings of networks as graphs. */
@NullMarked
package dynlab.view.graph;

import org.jspecify.annotations.NullMarked;
