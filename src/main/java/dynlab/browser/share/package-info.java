/** The dialog that gives away what is shown: a program of its own, fetched when it is asked for. */
@NullMarked
package dynlab.browser.share;

import org.jspecify.annotations.NullMarked;
