package dynlab.cli;

import dynlab.experiment.Experiment;
import dynlab.experiment.ExperimentCodec;
import dynlab.experiment.Refused;
import dynlab.experiment.Runner;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** {@code digest FILE}: the fingerprint of a run. */
final class DigestCommand implements Command {
    @Override
    public String name() {
        return "digest";
    }

    @Override
    public String usage() {
        return "digest EXPERIMENT.json | \"scene=ID&knob=value…\" [--expect d1-…]";
    }

    @Override
    public String summary() {
        return "Runs an experiment file or the address of a scene, prints its digest, and compares it if one is expected.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments(words, List.of("--expect"), List.of());
        String what = arguments.plain(1, 1, "one experiment file or address").get(0);
        String digest = Progress.complete(Runner.of(experiment(what)), err)
                .trajectory()
                .digest()
                .orElseThrow();
        out.println(digest);
        Optional<String> expected = arguments.option("--expect");
        if (expected.isPresent() && !expected.get().equals(digest)) {
            err.println("Expected " + expected.get() + ": this is another run.");
            return Exit.MISMATCH;
        }
        return Exit.DONE;
    }

    private static Experiment experiment(String what) {
        Decimals decimals = new ExactDecimals();
        int hash = Math.max(what.indexOf('#'), what.indexOf('?'));
        String query = what.substring(hash + 1);
        if (!query.startsWith("scene=")) {
            return ExperimentCodec.read(Files.read(what), decimals);
        }
        Address address = Address.parse(query, decimals);
        if (!address.problems().isEmpty()) {
            throw new Refused("address", String.join(" ", address.problems()));
        }
        return address.scene().experiment(address.config());
    }
}
