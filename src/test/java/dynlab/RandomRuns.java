package dynlab;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Experiments drawn to the edges of what theory claims: chains, gated graphs and graphs with ReLU nodes, of any widths and
 * ranks, whose starts are zeros, ties, wrong signs, rounding, or nothing special, with rates up to the unstable ones.
 */
final class RandomRuns {
    private final Rng rng;

    RandomRuns(int seed) {
        rng = new Rng(seed);
    }

    Experiment draw() {
        return switch (rng.nextInt(3)) {
            case 0 -> chain();
            case 1 -> graph(false);
            default -> graph(true);
        };
    }

    /** The same with every initial weight moved a little, and as many steps. */
    static Experiment moved(Experiment experiment, int steps, double size) {
        Rng noise = new Rng(99);
        List<Matrix> weights = ((Start.Given) experiment.start())
                .weights().stream()
                        .map(w -> w.plus(GatedGraphs.gaussian(noise, w.rows(), w.columns())
                                .scaled(size)))
                        .toList();
        Training training = experiment.training();
        return experiment(experiment.architecture(), experiment.contexts(), weights, training.learningRate(), steps);
    }

    private static Experiment experiment(
            Architecture graph, List<Context> contexts, List<Matrix> weights, double rate, int steps) {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i <= 50; i++) {
            at.add(i * steps / 50);
        }
        return new Experiment(
                "drawn",
                "",
                graph,
                contexts,
                new Start.Given(weights),
                new Training(rate, 1, steps),
                new RecordPlan(new RecordPlan.When.At(at), Set.of()),
                true);
    }

    private Matrix orthogonal(int n) {
        return Svd.full(GatedGraphs.gaussian(rng, n, n)).u();
    }

    private Experiment chain() {
        int depth = 1 + rng.nextInt(4);
        int[] widths = new int[depth + 1];
        List<Matrix> frames = new ArrayList<>();
        boolean axes = rng.nextInt(3) == 0;
        for (int v = 0; v <= depth; v++) {
            widths[v] = 1 + rng.nextInt(6);
            frames.add(axes ? Matrix.identity(widths[v]) : orthogonal(widths[v]));
        }
        double[] d = new double[widths[0]];
        boolean white = rng.nextInt(2) == 0;
        for (int k = 0; k < d.length; k++) {
            d[k] = white ? 1 : 0.3 + rng.nextDouble();
        }
        double[] roots = new double[d.length];
        double[] targets = new double[Math.min(widths[0], widths[depth])];
        for (int k = 0; k < d.length; k++) {
            roots[k] = Math.sqrt(d[k]);
        }
        double largest = 0;
        for (int k = 0; k < targets.length; k++) {
            targets[k] = rng.nextInt(6) == 0 ? 0 : rng.nextInt(4) == 0 ? 1 : 0.3 + 2 * rng.nextDouble();
            largest = Math.max(largest, targets[k]);
        }
        Matrix x = frames.get(0).times(Matrix.diagonal(roots));
        Matrix y = frames.get(depth).times(rectangle(widths[depth], widths[0], targets, roots));
        List<Matrix> weights = new ArrayList<>();
        double[] sizes = sizes(depth, Math.max(widths[0], widths[depth]));
        boolean random = rng.nextInt(5) == 0;
        double small = Math.pow(10, -3 * rng.nextDouble());
        for (int e = 0; e < depth; e++) {
            Matrix diagonal = rectangle(widths[e + 1], widths[e], row(sizes, depth, e), ones(widths[e]));
            Matrix aligned =
                    frames.get(e + 1).times(diagonal).times(frames.get(e).transpose());
            weights.add(
                    random ? GatedGraphs.gaussian(rng, widths[e + 1], widths[e]).scaled(0.5 * small) : aligned);
        }
        double stable = 2 / (depth * 1.3 * Math.pow(Math.max(1, largest), 2 - 2.0 / depth));
        return experiment(Chains.architecture(weights), Chains.data(x, y), weights, stable * rate(), 1500);
    }

    private double rate() {
        return new double[] {0.02, 0.1, 0.4, 0.9, 1.1}[rng.nextInt(5)];
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] row(double[] sizes, int depth, int e) {
        double[] row = new double[sizes.length / depth];
        System.arraycopy(sizes, e * row.length, row, 0, row.length);
        return row;
    }

    /** Entry k is a[k] b[k], as far as both reach. */
    private static Matrix rectangle(int rows, int columns, double[] a, double[] b) {
        double[][] values = new double[rows][columns];
        for (int k = 0; k < Math.min(Math.min(rows, columns), a.length); k++) {
            values[k][k] = a[k] * b[k];
        }
        return Matrix.of(values);
    }

    /** Initial strengths, edges × modes: each mode of one kind. */
    private double[] sizes(int edges, int modes) {
        double[] sizes = new double[edges * modes];
        for (int k = 0; k < modes; k++) {
            int kind = rng.nextInt(8);
            double base = Math.pow(10, -2.5 * rng.nextDouble());
            for (int e = 0; e < edges; e++) {
                double own = base * (0.5 + rng.nextDouble());
                sizes[e * modes + k] = switch (kind) {
                    case 0 -> 0;
                    case 1 -> e == 0 ? 0 : own;
                    case 2 -> e == 0 ? -base : base;
                    case 3 -> e == 0 ? -own : own;
                    case 4 -> 1e-17 * own;
                    case 5 -> base;
                    default -> own;
                };
            }
        }
        return sizes;
    }

    /** A graph whose correlations are diagonal in known frames; with ReLU nodes that no context opens, if asked. */
    private Experiment graph(boolean bent) {
        int inputs = 1 + rng.nextInt(2);
        int hidden = 1 + rng.nextInt(3);
        int outputs = 1 + rng.nextInt(2);
        List<Node> nodes = new ArrayList<>();
        List<Matrix> frames = new ArrayList<>();
        int widest = 0;
        boolean equal = rng.nextInt(2) == 0;
        int common = 1 + rng.nextInt(4);
        for (int v = 0; v < inputs + hidden + outputs; v++) {
            Role role = v < inputs ? Role.INPUT : v < inputs + hidden ? Role.HIDDEN : Role.OUTPUT;
            int width = equal ? common : 1 + rng.nextInt(4);
            widest = Math.max(widest, width);
            boolean relu = bent && role == Role.HIDDEN && v == inputs;
            nodes.add(new Node("n" + v, role, width, relu ? Activation.RELU : Activation.LINEAR));
            frames.add(orthogonal(width));
        }
        List<Edge> edges = new ArrayList<>();
        List<int[]> ends = new ArrayList<>();
        for (int t = inputs; t < nodes.size(); t++) {
            for (int s = 0; s < Math.min(t, inputs + hidden); s++) {
                if (rng.nextDouble() < 0.55 || s == Math.min(t, inputs + hidden) - 1) {
                    edges.add(new Edge("e" + edges.size(), "n" + s, "n" + t));
                    ends.add(new int[] {s, t});
                }
            }
        }
        List<Context> contexts = new ArrayList<>();
        double[] gates = {0, 0.5, 1, 1, 1, -1};
        int count = 1 + rng.nextInt(3);
        for (int c = 0; c < count; c++) {
            Map<String, Double> open = new LinkedHashMap<>();
            Map<String, Matrix> x = new LinkedHashMap<>();
            Map<String, Matrix> y = new LinkedHashMap<>();
            for (int v = 0; v < nodes.size(); v++) {
                Node node = nodes.get(v);
                double[] diagonal = new double[node.width()];
                for (int k = 0; k < diagonal.length; k++) {
                    double sign = rng.nextInt(5) == 0 ? -1 : 1;
                    diagonal[k] = node.role() == Role.INPUT
                            ? 0.6 + 0.4 * rng.nextDouble()
                            : sign * (2.0 / (1 + k) + 0.2 * rng.nextDouble());
                }
                Matrix data = frames.get(v).times(rectangle(node.width(), widest, diagonal, ones(widest)));
                if (node.role() == Role.INPUT) {
                    x.put(node.id(), data);
                } else if (node.role() == Role.OUTPUT) {
                    y.put(node.id(), data);
                } else {
                    open.put(node.id(), bent && v == inputs ? 0 : gates[rng.nextInt(gates.length)]);
                }
            }
            double[] weight = ones(widest);
            for (int n = 0; n < widest; n++) {
                weight[n] = 0.7 / count;
            }
            contexts.add(new Context("c" + c, true, weight, new Gates(open, Map.of()), x, y));
        }
        List<Matrix> weights = new ArrayList<>();
        double[] sizes = sizes(edges.size(), widest);
        for (int e = 0; e < edges.size(); e++) {
            int s = ends.get(e)[0];
            int t = ends.get(e)[1];
            Matrix b = rectangle(nodes.get(t).width(), nodes.get(s).width(), row(sizes, edges.size(), e), ones(widest));
            weights.add(frames.get(t).times(b).times(frames.get(s).transpose()));
        }
        return experiment(new Architecture(nodes, edges), contexts, weights, 0.3 * rate(), 1500);
    }
}
