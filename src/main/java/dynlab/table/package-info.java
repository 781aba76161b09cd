/** Tables of numbers as the world writes them: read once, for the page and the command line. */
@NullMarked
package dynlab.table;

import org.jspecify.annotations.NullMarked;
