/** Initial weights and gradient descent. */
@NullMarked
package dynlab.learning;

import org.jspecify.annotations.NullMarked;
