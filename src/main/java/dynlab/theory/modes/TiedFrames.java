package dynlab.theory.modes;

import dynlab.architecture.Architecture;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Which matrix every layer of a chain uses, and by which signs the frames of its uses differ.
 *
 * <pre>W_e = R_e B_e R_{e−1}ᵀ = W_o or W_oᵀ,   B_e = σ_e B_o,   σ_e = ±1 by mode</pre>
 *
 * <p>Derived in docs/theory.md §10.5.
 *
 * @param owners number of the matrix of every layer, from 0 in the order of first use
 * @param transposed whether the layer uses it turned the other way than its first use does
 */
record TiedFrames(int[] owners, boolean[] transposed) {
    static TiedFrames of(Architecture graph, int[] chain) {
        int[] owners = new int[chain.length];
        boolean[] turned = new boolean[chain.length];
        List<Integer> known = new ArrayList<>();
        for (int e = 0; e < chain.length; e++) {
            int owner = graph.owner(chain[e]);
            if (!known.contains(owner)) {
                known.add(owner);
            }
            owners[e] = known.indexOf(owner);
            int first = first(owners, owners[e]);
            turned[e] = graph.transposed(chain[e]) != graph.transposed(chain[first]);
        }
        return new TiedFrames(owners, turned);
    }

    private static int first(int[] owners, int owner) {
        int e = 0;
        while (owners[e] != owner) {
            e++;
        }
        return e;
    }

    /** Number of matrices. */
    int count() {
        int most = 0;
        for (int owner : owners) {
            most = Math.max(most, owner + 1);
        }
        return most;
    }

    /** The layer that uses a matrix first. */
    int first(int owner) {
        return first(owners, owner);
    }

    /** The most uses of one matrix. */
    int mostUses() {
        int most = 0;
        for (int owner = 0; owner < count(); owner++) {
            most = Math.max(most, uses(owner));
        }
        return most;
    }

    int uses(int owner) {
        int uses = 0;
        for (int other : owners) {
            uses += other == owner ? 1 : 0;
        }
        return uses;
    }

    /** Whether the layers are pairs of a matrix and its transpose, so that only the symmetric part of a target teaches. */
    boolean palindrome() {
        int last = owners.length - 1;
        boolean mirrored = owners.length % 2 == 0;
        for (int e = 0; e <= last; e++) {
            mirrored &= owners[e] == owners[last - e] && transposed[e] != transposed[last - e];
        }
        return mirrored;
    }

    /**
     * Signs of every layer and mode, and how far apart the frames of two uses are.
     *
     * @param sign σ, layers × modes
     * @param distance the largest |R − ±R′| over ties and modes
     */
    record Fit(double[][] sign, double distance) {}

    Fit fit(AlignedFrame frame) {
        double[][] sign = new double[owners.length][frame.count()];
        double distance = 0;
        for (int e = 0; e < owners.length; e++) {
            int o = first(owners[e]);
            for (int k = 0; k < frame.count(); k++) {
                double[] out = frame.direction(e + 1, k);
                double[] in = frame.direction(e, k);
                double[] ownerOut = frame.direction(transposed[e] ? o : o + 1, k);
                double[] ownerIn = frame.direction(transposed[e] ? o + 1 : o, k);
                double left = side(out, ownerOut);
                double right = side(in, ownerIn);
                sign[e][k] = left * right;
                distance = Math.max(distance, Math.max(apart(out, ownerOut, left), apart(in, ownerIn, right)));
            }
        }
        return new Fit(sign, distance);
    }

    private static double side(double[] a, double[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product < 0 ? -1 : 1;
    }

    private static double apart(double[] a, double[] b, double side) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            double gap = a[i] - side * b[i];
            square += gap * gap;
        }
        return Math.sqrt(square);
    }

    /** The matrices that the layers use. */
    static List<Matrix> used(Architecture graph, int[] chain, List<Matrix> weights) {
        List<Matrix> used = new ArrayList<>();
        for (int e : chain) {
            Matrix own = weights.get(graph.owner(e));
            used.add(graph.transposed(e) ? own.transpose() : own);
        }
        return used;
    }
}
