package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.Misused;
import dynlab.cli.Progress;
import dynlab.cli.Streams;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.run.Runner;
import dynlab.export.Taken;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Taken asked = Asked.of(what, new ExactDecimals());
        Experiment run = asked.experiment();
        // a digest is of the training alone: nothing else is worked out for it
        RecordPlan nothing = new RecordPlan(new RecordPlan.When.At(List.of()), Set.of());
        String digest = Progress.complete(Runner.of(run.with(nothing, false)), streams.err())
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
}
