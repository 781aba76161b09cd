package dynlab.cli;

import dynlab.cli.command.AssembleCommand;
import dynlab.cli.command.ConformanceCommand;
import dynlab.cli.command.DigestCommand;
import dynlab.cli.command.DocumentsCommand;
import dynlab.cli.command.EmbedCommand;
import dynlab.cli.command.ExportCommand;
import dynlab.cli.command.FigureCommand;
import dynlab.cli.command.FiguresCommand;
import dynlab.cli.command.OfflineCommand;
import dynlab.cli.command.PagesCommand;
import dynlab.cli.command.PaperCommand;
import dynlab.cli.command.PaperFiguresCommand;
import dynlab.cli.command.PostersCommand;
import dynlab.cli.command.RunCommand;
import dynlab.cli.command.SceneCommand;
import dynlab.cli.command.ScenesCommand;
import dynlab.cli.command.ServeCommand;
import dynlab.cli.command.StartsCommand;
import dynlab.cli.command.SweepCommand;
import dynlab.cli.command.TableCommand;
import dynlab.cli.command.TwinsCommand;
import dynlab.cli.kernel.Kernels;
import dynlab.experiment.Refused;
import dynlab.task.DataFiles;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: {@code java -jar dynlab.jar COMMAND …}. */
@Command(
        name = "dynlab",
        description = "Dynlab: how networks learn, beside the exact theory of it.",
        footerHeading = "%n",
        footer = {
            "FILE may be - for standard output. \"dynlab COMMAND --help\" says more of one command.",
            "Exit codes: 0 done, 1 internal error, 2 input refused, 3 diverged, 4 digest or check mismatch,",
            "64 usage, 74 file could not be read or written."
        })
public final class Main implements Callable<Integer> {
    private static final int WIDTH = 110;

    private final CommandLine line;
    private final Streams streams;

    private Main(Streams streams) {
        this.streams = streams;
        DataFiles.from(ResourceFiles::text);
        line = new CommandLine(this);
        for (Callable<Integer> command : commands(streams)) {
            line.addSubcommand(command);
        }
        line.addSubcommand(new HelpCommand(line, streams));
        line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
                .setExpandAtFiles(false) // an address may begin with any letter
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(
                        (found, words) -> misused(found.getCommandLine(), Complaint.sentence(found)))
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, command));
        dress(line);
        line.getSubcommands().values().forEach(Main::dress);
    }

    /** Every command, in the order of the help. */
    private static List<Callable<Integer>> commands(Streams streams) {
        return List.of(
                new RunCommand(streams),
                new DigestCommand(streams),
                new ExportCommand(streams),
                new EmbedCommand(streams),
                new ScenesCommand(streams),
                new SceneCommand(streams),
                new FigureCommand(streams),
                new FiguresCommand(streams),
                new ConformanceCommand(streams),
                new PaperCommand(streams),
                new PaperFiguresCommand(streams),
                new TwinsCommand(streams),
                new SweepCommand(streams),
                new StartsCommand(streams),
                new TableCommand(streams),
                new PagesCommand(streams),
                new DocumentsCommand(streams),
                new AssembleCommand(),
                new OfflineCommand(streams),
                new PostersCommand(),
                new ServeCommand(streams));
    }

    /** What all have alike: help, version, and the sentence that says how it is called. */
    private static void dress(CommandLine command) {
        command.getCommandSpec()
                .mixinStandardHelpOptions(true)
                .versionProvider(new Version())
                .usageMessage()
                .synopsisHeading("usage: ");
    }

    public static void main(String[] args) {
        // In UTF-8 whatever the locale: what is printed may be a file.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Kernels.install();
        int code = run(args, out, err);
        if (code != Exit.DONE) {
            System.exit(code);
        }
    }

    /** Runs one command and returns its exit code, one of {@link Exit}. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        int code;
        try {
            code = line(out, err).execute(args);
        } catch (OutOfMemoryError e) {
            err.println("The run does not fit into memory; give java a larger -Xmx.");
            code = Exit.INTERNAL;
        }
        if (out.checkError()) {
            err.println("Standard output could not be written.");
            return Exit.FILE;
        }
        return code;
    }

    /** The parser with all commands. */
    static CommandLine line(PrintStream out, PrintStream err) {
        return new Main(new Streams(out, err)).line;
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        line.usage(streams.err());
        return Exit.USAGE;
    }

    private int misused(CommandLine command, String sentence) {
        streams.err().println(sentence);
        streams.err()
                .print(command.getHelp().synopsisHeading() + command.getHelp().synopsis(0));
        return Exit.USAGE;
    }

    private int failed(Exception thrown, CommandLine command) {
        if (thrown instanceof Misused || thrown instanceof ParameterException) {
            return misused(command, String.valueOf(thrown.getMessage()));
        } else if (thrown instanceof Refused refused) {
            streams.err().println(refused.line());
            return Exit.REFUSED;
        } else if (thrown instanceof FileFailed) {
            streams.err().println(thrown.getMessage());
            return Exit.FILE;
        }
        streams.err().println("Internal error, please report it: " + thrown);
        return Exit.INTERNAL;
    }
}
