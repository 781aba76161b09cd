/** What a person takes away of a run: programs that make it anew, its numbers, and what to cite. */
@NullMarked
package dynlab.export;

import org.jspecify.annotations.NullMarked;
