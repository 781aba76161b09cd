/** Files: experiments, trajectories, JSON with every cap checked, and the packet that a worker sends to a page. */
@NullMarked
package dynlab.experiment.file;

import org.jspecify.annotations.NullMarked;
