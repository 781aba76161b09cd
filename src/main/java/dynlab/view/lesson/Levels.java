package dynlab.view.lesson;

import dynlab.measure.LevelShares;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.task.Hierarchy;
import dynlab.task.World;
import dynlab.view.RunView;
import java.util.List;

/** The curves of the levels of a tree of eight, of any network that learns it. */
public final class Levels {
    private static final Hierarchy TREE = Hierarchy.livingThings(0.15);
    private static final List<Matrix> CONTRASTS = TREE.contrasts();

    private Levels() {}

    /** Whether levels come in the order of their strengths, in {@link LevelShares#order}. */
    static double order(RunView run) {
        return run.once("levels-order", Levels::ordered);
    }

    private static double ordered(RunView run) {
        Matrix target =
                run.experiment().contexts().get(0).y().values().iterator().next();
        boolean shares = run.experiment().training().method().loss() == Loss.SOFTMAX_CROSS_ENTROPY;
        Matrix asked = shares ? LevelShares.centred(target) : target;
        return LevelShares.order(run.steps(), of(run), LevelShares.strengths(asked, CONTRASTS));
    }

    /** One curve a level, a share of the truth; none where the run has no such tree or outputs. */
    public static List<double[]> of(RunView run) {
        return run.once("levels", Levels::curves);
    }

    private static List<double[]> curves(RunView run) {
        World world = run.world();
        if (run.outputs().isEmpty() || world.items().size() != TREE.items() || run.steps().length < 2) {
            return List.of();
        }
        Matrix target =
                run.experiment().contexts().get(0).y().values().iterator().next();
        double[] outputs = run.outputs().get().values();
        if (run.experiment().training().method().loss() == Loss.SOFTMAX_CROSS_ENTROPY) {
            double[] shares = LevelShares.softmax(outputs, target.rows(), target.columns());
            return LevelShares.of(shares, LevelShares.centred(target), CONTRASTS);
        }
        return LevelShares.of(outputs, target, CONTRASTS);
    }
}
