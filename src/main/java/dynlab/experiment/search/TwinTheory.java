package dynlab.experiment.search;

import dynlab.architecture.Architecture;
import dynlab.experiment.Experiment;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Matrix;
import dynlab.task.ContextPath;
import dynlab.task.ContextTask;
import dynlab.theory.context.ContextTheory;
import java.util.ArrayList;
import java.util.List;

/**
 * The closed forms beside one gated twin: from its initial weights, with nothing fitted.
 *
 * @param steps at which they are given, ascending
 * @param loss predicted loss at these steps
 * @param common strengths of the common modes, steps × modes
 * @param paths strengths of the modes of each context path, steps × modes, in the order of {@link ContextPath#subsets}.
 *     They hold for {@link OneWayTwin}; trained jointly, the common and the context paths divide the slow common modes
 *     among them, so the squared singular values of {@code hp>y} differ by up to a tenth while the loss does not
 * @param starts the head start of each context path, one strength a mode
 * @param offDiagonal {@link ContextTheory#offDiagonal}: 0 where the common modes diagonalise the inputs
 */
public record TwinTheory(
        int[] steps, double[] loss, Matrix common, List<Matrix> paths, List<double[]> starts, double offDiagonal) {
    /**
     * Predicts the twin of {@code ContextPaths.commonAnd(C, size, …)}.
     *
     * @param task the task
     * @param size m, the number of contexts in which each context path is on
     * @param twin made by {@code ContextGraphs.twin} from these paths
     * @param steps ascending
     */
    public static TwinTheory of(ContextTask task, int size, Experiment twin, int[] steps) {
        ContextTheory theory = new ContextTheory(task);
        double rate = twin.training().learningRate();
        List<Matrix> weights = Runner.initialWeights(twin);
        Architecture graph = twin.architecture();
        Matrix fromObjects = weight(graph, weights, "objects>h0");
        Matrix fromContexts = weight(graph, weights, "contexts>h0");
        double[] commonStart = theory.commonStart(beside(fromObjects, fromContexts), weight(graph, weights, "h0>y"));
        Matrix common = theory.commonStrengths(commonStart, steps, rate);
        List<Matrix> paths = new ArrayList<>();
        List<double[]> starts = new ArrayList<>();
        for (List<Integer> on : ContextPath.subsets(task.contexts(), size)) {
            int p = paths.size() + 1;
            double[] start = theory.headStart(
                    on,
                    weight(graph, weights, "objects>h" + p),
                    weight(graph, weights, "h" + p + ">y"),
                    commonStart,
                    rate);
            starts.add(start);
            paths.add(theory.pathStrengths(on, start, steps, rate));
        }
        return new TwinTheory(
                steps.clone(), theory.twinLoss(size, common, paths), common, paths, starts, theory.offDiagonal());
    }

    private static Matrix weight(Architecture graph, List<Matrix> weights, String edge) {
        int e = graph.edge(edge)
                .orElseThrow(() -> new IllegalArgumentException("there is no edge " + edge + " in this twin"));
        return weights.get(e);
    }

    private static Matrix beside(Matrix left, Matrix right) {
        int columns = left.columns() + right.columns();
        double[] values = new double[left.rows() * columns];
        for (int i = 0; i < left.rows(); i++) {
            System.arraycopy(left.row(i), 0, values, i * columns, left.columns());
            System.arraycopy(right.row(i), 0, values, i * columns + left.columns(), right.columns());
        }
        return Matrix.of(left.rows(), columns, values);
    }
}
