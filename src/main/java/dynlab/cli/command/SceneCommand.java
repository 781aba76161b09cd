package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.Files;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import java.io.PrintStream;
import java.util.List;

/** {@code scene ID knob=value… --out FILE}: a scene's experiment as a file. */
public final class SceneCommand implements Command {
    @Override
    public String name() {
        return "scene";
    }

    @Override
    public String usage() {
        return "scene ID [knob=value…] --out EXPERIMENT.json";
    }

    @Override
    public String summary() {
        return "Writes the experiment that a scene's knobs describe.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments(words, List.of("--out"), List.of());
        List<String> plain = arguments.plain(1, 1000, "the id of a scene");
        String target = arguments.option("--out").orElseThrow(() -> new Arguments.Misused("--out is missing."));
        Decimals decimals = new ExactDecimals();
        Address address = Address.parse("scene=" + String.join("&", plain), decimals);
        if (!address.problems().isEmpty()) {
            throw new Refused("", String.join(" ", address.problems()));
        }
        Files.write(target, ExperimentCodec.write(address.scene().experiment(address.config()), decimals), out);
        return Exit.DONE;
    }
}
