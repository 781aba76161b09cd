/** Serving the built site. */
@NullMarked
package dynlab.cli.site;

import org.jspecify.annotations.NullMarked;
