/** The page on which a network is drawn. */
@NullMarked
package dynlab.browser.build;

import org.jspecify.annotations.NullMarked;
