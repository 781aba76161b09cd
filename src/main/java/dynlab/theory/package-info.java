/** Closed forms and reduced dynamics, from the data and the initial weights as plain matrices. Never sees a network. */
@NullMarked
package dynlab.theory;

import org.jspecify.annotations.NullMarked;
