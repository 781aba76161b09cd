/** From the state of a network to numbers to show. */
@NullMarked
package dynlab.measure;

import org.jspecify.annotations.NullMarked;
