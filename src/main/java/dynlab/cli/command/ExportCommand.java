package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.export.Kind;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export WHAT --as KIND --out FILE}: a run as a program that makes it anew, or as its numbers. */
@Command(
        name = "export",
        description =
                "Writes a run as a program that makes it anew and asserts its loss, or as its numbers and those of theory.")
public final class ExportCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            paramLabel = "WHAT",
            description = "EXPERIMENT.json, \"scene=ID&knob=value…\", \"x=…\" or a whole link.")
    private String what = "";

    @Option(
            names = "--as",
            paramLabel = "KIND",
            required = true,
            description =
                    "numpy, pytorch, java or notebook, which are programs; csv or json, which are numbers; experiment, its file; bibtex, what to cite.")
    private String as = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to be written.")
    private String out = "";

    public ExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Decimals decimals = new ExactDecimals();
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.word(), kind);
        }
        Kind kind = Chosen.one("kind of export", as, kinds);
        OutputFile.write(out, kind.write(Asked.of(what, decimals), decimals), streams.out());
        return Exit.DONE;
    }
}
