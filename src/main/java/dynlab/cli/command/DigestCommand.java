package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.Files;
import dynlab.cli.Progress;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.FileLink;
import dynlab.scene.FileScene;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** {@code digest FILE} or {@code digest ADDRESS}: the fingerprint of a run. */
public final class DigestCommand implements Command {
    @Override
    public String name() {
        return "digest";
    }

    @Override
    public String usage() {
        return "digest EXPERIMENT.json | \"scene=ID&knob=value…\" | \"x=…\" [--expect d1-…]";
    }

    @Override
    public String summary() {
        return "Runs an experiment file or a link, prints its digest, and compares it if one is expected, by option or by the link.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments(words, List.of("--expect"), List.of());
        String what = arguments.plain(1, 1, "one experiment file or address").get(0);
        Asked asked = asked(what);
        String digest = Progress.complete(Runner.of(asked.experiment()), err)
                .trajectory()
                .digest()
                .orElseThrow();
        out.println(digest);
        Optional<String> expected = arguments.option("--expect").or(asked::digest);
        if (expected.isPresent() && !Address.meansDigest(expected.get(), digest)) {
            err.println("Expected " + expected.get() + ": this is another run.");
            return Exit.MISMATCH;
        }
        return Exit.DONE;
    }

    /** What is to be run, and the digest that its link names. */
    private record Asked(Experiment experiment, Optional<String> digest) {}

    private static Asked asked(String what) {
        Decimals decimals = new ExactDecimals();
        int hash = Math.max(what.indexOf('#'), what.indexOf('?'));
        String query = what.substring(hash + 1);
        Optional<FileLink> file = FileLink.of(query);
        if (file.isPresent()) {
            Experiment experiment =
                    ExperimentCodec.read(PackedFile.unpack(file.get().code()), decimals);
            Address address = Address.parse(file.get().rest(), decimals, new FileScene(experiment));
            return new Asked(experiment, digest(address));
        }
        if (!query.startsWith("scene=")) {
            return new Asked(ExperimentCodec.read(Files.read(what), decimals), Optional.empty());
        }
        Address address = Address.parse(query, decimals);
        return new Asked(address.scene().experiment(address.config()), digest(address));
    }

    private static Optional<String> digest(Address address) {
        if (!address.problems().isEmpty()) {
            throw new Refused("address", String.join(" ", address.problems()));
        }
        return Optional.ofNullable(address.look().get("digest"));
    }
}
