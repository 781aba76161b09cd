/** Running one experiment and recording what its plan asks for. */
@NullMarked
package dynlab.experiment.run;

import org.jspecify.annotations.NullMarked;
