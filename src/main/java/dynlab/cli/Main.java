package dynlab.cli;

import dynlab.cli.command.ConformanceCommand;
import dynlab.cli.command.DigestCommand;
import dynlab.cli.command.FiguresCommand;
import dynlab.cli.command.PagesCommand;
import dynlab.cli.command.PaperCommand;
import dynlab.cli.command.PaperFiguresCommand;
import dynlab.cli.command.PostersCommand;
import dynlab.cli.command.RunCommand;
import dynlab.cli.command.SceneCommand;
import dynlab.cli.command.ScenesCommand;
import dynlab.cli.command.ServeCommand;
import dynlab.cli.command.TwinsCommand;
import dynlab.experiment.Refused;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** The command line: {@code java -jar dynlab.jar COMMAND …}. */
public final class Main {
    /** Every command, in the order of the help. */
    static final List<Command> COMMANDS = List.of(
            new RunCommand(),
            new DigestCommand(),
            new ScenesCommand(),
            new SceneCommand(),
            new FiguresCommand(),
            new ConformanceCommand(),
            new PaperCommand(),
            new PaperFiguresCommand(),
            new TwinsCommand(),
            new PagesCommand(),
            new PostersCommand(),
            new ServeCommand());

    private Main() {}

    public static void main(String[] args) {
        int code = run(args, System.out, System.err);
        if (code != Exit.DONE) {
            System.exit(code);
        }
    }

    /** Runs one command and returns its exit code, one of {@link Exit}. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 0 || args[0].equals("--help") || args[0].equals("help")) {
            (args.length == 0 ? err : out).print(help());
            return args.length == 0 ? Exit.USAGE : Exit.DONE;
        }
        for (Command command : COMMANDS) {
            if (command.name().equals(args[0])) {
                return run(command, Arrays.asList(args).subList(1, args.length), out, err);
            }
        }
        err.println("There is no command \"" + args[0] + "\". Try --help.");
        return Exit.USAGE;
    }

    private static int run(Command command, List<String> words, PrintStream out, PrintStream err) {
        if (words.contains("--help")) {
            out.println("usage: " + command.usage());
            out.println(command.summary());
            return Exit.DONE;
        }
        try {
            return command.run(words, out, err);
        } catch (Arguments.Misused misused) {
            err.println(misused.getMessage());
            err.println("usage: " + command.usage());
            return Exit.USAGE;
        } catch (Refused refused) {
            err.println(refused.line());
            return Exit.REFUSED;
        } catch (Files.Failed failed) {
            err.println(failed.getMessage());
            return Exit.FILE;
        } catch (OutOfMemoryError e) {
            err.println("The run does not fit into memory; give java a larger -Xmx.");
            return Exit.INTERNAL;
        } catch (RuntimeException e) {
            err.println("Internal error, please report it: " + e);
            return Exit.INTERNAL;
        }
    }

    private static String help() {
        StringBuilder text = new StringBuilder("Dynlab: how networks learn, beside the exact theory of it.\n\n");
        for (Command command : COMMANDS) {
            text.append("  ").append(command.usage()).append('\n');
            text.append("      ").append(command.summary()).append('\n');
        }
        text.append("\nFILE may be - for standard output. Exit codes: 0 done, 1 internal error, 2 input refused,"
                + " 3 diverged,\n4 digest or check mismatch, 64 usage, 74 file could not be read or written.\n");
        return text.toString();
    }
}
