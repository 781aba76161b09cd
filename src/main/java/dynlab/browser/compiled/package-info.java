/** What the compiler of the pages does beside compiling. */
@NullMarked
package dynlab.browser.compiled;

import org.jspecify.annotations.NullMarked;
