/** Weights on an architecture: forward pass and gradient. Never sees the theory. */
@NullMarked
package dynlab.network;

import org.jspecify.annotations.NullMarked;
