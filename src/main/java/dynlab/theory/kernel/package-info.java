/** The neural tangent kernel of deep linear networks: how far learning moves features and not only weights. */
@NullMarked
package dynlab.theory.kernel;

import org.jspecify.annotations.NullMarked;
