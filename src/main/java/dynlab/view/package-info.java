/** Drawing on an abstract pen: a figure is a function of trajectory and time. */
@NullMarked
package dynlab.view;

import org.jspecify.annotations.NullMarked;
