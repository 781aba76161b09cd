package dynlab;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.learning.Trainer;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Deep linear chains for tests: their graph, their data, their weights, and a plain loop that trains them. */
public final class Chains {
    private Chains() {}

    /** A chain x → h1 → … → y of linear layers with the shapes of the given weights. */
    public static Architecture architecture(List<Matrix> weights) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, weights.get(0).columns()));
        for (int l = 1; l <= weights.size(); l++) {
            boolean last = l == weights.size();
            String id = last ? "y" : "h" + l;
            int width = weights.get(l - 1).rows();
            nodes.add(Node.linear(id, last ? Role.OUTPUT : Role.HIDDEN, width));
            edges.add(new Edge("W" + l, nodes.get(l - 1).id(), id));
        }
        return new Architecture(nodes, edges);
    }

    /** One context of samples with weight 1. */
    public static List<Context> data(Matrix x, Matrix y) {
        return List.of(Context.open("all", x.columns(), Map.of("x", x), Map.of("y", y)));
    }

    /** Items as one-hot inputs. */
    public static List<Context> items(Matrix y) {
        return data(Matrix.identity(y.columns()), y);
    }

    public static Network network(List<Context> contexts, List<Matrix> weights) {
        return new Network(architecture(weights), contexts, weights);
    }

    public static Map<String, Matrix> byEdge(List<Matrix> weights) {
        Map<String, Matrix> byEdge = new LinkedHashMap<>();
        for (int l = 0; l < weights.size(); l++) {
            byEdge.put("W" + (l + 1), weights.get(l));
        }
        return byEdge;
    }

    /** Trains for {@code steps} steps and calls {@code look} before each of them and after the last. */
    public static void train(Network network, double learningRate, int steps, IntConsumer look) {
        Trainer descent = new Trainer(network, learningRate);
        for (int step = 0; step < steps; step++) {
            look.accept(step);
            network.loss();
            descent.step();
        }
        look.accept(steps);
    }

    /** W_D … W_1. */
    public static Matrix map(Network network) {
        Matrix map = network.weight(0);
        for (int e = 1; e < network.architecture().edges().size(); e++) {
            map = network.weight(e).times(map);
        }
        return map;
    }

    /** u_αᵀ W v_α for every column. */
    public static double[] strengths(Matrix u, Matrix map, Matrix v) {
        Matrix all = u.transpose().times(map).times(v);
        double[] strengths = new double[v.columns()];
        for (int k = 0; k < strengths.length; k++) {
            strengths[k] = all.at(k, k);
        }
        return strengths;
    }

    public static Matrix gaussian(int rows, int columns, double sigma, Rng rng) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = sigma * rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    /** Orthonormal columns, or rows if there are more columns than rows. */
    public static Matrix orthogonal(int rows, int columns, Rng rng) {
        Svd svd = Svd.thin(gaussian(rows, columns, 1, rng));
        return svd.u().times(svd.v().transpose());
    }

    /** Weights R_l diag(b) R_{l−1}ᵀ from the input frame v to the output frame u, hidden frames drawn. */
    public static List<Matrix> aligned(Matrix u, double[] b, Matrix v, int width, int depth, Rng rng) {
        List<Matrix> weights = new ArrayList<>();
        Matrix before = v;
        for (int l = 1; l <= depth; l++) {
            Matrix frame = l == depth ? u : orthogonal(width, b.length, rng);
            weights.add(frame.times(Matrix.diagonal(b)).times(before.transpose()));
            before = frame;
        }
        return weights;
    }
}
