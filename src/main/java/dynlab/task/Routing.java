package dynlab.task;

import dynlab.numeric.Matrix;
import java.util.List;

/**
 * Routing: M input domains, M output domains, and one hidden pathway that all routes share. A route i → o shows the items
 * to input domain i and asks for their properties at output domain o; K routes an input domain are trained, all others are
 * zero-shot. Source: Saxe, Sodhani and Lewallen, ICML 2022, Fig. 4; the task of the authors' notebooks, written anew.
 *
 * <p>Every trained route weighs 1/M², as in the notebooks, and items are summed. The authors' loss is the sum over trained routes of the mean
 * over P items and N_o properties, so their learning rate λ is here
 *
 * <pre>dt / tau = 2 λ M² / (P N_o)          (3.5 λ for M = 7, P = 4, N_o = 7)</pre>
 *
 * and their loss is 2 M²/(P N_o) times this one.
 *
 * @param domains M, input domains and as many output domains, at least 1
 * @param trained K, trained routes of every domain, 1 … M
 * @param width units of each of the two hidden layers, at least 1
 */
public record Routing(int domains, int trained, int width) {
    /** Items of every domain, P. */
    public static final int ITEMS = 4;
    /** Properties of every item, N_o. */
    public static final int PROPERTIES = 7;

    private static final Matrix Y = Matrix.of(new double[][] {
        {6, 6, 6, 6},
        {4, 4, 0, 0},
        {0, 0, 4, 4},
        {3, 0, 0, 0},
        {0, 3, 0, 0},
        {0, 0, 3, 0},
        {0, 0, 0, 3}
    });

    public Routing {
        if (domains < 1 || trained < 1 || trained > domains || width < 1) {
            throw new IllegalArgumentException(
                    domains + " domains with " + trained + " trained routes of width " + width);
        }
    }

    /**
     * The target of every route, 7 properties × 4 items. Its singular values are {@code √185 = 13.60, √41 = 6.40, 3, 3}.
     */
    public static Matrix targets() {
        return Y;
    }

    /** Where the trained routes of domain i lead: o = i + offset mod M, offsets −⌊(K−1)/2⌋ … ⌊K/2⌋. */
    public boolean trains(int input, int output) {
        int offset = Math.floorMod(output - input + (trained - 1) / 2, domains);
        return offset < trained;
    }

    /** The step of this loss that the authors' learning rate stands for: {@code dt/tau = 2 λ M² / (P N_o)}. */
    public double step(double learningRate) {
        return 2 * learningRate * domains * domains / (ITEMS * PROPERTIES);
    }

    /** The graph and its M² contexts, route 0→0, 0→1, …; one hidden pathway. */
    public GatedTask task() {
        return race().task();
    }

    /**
     * The same with the paper's weight of a route, {@code 1/(KM)} (Eqs 11–12): an average over the trained routes. Everything is
     * as above in a time that runs M/K as fast.
     */
    public GatedTask averaged() {
        return race().task(1.0 / ((double) trained * domains));
    }

    /** The same as a race with only the shared pathway. */
    public Race race() {
        return new Race(domains, trained, width, List.of(domains));
    }
}
