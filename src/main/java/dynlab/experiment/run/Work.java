package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
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

    /** Seconds of a run: forward, backward and weight gradient through every edge, for every sample and step. */
    public static double seconds(Experiment experiment) {
        Architecture graph = experiment.architecture();
        double weights = 0;
        for (int e = 0; e < graph.edges().size(); e++) {
            weights += (double) graph.rows(e) * graph.columns(e);
        }
        double step = 0;
        for (Context context : experiment.contexts()) {
            double one = 6 * weights * context.samples() / PACE
                    + CALL * graph.edges().size();
            step += one;
        }
        boolean searched = experiment.record().quantities().contains(Quantity.DISCOVERY);
        boolean brief = experiment.record().quantities().contains(Quantity.GATE_FITS);
        return step * experiment.training().steps() * (searched ? 1 + SEARCH : brief ? 1 + BRIEF_SEARCH : 1);
    }
}
