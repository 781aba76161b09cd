/**
 * The application without a page: immutable state, events, and what follows from them. What is shown is a function of the
 * state, so that nothing on screen can be older than the run that it stands beside.
 */
@NullMarked
package dynlab.app;

import org.jspecify.annotations.NullMarked;
