/** The simulation worker, and the page's side of it. */
@NullMarked
package dynlab.browser.worker;

import org.jspecify.annotations.NullMarked;
