/** After a run: twins with given gates, and the search for the gates that explain a trained ReLU network. */
@NullMarked
package dynlab.experiment.search;

import org.jspecify.annotations.NullMarked;
