/** Plain arithmetic: matrices, products, decompositions, random numbers, elementary functions. No learning. */
@NullMarked
package dynlab.numeric;

import org.jspecify.annotations.NullMarked;
