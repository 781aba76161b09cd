package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.Files;
import dynlab.cli.Progress;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import java.io.PrintStream;
import java.util.List;

/** {@code run experiment.json --out trajectory.json}. */
public final class RunCommand implements Command {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public String usage() {
        return "run EXPERIMENT.json --out TRAJECTORY.json";
    }

    @Override
    public String summary() {
        return "Runs an experiment file and writes its trajectory.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments(words, List.of("--out"), List.of());
        String file = arguments.plain(1, 1, "one experiment file").get(0);
        String target = arguments.option("--out").orElseThrow(() -> new Arguments.Misused("--out is missing."));
        Decimals decimals = new ExactDecimals();
        Experiment experiment = ExperimentCodec.read(Files.read(file), decimals);
        Runner runner = Runner.of(experiment);
        Result result = Progress.complete(runner, err);
        Files.write(target, TrajectoryCodec.write(runner, decimals), out);
        result.trajectory().digest().ifPresent(digest -> err.println(digest));
        if (result.trajectory().divergedAt().isPresent()) {
            err.println("The loss is not finite at step "
                    + result.trajectory().divergedAt().getAsInt()
                    + ": the run diverged and was stopped there. Smaller steps may help.");
            return Exit.DIVERGED;
        }
        return Exit.DONE;
    }
}
