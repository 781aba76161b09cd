/** Plain arithmetic: matrices, products, decompositions, random numbers, elementary functions, and the text of numbers. No learning. */
@NullMarked
package dynlab.numeric;

import org.jspecify.annotations.NullMarked;
