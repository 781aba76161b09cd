/** The functions of units, one a file; {@link dynlab.architecture.Activation} lists them. */
@NullMarked
package dynlab.architecture.activation;

import org.jspecify.annotations.NullMarked;
