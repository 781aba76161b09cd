/** The application on which a network is drawn, without a page: state, events, and what follows from them. */
@NullMarked
package dynlab.app.build;

import org.jspecify.annotations.NullMarked;
