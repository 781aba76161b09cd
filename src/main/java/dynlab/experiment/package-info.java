/** One immutable description of a run, its record, their files and their address. */
@NullMarked
package dynlab.experiment;

import org.jspecify.annotations.NullMarked;
