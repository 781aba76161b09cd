/** Page and worker: the only package that knows TeaVM. */
@NullMarked
package dynlab.browser;

import org.jspecify.annotations.NullMarked;
