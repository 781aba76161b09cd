package dynlab.theory.form;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The modes of a world whose items form a ring, a chain, groups, a tree, an order or a table, in closed form.
 *
 * <p>Except for order and table the properties are a Gaussian field on a graph: the items' covariance is the block of
 * {@code (t0 I + w L)⁻¹} that belongs to the items, with L the Laplacian of the graph of items and latent nodes, t0 = 1/σ²
 * the precision of a node and w = 1/e that of an edge of length e. With N properties the singular values are
 * {@code s = √(N λ)}. Source: the forms of C. Kemp and J. Tenenbaum, as used by A. Saxe, J. McClelland and S. Ganguli,
 * PNAS 2019; the eigenpairs are derived in docs/theory.md §8.2.
 *
 * @param eigenvalues λ, descending
 * @param vectors orthonormal eigenvectors as columns in the same order, items × items
 */
public record FormSpectrum(double[] eigenvalues, Matrix vectors) {
    public FormSpectrum {
        eigenvalues = eigenvalues.clone();
    }

    @Override
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /** One eigenpair. */
    private record Pair(double value, double[] vector) {}

    /**
     * A ring: {@code λ_k = 1/(t0 + 2w(1 − cos 2πk/P))}, a cosine and a sine for each k but 0 and P/2.
     *
     * @param items P ≥ 3
     */
    public static FormSpectrum ring(int items, double t0, double w) {
        atLeast(3, items);
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; 2 * k <= items; k++) {
            double turn = 2 * Math.PI * k / items;
            double value = 1 / (t0 + 2 * w * (1 - ExactMath.cos(turn)));
            double[] cosine = new double[items];
            double[] sine = new double[items];
            for (int i = 0; i < items; i++) {
                // the angle is reduced in whole numbers, where it is exact
                double angle = 2 * Math.PI * (i * k % items) / items;
                cosine[i] = ExactMath.cos(angle);
                sine[i] = ExactMath.sin(angle);
            }
            pairs.add(new Pair(value, cosine));
            if (k > 0 && 2 * k < items) {
                pairs.add(new Pair(value, sine));
            }
        }
        return sorted(pairs);
    }

    /**
     * A chain: {@code λ_k = 1/(t0 + 2w(1 − cos πk/P))}, {@code v_k(i) = cos(πk(i + ½)/P)}.
     *
     * @param items P ≥ 2
     */
    public static FormSpectrum chain(int items, double t0, double w) {
        atLeast(2, items);
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < items; k++) {
            double[] vector = new double[items];
            for (int i = 0; i < items; i++) {
                double angle = Math.PI * (k * (2 * i + 1) % (4 * items)) / (2 * items);
                vector[i] = ExactMath.cos(angle);
            }
            double turn = Math.PI * k / items;
            pairs.add(new Pair(1 / (t0 + 2 * w * (1 - ExactMath.cos(turn))), vector));
        }
        return sorted(pairs);
    }

    /**
     * Groups of equal size, each a star round a latent centre: {@code (t0 + mw)/(t0(t0 + (m + 1)w))} for each group and
     * {@code 1/(t0 + w)} for the contrasts within them.
     *
     * @param groups K ≥ 1
     * @param size items of a group, m ≥ 1
     */
    public static FormSpectrum clusters(int groups, int size, double t0, double w) {
        atLeast(1, groups);
        atLeast(1, size);
        List<Pair> pairs = new ArrayList<>();
        double together = (t0 + size * w) / t0;
        double shared = together / (t0 + (size + 1) * w);
        for (int group = 0; group < groups; group++) {
            double[] indicator = new double[groups * size];
            Arrays.fill(indicator, group * size, (group + 1) * size, 1);
            pairs.add(new Pair(shared, indicator));
        }
        for (int group = 0; group < groups; group++) {
            for (int j = 1; j < size; j++) {
                pairs.add(new Pair(1 / (t0 + w), contrast(groups * size, group * size, 1, j)));
            }
        }
        return sorted(pairs);
    }

    /**
     * A tree with latent inner nodes: the contrasts of its branches, with {@code λ_l = 1/A_L} and
     *
     * <pre>A_l = t0 + w (t0 for the root's mode, l = 0),   A_{d+1} = t0 + w − b w²/(A_d + b w)</pre>
     *
     * @param branching b ≥ 2 children of every inner node
     * @param levels L ≥ 1 levels below the root; the tree has b^L items
     */
    public static FormSpectrum tree(int branching, int levels, double t0, double w) {
        atLeast(2, branching);
        atLeast(1, levels);
        int items = 1;
        for (int l = 0; l < levels; l++) {
            items *= branching;
        }
        double[] constant = new double[items];
        Arrays.fill(constant, 1);
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(1 / leafPrecision(t0, levels, branching, t0, w), constant));
        int branch = items;
        for (int l = 1; l <= levels; l++) {
            int child = branch / branching;
            double value = 1 / leafPrecision(t0 + w, levels - l, branching, t0, w);
            for (int from = 0; from < items; from += branch) {
                for (int j = 1; j < branching; j++) {
                    pairs.add(new Pair(value, contrast(items, from, child, j)));
                }
            }
            branch = child;
        }
        return sorted(pairs);
    }

    /** A_L from A at {@code levels} levels above the leaves: the nodes on the way are integrated out one by one. */
    private static double leafPrecision(double top, int levels, int branching, double t0, double w) {
        double a = top;
        for (int d = 0; d < levels; d++) {
            double spread = branching * w;
            double passed = spread * w / (a + spread);
            a = t0 + w - passed;
        }
        return a;
    }

    /**
     * An order: property j is true of the items from j on, {@code y_ji = [i ≥ j]}. These are singular values and vectors of
     * the data themselves, so that {@code eigenvalues} are {@code s_k²}.
     *
     * <pre>s_k = 1/(2 cos(kπ/(2P + 1))),   v_k(i) = sin(2 k′ (i + 1) π / (2P + 1)) with 2k′ = 2P + 1 − 2k</pre>
     *
     * @param items P ≥ 1
     */
    public static FormSpectrum order(int items) {
        atLeast(1, items);
        int turns = 2 * items + 1;
        List<Pair> pairs = new ArrayList<>();
        for (int k = 1; k <= items; k++) {
            double half = 2 * ExactMath.cos(Math.PI * k / turns);
            double[] vector = new double[items];
            int odd = turns - 2 * k;
            for (int i = 0; i < items; i++) {
                double angle = Math.PI * (odd * (i + 1) % (2 * turns)) / turns;
                vector[i] = ExactMath.sin(angle);
            }
            pairs.add(new Pair(1 / (half * half), vector));
        }
        return sorted(pairs);
    }

    /**
     * A table of two crossing distinctions, items in rows A and columns B:
     * {@code C = α 11ᵀ + β [same A] + γ [same B] + δ I}.
     *
     * <pre>
     * α P + β n_B + γ n_A + δ   constant          β n_B + δ   contrasts of A, n_A − 1 times
     * γ n_A + δ                 contrasts of B    δ           interactions
     * </pre>
     *
     * @param rows n_A ≥ 1
     * @param columns n_B ≥ 1; item (a, b) has the index a n_B + b
     * @param weights α, β, γ, δ
     */
    public static FormSpectrum table(int rows, int columns, double[] weights) {
        atLeast(1, rows);
        atLeast(1, columns);
        double ofRows = weights[1] * columns;
        double ofColumns = weights[2] * rows;
        double rest = weights[3];
        double all = weights[0] * rows * columns;
        List<Pair> pairs = new ArrayList<>();
        for (int j = 0; j < rows; j++) {
            double[] a = j == 0 ? ones(rows) : contrast(rows, 0, 1, j);
            for (int k = 0; k < columns; k++) {
                double[] b = k == 0 ? ones(columns) : contrast(columns, 0, 1, k);
                double value = rest;
                value += j == 0 && k == 0 ? all : 0;
                value += k == 0 ? ofRows : 0;
                value += j == 0 ? ofColumns : 0;
                pairs.add(new Pair(value, product(a, b)));
            }
        }
        return sorted(pairs);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length * b.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i / b.length] * b[i % b.length];
        }
        return product;
    }

    /** Child j of a branch against the children before it; children have {@code child} items. */
    private static double[] contrast(int items, int from, int child, int j) {
        double[] vector = new double[items];
        for (int i = 0; i < (j + 1) * child; i++) {
            vector[from + i] = i < j * child ? 1 : -j;
        }
        return vector;
    }

    private static FormSpectrum sorted(List<Pair> pairs) {
        List<Pair> descending = new ArrayList<>(pairs);
        descending.sort(Comparator.comparingDouble((Pair pair) -> -pair.value()));
        int n = descending.size();
        double[] values = new double[n];
        double[] vectors = new double[n * n];
        for (int k = 0; k < n; k++) {
            values[k] = descending.get(k).value();
            double[] vector = descending.get(k).vector();
            double norm = Vectors.norm(vector);
            for (int i = 0; i < n; i++) {
                vectors[i * n + k] = vector[i] / norm;
            }
        }
        return new FormSpectrum(values, Matrix.of(n, n, vectors));
    }

    private static void atLeast(int least, int number) {
        if (number < least) {
            throw new IllegalArgumentException(number + " is fewer than " + least);
        }
    }
}
