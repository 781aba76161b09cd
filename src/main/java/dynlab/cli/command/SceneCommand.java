package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scene ID knob=value… --out FILE}: a scene's experiment as a file. */
@Command(name = "scene", description = "Writes the experiment that a scene's knobs describe.")
public final class SceneCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "ID", description = "The scene; the command scenes lists them.")
    private String id = "";

    @Parameters(index = "1..*", paramLabel = "knob=value", description = "Knobs that differ from their initial values.")
    private List<String> knobs = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "EXPERIMENT.json",
            required = true,
            description = "The file to write; - is standard output.")
    private String target = "";

    public SceneCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<String> words = new ArrayList<>(knobs);
        words.add(0, id);
        Decimals decimals = new ExactDecimals();
        Address address = Address.parse("scene=" + String.join("&", words), decimals);
        if (!address.problems().isEmpty()) {
            throw new Refused("", String.join(" ", address.problems()));
        }
        OutputFile.write(
                target, ExperimentCodec.write(address.scene().experiment(address.config()), decimals), streams.out());
        return Exit.DONE;
    }
}
