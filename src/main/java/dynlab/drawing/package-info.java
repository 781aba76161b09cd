/** A network that a person draws: always valid, changed by edits that can be undone, and turned into an experiment. */
@NullMarked
package dynlab.drawing;

import org.jspecify.annotations.NullMarked;
