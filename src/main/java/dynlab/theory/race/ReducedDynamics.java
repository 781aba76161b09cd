package dynlab.theory.race;

/**
 * The reduced dynamics of a gated network: as many independent scalar networks on the same graph as there are modes.
 *
 * <pre>
 * tau dB_e/dt = Σ_{p through e} B_{p without e} [ S(p) − Σ_j B_j D(j, p) ]
 * L           = power/2 − Σ_p B_p S(p) + 1/2 Σ_{j,p} B_j B_p D(j, p)
 * </pre>
 *
 * elementwise in the mode. Source: Saxe, Sodhani and Lewallen, ICML 2022. The state is a plain vector, so that it can be
 * stepped or integrated by anyone; edges that are alike for ever may share their numbers in it.
 */
public interface ReducedDynamics {
    /** The state at the start, a new array. */
    double[] start();

    /**
     * The loss and its descent.
     *
     * @param state as long as {@link #start}
     * @param descent filled with tau dB/dt of every number of the state
     * @return L, in the units of the experiment
     */
    double descent(double[] state, double[] descent);

    /**
     * B of one edge.
     *
     * @param state as long as {@link #start}
     * @param edge index of the edge
     * @return one number a mode, as many as the smaller width of the edge; zeros for an edge on no open path
     */
    double[] strengths(double[] state, int edge);
}
