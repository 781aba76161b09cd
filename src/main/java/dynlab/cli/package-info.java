/** The command line: run, scenes, figures, digest, serve. JVM only. */
@NullMarked
package dynlab.cli;

import org.jspecify.annotations.NullMarked;
