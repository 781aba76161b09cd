package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.InputFile;
import dynlab.cli.OutputFile;
import dynlab.cli.Progress;
import dynlab.cli.Streams;
import dynlab.experiment.Divergence;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.words.Words;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run experiment.json --out trajectory.json}. */
@Command(name = "run", description = "Runs an experiment file and writes its trajectory.")
public final class RunCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "EXPERIMENT.json", description = "The experiment to run.")
    private String file = "";

    @Option(
            names = "--out",
            paramLabel = "TRAJECTORY.json",
            required = true,
            description = "The file to write; - is standard output.")
    private String target = "";

    @Option(names = "--short-cut", description = "Runs by an exact short cut where there is one; the digest names it.")
    private boolean shortCut;

    public RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Decimals decimals = new ExactDecimals();
        Experiment experiment = ExperimentCodec.read(InputFile.read(file), decimals);
        Optional<Runner> shorter = shortCut ? Runner.byShortCut(experiment) : Optional.empty();
        if (shortCut && shorter.isEmpty()) {
            streams.err().println("There is no exact short cut of this run: it is stepped directly.");
        }
        Runner runner = shorter.orElseGet(() -> Runner.of(experiment));
        Result result = Progress.complete(runner, streams.err());
        OutputFile.write(target, TrajectoryCodec.write(runner, decimals), streams.out());
        result.trajectory().digest().ifPresent(digest -> streams.err().println(digest));
        if (result.trajectory().divergedAt().isPresent()) {
            int step = result.trajectory().divergedAt().getAsInt();
            streams.err()
                    .println("The loss is not finite at step " + step + ": the run diverged and was stopped there. "
                            + Words.say(Divergence.advice(step)));
            return Exit.DIVERGED;
        }
        return Exit.DONE;
    }
}
