/** Gated deep linear networks: the neural race reduction and what follows from it. */
@NullMarked
package dynlab.theory.race;

import org.jspecify.annotations.NullMarked;
