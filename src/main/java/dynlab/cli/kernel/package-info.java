/** Faster kernels that only the JVM has; the same bits. */
@NullMarked
package dynlab.cli.kernel;

import org.jspecify.annotations.NullMarked;
