/** Linear recurrent networks, mode by mode. */
@NullMarked
package dynlab.theory.rhythm;

import org.jspecify.annotations.NullMarked;
