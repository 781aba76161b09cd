/** One file a lesson: its knobs, the experiment that they describe, what to ask. */
@NullMarked
package dynlab.scene;

import org.jspecify.annotations.NullMarked;
