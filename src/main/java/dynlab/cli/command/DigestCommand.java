package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.InputFile;
import dynlab.cli.Misused;
import dynlab.cli.Progress;
import dynlab.cli.Streams;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.FileLink;
import dynlab.scene.FileScene;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code digest FILE} or {@code digest ADDRESS}: the fingerprint of a run. */
@Command(
        name = "digest",
        description =
                "Runs an experiment file or a link, prints its digest, and compares it if one is expected, by option or by the link.")
public final class DigestCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            paramLabel = "WHAT",
            description = "EXPERIMENT.json, \"scene=ID&knob=value…\", \"x=…\" or a whole link.")
    private String what = "";

    @Option(
            names = "--expect",
            paramLabel = "d1-…",
            description = "The digest, or its first digits, that the run should have.")
    private Optional<String> expect = Optional.empty();

    public DigestCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (expect.isPresent() && expect.get().replaceFirst("^d1-", "").isEmpty()) {
            throw new Misused("--expect needs a digest such as d1-0123…, found \"" + expect.get() + "\".");
        }
        Asked asked = asked(what);
        String digest = Progress.complete(Runner.of(asked.experiment()), streams.err())
                .trajectory()
                .digest()
                .orElseThrow();
        streams.out().println(digest);
        Optional<String> expected = expect.or(asked::digest);
        if (expected.isPresent() && !Address.meansDigest(expected.get(), digest)) {
            streams.err().println("Expected " + expected.get() + ": this is another run.");
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
            return new Asked(ExperimentCodec.read(InputFile.read(what), decimals), Optional.empty());
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
