package dynlab.cli;

import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param out what was asked for
 * @param err progress and complaints
 */
public record Streams(PrintStream out, PrintStream err) {}
