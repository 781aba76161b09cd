/** Learning after learning: a target that is switched, what rest costs, and what is forgotten. */
@NullMarked
package dynlab.theory.change;

import org.jspecify.annotations.NullMarked;
