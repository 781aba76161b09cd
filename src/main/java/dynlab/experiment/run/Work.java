package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;

/** How long a run will take, roughly: to ask before a long one, not to promise anything. */
public final class Work {
    /** Multiplications and additions in a second of one core in a browser; the kernel measured 3–4·10⁹ there. */
    private static final double PACE = 2.5e9;

    /** Seconds that a weight matrix costs in one context beside its arithmetic. */
    private static final double CALL = 4e-7;

    /** A search for gates tries about so many, each for as long as the run. */
    private static final int SEARCH = 20;

    private static final int BRIEF_SEARCH = 6;

    private Work() {}

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
