/** The published figures and tables, computed anew. */
@NullMarked
package dynlab.cli.paper;

import org.jspecify.annotations.NullMarked;
