package dynlab.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code help [COMMAND]}: the same as {@code --help} and {@code COMMAND --help}. */
@Command(name = "help", description = "Says what the commands do, or how one of them is called.")
final class HelpCommand implements Callable<Integer> {
    private final CommandLine line;
    private final Streams streams;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; all of them unless named.")
    private Optional<String> name = Optional.empty();

    HelpCommand(CommandLine line, Streams streams) {
        this.line = line;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        CommandLine command = name.isPresent() ? Chosen.one("command", name.get(), line.getSubcommands()) : line;
        command.usage(streams.out());
        return Exit.DONE;
    }
}
