package dynlab.export;

import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import java.util.EnumSet;
import java.util.Set;

/** All numbers of a run and of its theory: every curve and matrix, and the weights from the first to the last. */
public final class Numbers {
    /** A similarity of more samples is not recorded. */
    private static final int MOST_SAMPLES = 1024;

    private Numbers() {}

    /** The same run, with everything recorded that a table or a file can hold, and the theory asked for. */
    public static Experiment everything(Experiment experiment) {
        Set<Quantity> quantities = EnumSet.of(Quantity.LOSS, Quantity.SINGULAR_VALUES, Quantity.WEIGHTS);
        if (experiment.training().gatesEvery().isEmpty()) {
            quantities.addAll(experiment.record().quantities());
            quantities.addAll(EnumSet.of(
                    Quantity.CONTEXT_ERROR, Quantity.MODE_STRENGTH, Quantity.MAP_SINGULAR_VALUES, Quantity.OUTPUTS));
            int samples =
                    experiment.contexts().stream().mapToInt(Context::samples).sum();
            if (samples <= MOST_SAMPLES) {
                quantities.add(Quantity.SIMILARITY);
            }
        }
        return new Experiment(
                experiment.name(),
                experiment.description(),
                experiment.architecture(),
                experiment.contexts(),
                experiment.start(),
                experiment.training(),
                new RecordPlan(experiment.record().when(), quantities),
                true,
                experiment.extras());
    }

    /** The trajectory file of everything. */
    public static String json(Experiment experiment, Decimals decimals) {
        Runner runner = Runner.of(everything(experiment));
        runner.complete();
        return TrajectoryCodec.write(runner, decimals);
    }

    /** The same as a table: a line a record, a column a number. */
    public static String csv(Experiment experiment, Decimals decimals) {
        Runner runner = Runner.of(everything(experiment));
        return new Sheet(runner.experiment(), runner.complete(), decimals).text();
    }
}
