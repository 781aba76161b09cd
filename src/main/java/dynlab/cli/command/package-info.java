/** One class a command. */
@NullMarked
package dynlab.cli.command;

import org.jspecify.annotations.NullMarked;
