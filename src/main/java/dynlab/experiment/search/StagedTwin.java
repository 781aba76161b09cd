package dynlab.experiment.search;

import dynlab.architecture.Edge;
import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPath;
import dynlab.task.ContextPaths;
import dynlab.task.ContextTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The gated twin of a ReLU network with two hidden layers as its authors train it: in stages that are set by hand.
 *
 * <p>The first layer is linear and feeds every module of the second. Of 4 + C modules of equal width there, four are
 * always on, here one node of their joint width, which is the same network; the others each leave one context out. Until
 * step 500 of 30,000 nothing learns; until step 12,000 the first layer and the common modules; then all. The stages and
 * the sizes of the start are theirs, found by hand; nothing here derives them. Source: the code to
 * D. Jarvis, R. Klein, B. Rosman and A. Saxe, ICLR 2025.
 */
public final class StagedTwin {
    private static final double LENGTH = 30_000;
    private static final double COMMON = 500 / LENGTH;
    private static final double ALL = 12_000 / LENGTH;
    private static final int COMMON_MODULES = 4;

    /** Sizes of the start over that of the ReLU network, 6e-4. */
    private static final double FIRST = 5.75 / 6;

    private static final double SECOND = 5.5 / 6;
    private static final double READOUT = 40.0 / 6;

    private StagedTwin() {}

    /** The first step at which the first layer and the common modules learn, of a run of so many. */
    public static int commonFrom(int steps) {
        return (int) Math.rint(COMMON * steps);
    }

    /** The first step at which all modules learn, of a run of so many. */
    public static int allFrom(int steps) {
        return (int) Math.rint(ALL * steps);
    }

    /**
     * The twin beside a ReLU network.
     *
     * @param task its task
     * @param relu its run with two equally wide hidden layers: the twin's steps, rate and record are the same, its stages
     *     the authors' shares of the steps, its layers as wide as whole modules allow
     * @param units hidden units of one layer
     * @param sigma size of the ReLU network's start; the twin's is the authors' multiple of it, layer by layer
     */
    public static Experiment beside(ContextTask task, Experiment relu, int units, double sigma, int seed) {
        int module = Math.max(1, units / (COMMON_MODULES + task.contexts()));
        int width = module * (COMMON_MODULES + task.contexts());
        List<ContextPath> second = new ArrayList<>();
        second.add(ContextPath.common(task.contexts(), COMMON_MODULES * module));
        for (List<Integer> on : ContextPath.subsets(task.contexts(), task.contexts() - 1)) {
            second.add(ContextPath.gated(on, module));
        }
        Assignment twin = ContextGraphs.deepTwin(task, ContextPaths.linear(task.contexts(), width), second);
        int steps = relu.training().steps();
        Map<String, Integer> from = new LinkedHashMap<>();
        Map<String, Init> starts = new LinkedHashMap<>();
        for (Edge edge : twin.architecture().edges()) {
            boolean first = edge.target().equals("a0");
            boolean common =
                    first || edge.target().equals("b0") || edge.source().equals("b0");
            from.put(edge.id(), common ? commonFrom(steps) : allFrom(steps));
            int own = seed + 1 + starts.size();
            if (first) {
                starts.put(edge.id(), new Init.Gaussian(FIRST * sigma, own));
            } else if (!common && edge.target().equals("y")) {
                starts.put(edge.id(), new Init.Gaussian(READOUT * sigma, own));
            }
        }
        return new Experiment(
                relu.name(),
                relu.description(),
                twin.architecture(),
                twin.contexts(),
                new Start.Drawn(new Init.Overridden(new Init.Gaussian(SECOND * sigma, seed), starts)),
                new Training(relu.training().dt(), relu.training().tau(), steps, from, OptionalInt.empty()),
                relu.record(),
                false);
    }
}
