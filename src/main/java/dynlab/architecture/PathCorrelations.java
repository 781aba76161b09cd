package dynlab.architecture;

import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gated correlations of every open path of a graph.
 *
 * <pre>
 * Σ^yx(p)   = ⟨ g_p y_t(p) x_s(p)ᵀ ⟩
 * Σ^x(j, p) = ⟨ g_j x_s(j) x_s(p)ᵀ g_p ⟩   for j, p that end at the same output
 * </pre>
 *
 * where ⟨·⟩ sums over the samples of trained contexts that have a target for the output, with their weights, and g_p is
 * the product of all node and edge gates on the path, both ends included. Source: Saxe, Sodhani and Lewallen, ICML 2022.
 */
public final class PathCorrelations {
    /** More pairs of paths than this are not correlated. */
    static final int MOST_PAIRS = 60_000;
    /** A sum below this share of its terms' sizes is what rounding leaves of 0; a thousand terms leave 1e-13. */
    private static final double ROUNDING = 1e-12;

    /**
     * One path with an effect in some trained context.
     *
     * @param edges edge indices from the input up
     * @param input node where it starts
     * @param output node where it ends
     * @param sigmaYx Σ^yx(p), width(output) × width(input)
     */
    public record Path(List<Integer> edges, int input, int output, Matrix sigmaYx) {
        public Path {
            edges = List.copyOf(edges);
        }
    }

    /** Σ^x(j, p) of paths j ≤ p, width(input of j) × width(input of p), not zero. */
    public record Pair(int j, int p, Matrix sigmaX) {}

    private final List<Path> paths = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    private PathCorrelations() {}

    /** The correlations of all open paths, or nothing if there are too many of them. */
    public static Optional<PathCorrelations> of(Architecture architecture, List<Context> contexts) {
        Optional<List<List<Integer>>> all = Pathways.list(architecture);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        PathCorrelations result = new PathCorrelations();
        List<double[]> gates = new ArrayList<>();
        for (List<Integer> edges : all.get()) {
            double[] gate = gates(architecture, contexts, edges);
            if (open(gate)) {
                result.addPath(architecture, contexts, edges, gate);
                gates.add(gate);
            }
        }
        int pairs = 0;
        for (Path j : result.paths) {
            for (Path p : result.paths) {
                pairs += j.output == p.output ? 1 : 0;
            }
        }
        if (pairs > 2 * MOST_PAIRS) {
            return Optional.empty();
        }
        result.addPairs(architecture, contexts, gates);
        return Optional.of(result);
    }

    /** g_p in every trained context with a target for the path's output; 0 in the others. */
    private static double[] gates(Architecture architecture, List<Context> contexts, List<Integer> edges) {
        double[] gates = new double[contexts.size()];
        int output = architecture.target(edges.get(edges.size() - 1));
        for (int c = 0; c < gates.length; c++) {
            Context context = contexts.get(c);
            if (!context.train()
                    || !context.y().containsKey(architecture.nodes().get(output).id())) {
                continue;
            }
            double gate = context.gates().node(id(architecture, architecture.source(edges.get(0))));
            for (int e : edges) {
                gate *= context.gates().edge(architecture.edges().get(e).id());
                gate *= context.gates().node(id(architecture, architecture.target(e)));
            }
            gates[c] = context.x().containsKey(id(architecture, architecture.source(edges.get(0)))) ? gate : 0;
        }
        return gates;
    }

    private static boolean open(double[] gates) {
        for (double gate : gates) {
            if (gate != 0) {
                return true;
            }
        }
        return false;
    }

    private static String id(Architecture architecture, int v) {
        return architecture.nodes().get(v).id();
    }

    private void addPath(Architecture architecture, List<Context> contexts, List<Integer> edges, double[] gates) {
        int input = architecture.source(edges.get(0));
        int output = architecture.target(edges.get(edges.size() - 1));
        Matrix sum = Matrix.zero(
                architecture.nodes().get(output).width(),
                architecture.nodes().get(input).width());
        double terms = 0;
        for (int c = 0; c < gates.length; c++) {
            Matrix y = contexts.get(c).y().get(id(architecture, output));
            Matrix x = contexts.get(c).x().get(id(architecture, input));
            if (gates[c] != 0 && y != null && x != null) {
                sum = sum.plus(moment(y, x, contexts.get(c)).scaled(gates[c]));
                double share = Math.abs(gates[c]) * size(y, contexts.get(c));
                terms += share * size(x, contexts.get(c));
            }
        }
        paths.add(new Path(edges, input, output, unlessRounding(sum, terms)));
    }

