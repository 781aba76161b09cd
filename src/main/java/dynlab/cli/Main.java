package dynlab.cli;

import dynlab.experiment.Experiment;
import dynlab.experiment.ExperimentCodec;
import dynlab.experiment.Result;
import dynlab.experiment.Runner;
import dynlab.experiment.TrajectoryCodec;
import dynlab.numeric.ExactDecimals;
import java.nio.file.*;

public final class Main {
    public static void main(String[] args) throws Exception {
        Experiment e = ExperimentCodec.read(Files.readString(Path.of(args[0])), new ExactDecimals());
        Result r = Runner.of(e).complete();
        Files.writeString(Path.of(args[1]), TrajectoryCodec.write(e, r, new ExactDecimals()));
    }
}
