package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.learning.Batch;
import java.util.List;

/** How long a run will take, roughly: to ask before a long one, not to promise anything. */
public final class Work {
    /** Multiplications and additions in a second of one core in a browser; the kernel measured 3–4·10⁹ there. */
    private static final double PACE = 2.5e9;

    /** Seconds that a weight matrix costs in one context beside its arithmetic. */
    private static final double CALL = 4e-7;

    /** A search for gates tries about so many, each for as long as the run. */
    private static final int SEARCH = 20;

    private static final int BRIEF_SEARCH = 6;

    /** Multiplications and additions of theory and modes for a matrix, in cubes of its shorter side: measured as 20–30. */
    private static final double DECOMPOSED = 30;

    private Work() {}

    /**
     * Seconds of the longest piece that nothing can interrupt: one step, or what theory or modes of the data cost, which are
     * decompositions of matrices as large as the data or the widest weights.
     */
    public static double longestPiece(Experiment experiment) {
        double step = seconds(experiment) / Math.max(1, experiment.training().steps());
        boolean decomposed =
                experiment.theory() || experiment.record().quantities().contains(Quantity.MODE_STRENGTH);
        if (!decomposed) {
            return step;
        }
        List<Node> nodes = experiment.architecture().nodes();
        double widest = 0;
        double second = 0;
        for (Node node : nodes) {
            second = Math.max(second, Math.min(widest, node.width()));
            widest = Math.max(widest, node.width());
        }
        return Math.max(step, DECOMPOSED * second * second * widest / PACE);
    }

    /**
     * Seconds of a run: forward, backward and weight gradient for every sample that a step looks at, through every edge that
     * is not shut in its context.
     */
    public static double seconds(Experiment experiment) {
        double samples = 0;
        double step = 0;
        for (Context context : experiment.contexts()) {
            samples += context.samples();
        }
        int looked = experiment.training().method().batch().map(Batch::size).orElse(Integer.MAX_VALUE);
        double share = Math.min(1, looked / samples);
        for (Context context : experiment.contexts()) {
            double one = pass(experiment.architecture(), context, share);
            step += one;
        }
        boolean searched = experiment.record().quantities().contains(Quantity.DISCOVERY);
        boolean brief = experiment.record().quantities().contains(Quantity.GATE_FITS);
        return step * experiment.training().steps() * (searched ? 1 + SEARCH : brief ? 1 + BRIEF_SEARCH : 1);
    }

    /** Seconds of so many multiplications and additions in matrix products. */
    static double products(double multiplications) {
        return 2 * multiplications / PACE;
    }

    /** Seconds of one pass there and back of a share of a context's samples. */
    private static double pass(Architecture graph, Context context, double share) {
        Gates gates = context.gates();
        double weights = 0;
        int open = 0;
        for (int e = 0; e < graph.edges().size(); e++) {
            Edge edge = graph.edges().get(e);
            double gate = gates.edge(edge.id()) * gates.node(edge.source());
            if (gate * gates.node(edge.target()) != 0) {
                weights += (double) graph.rows(e) * graph.columns(e);
                open++;
            }
        }
        double looked = share * context.samples();
        return 6 * weights * looked / PACE + CALL * open * Math.min(1, looked);
    }
}
