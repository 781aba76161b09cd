package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.experiment.run.Runner;
import dynlab.export.Blueprint;
import dynlab.export.Language;
import dynlab.export.Numbers;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Paper;
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
                    "numpy, pytorch, java or notebook, which are programs; csv or json, which are numbers; bibtex, what to cite.")
    private String as = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to be written.")
    private String out = "";

    public ExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Decimals decimals = new ExactDecimals();
        Map<String, Writer> kinds = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            kinds.put(
                    language.word(), asked -> language.write(Blueprint.of(asked.experiment(), asked.link()), decimals));
        }
        kinds.put("csv", asked -> Numbers.csv(asked.experiment(), decimals));
        kinds.put("json", asked -> Numbers.json(asked.experiment(), decimals));
        kinds.put("bibtex", asked -> Paper.citation(asked.scene().id(), digest(asked), asked.link()));
        Writer writer = Chosen.one("kind of export", as, kinds);
        OutputFile.write(out, writer.text(Asked.of(what, decimals)), streams.out());
        return Exit.DONE;
    }

    private static String digest(Asked asked) {
        return Runner.of(asked.experiment()).complete().trajectory().digest().orElseThrow();
    }

    private interface Writer {
        String text(Asked asked);
    }
}
