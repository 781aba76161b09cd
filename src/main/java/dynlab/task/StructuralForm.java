package dynlab.task;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.SymmetricEigen;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Items whose features vary smoothly over a graph: what is near on the graph is alike in most features. Nobody tells the
 * network the graph; the covariance of the features has it.
 *
 * <pre>y ~ N(0, C),   C = item block of (t₀ I + w Δ)⁻¹,   t₀ = 1/σ²,  w = 1/e</pre>
 *
 * <p>with Δ the graph's Laplacian, items and joining nodes alike. The two forms that are not graphs of this kind are made by
 * hand: an ordering has one threshold feature an item, {@code y_j(i) = 1 where i ≥ j}, and a crossing of two groupings has
 * {@code C = α 11ᵀ + β [same row] + γ [same column] + δ I}. Source: C. Kemp and J. Tenenbaum, PNAS 2008, for the forms; A.
 * Saxe, J. McClelland and S. Ganguli, PNAS 2019, for learning them. Their eigenpairs are known in closed form, see
 * docs/theory.md §8.2.
 *
 * @param kind which form
 * @param size items wanted, 6…16; {@link #items} says how many the form has then
 * @param variance σ² &gt; 0
 * @param edge length e &gt; 0 of every edge
 */
public record StructuralForm(Kind kind, int size, double variance, double edge) {
    /** Shares of the crossing: what all share, what a row shares, a column, an item alone. */
    static final double ALPHA = 0.1;

    static final double BETA = 0.5;
    static final double GAMMA = 0.3;
    static final double DELTA = 0.2;

    /** The forms; {@link #word} is the word in an address. */
    public enum Kind {
        CLUSTER("cluster", Phrase.of("task.form.groups")),
        TREE("tree", Phrase.of("task.form.tree")),
        RING("ring", Phrase.of("task.form.ring")),
        CHAIN("chain", Phrase.of("task.form.chain")),
        ORDERING("ordering", Phrase.of("task.form.order")),
        CROSS("cross", Phrase.of("task.form.grid"));

        private final String word;
        private final Phrase label;

        Kind(String word, Phrase label) {
            this.word = word;
            this.label = label;
        }

        public String word() {
            return word;
        }

        /** What a picture of it is called. */
        public Phrase label() {
            return label;
        }

        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no form " + word);
        }
    }

    /** Items that the form has: groups of equal size, a whole tree, a whole grid. */
    public int items() {
        return switch (kind) {
            case CLUSTER, CROSS -> rows() * columns();
            case TREE -> size <= 12 ? 8 : 16;
            case RING, CHAIN, ORDERING -> size;
        };
    }

    /** Groups, or rows of the grid. */
    public int rows() {
        return kind == Kind.CROSS ? 2 : 3;
    }

    /** Items of a group, or columns of the grid. */
    public int columns() {
        return size / rows();
    }

    /** t₀ = 1/σ². */
    public double self() {
        return 1 / variance;
    }

    /** w = 1/e. */
    public double pull() {
        return 1 / edge;
    }

    /** The graph, also of those forms whose covariance does not come from it. */
    public ItemGraph graph() {
        return FormGraphs.of(this);
    }

    /** C, items × items: the features' expected covariance. */
    public Matrix covariance() {
        return switch (kind) {
            case CLUSTER, TREE, RING, CHAIN -> smooth();
            case ORDERING -> {
                Matrix y = thresholds();
                yield y.transpose().times(y);
            }
            case CROSS -> crossed();
        };
    }

    /** The item block of the inverse of t₀ I + w Δ, by its eigenvectors. */
    private Matrix smooth() {
        ItemGraph graph = graph();
        int n = graph.size();
        double[] precision = new double[n * n];
        for (int i = 0; i < n; i++) {
            precision[i * n + i] = self();
        }
        for (ItemGraph.Link link : graph.edges()) {
            int a = link.from();
            int b = link.to();
            precision[a * n + a] += pull();
            precision[b * n + b] += pull();
            precision[a * n + b] -= pull();
            precision[b * n + a] -= pull();
        }
        SymmetricEigen eigen = SymmetricEigen.of(Matrix.of(n, n, precision));
        int items = items();
        double[] c = new double[items * items];
        for (int k = 0; k < n; k++) {
            double[] v = eigen.vectors().column(k);
            for (int i = 0; i < items; i++) {
                for (int j = 0; j < items; j++) {
                    double both = v[i] * v[j];
                    c[i * items + j] += both / eigen.values()[k];
                }
            }
        }
        return Matrix.of(items, items, c);
    }

    private Matrix crossed() {
        int items = items();
        double[] c = new double[items * items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                boolean row = i / columns() == j / columns();
                boolean column = i % columns() == j % columns();
                c[i * items + j] = ALPHA + (row ? BETA : 0) + (column ? GAMMA : 0) + (i == j ? DELTA : 0);
            }
        }
        return Matrix.of(items, items, c);
    }

    private Matrix thresholds() {
        int items = items();
        double[] y = new double[items * items];
        for (int j = 0; j < items; j++) {
            for (int i = j; i < items; i++) {
                y[j * items + i] = 1;
            }
        }
        return Matrix.of(items, items, y);
    }

    /**
     * The items with as many features as items and without noise: {@code Y = C^½}, or the thresholds of an ordering. Their
     * Gram matrix is C.
     */
    public World world() {
        Matrix y = kind == Kind.ORDERING ? thresholds() : squareRoot();
        return named(y);
    }

    /**
     * Drawn features, {@code y ~ N(0, C) / √N}, so that the expected Gram matrix is C however many there are.
     *
     * @param features N ≥ 1
     * @param seed of the draw
     */
    public World sampled(int features, int seed) {
        int items = items();
        Rng rng = new Rng(seed);
        double[] noise = new double[features * items];
        double size = Math.sqrt(features);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = rng.nextGaussian() / size;
        }
        return named(Matrix.of(features, items, noise).times(squareRoot()));
    }

    private Matrix squareRoot() {
        SymmetricEigen eigen = SymmetricEigen.of(covariance());
        double[] roots = eigen.values();
        for (int k = 0; k < roots.length; k++) {
            roots[k] = Math.sqrt(Math.max(0, roots[k]));
        }
        return eigen.vectors()
                .times(Matrix.diagonal(roots))
                .times(eigen.vectors().transpose());
    }

    private World named(Matrix y) {
        List<String> features = new ArrayList<>();
        for (int f = 1; f <= y.rows(); f++) {
            features.add("f" + f);
        }
        World plain = World.plain(FormGraphs.names(this), features, y);
        return new World(plain.items(), features, y, plain.tree(), List.of(), false, Optional.of(graph()));
    }
}