    private void addPairs(Architecture architecture, List<Context> contexts, List<double[]> gates) {
        Matrix[][][] moments = new Matrix[contexts.size()][][];
        double[][] sizes = sizes(architecture, contexts);
        for (int p = 0; p < paths.size(); p++) {
            for (int j = 0; j <= p; j++) {
                if (paths.get(j).output != paths.get(p).output) {
                    continue;
                }
                int a = paths.get(j).input;
                int b = paths.get(p).input;
                Matrix sum = Matrix.zero(
                        architecture.nodes().get(a).width(),
                        architecture.nodes().get(b).width());
                double terms = 0;
                for (int c = 0; c < contexts.size(); c++) {
                    double gate = gates.get(j)[c] * gates.get(p)[c];
                    if (gate != 0) {
                        sum = sum.plus(
                                cached(moments, architecture, contexts, c, a, b).scaled(gate));
                        double share = Math.abs(gate) * sizes[c][a];
                        terms += share * sizes[c][b];
                    }
                }
                Matrix moment = unlessRounding(sum, terms);
                if (moment.largest() > 0) {
                    pairs.add(new Pair(j, p, moment));
                }
            }
        }
    }

    private static Matrix cached(
            Matrix[][][] moments, Architecture architecture, List<Context> contexts, int c, int a, int b) {
        int nodes = architecture.nodes().size();
        if (moments[c] == null) {
            moments[c] = new Matrix[nodes][nodes];
        }
        Matrix known = moments[c][a][b];
        if (known == null) {
            Matrix left = contexts.get(c).x().get(id(architecture, a));
            Matrix right = contexts.get(c).x().get(id(architecture, b));
            if (left == null || right == null) {
                throw new AssertionError("an open path starts at an input without data");
            }
            known = moment(left, right, contexts.get(c));
            moments[c][a][b] = known;
        }
        return known;
    }

    private static double[][] sizes(Architecture architecture, List<Context> contexts) {
        double[][] sizes = new double[contexts.size()][architecture.nodes().size()];
        for (int c = 0; c < sizes.length; c++) {
            for (int v = 0; v < sizes[c].length; v++) {
                Matrix x = contexts.get(c).x().get(id(architecture, v));
                sizes[c][v] = x == null ? 0 : size(x, contexts.get(c));
            }
        }
        return sizes;
    }

    /** √(Σ w |x|²): a second moment is at most the product of two of these. */
    static double size(Matrix data, Context context) {
        double[] w = context.weights();
        double sum = 0;
        for (int n = 0; n < w.length; n++) {
            for (int i = 0; i < data.rows(); i++) {
                double square = data.at(i, n) * data.at(i, n);
                sum += Math.abs(w[n]) * square;
            }
        }
        return Math.sqrt(sum);
    }

    /** A sum, or zeros where its terms have cancelled but for rounding: that has no direction. */
    static Matrix unlessRounding(Matrix sum, double terms) {
        return sum.norm() > ROUNDING * terms ? sum : Matrix.zero(sum.rows(), sum.columns());
    }

    /** Σ w left rightᵀ over the samples of a context. */
    static Matrix moment(Matrix left, Matrix right, Context context) {
        double[] w = context.weights();
        double[] values = left.toArray();
        for (int i = 0; i < left.rows(); i++) {
            for (int n = 0; n < w.length; n++) {
                values[i * w.length + n] *= w[n];
            }
        }
        return Matrix.of(left.rows(), left.columns(), values).times(right.transpose());
    }

    /** The open paths. */
    public List<Path> paths() {
        return paths;
    }

    /** Correlated pairs, each once with j ≤ p. */
    public List<Pair> pairs() {
        return pairs;
    }
}
