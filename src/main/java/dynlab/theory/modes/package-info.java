/** Deep linear networks: singular modes, closed forms and flows of one chain. */
@NullMarked
package dynlab.theory.modes;

import org.jspecify.annotations.NullMarked;
