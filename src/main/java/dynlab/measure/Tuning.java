package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.network.Measured;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every hidden unit responds to at one moment of a run, layer by layer.
 *
 * @param step steps made
 * @param loss the loss then
 * @param layers hidden layers, from the input up; in a gated network all nodes as far from the inputs are one layer
 */
public record Tuning(int step, double loss, List<Layer> layers) {
    /**
     * One layer.
     *
     * @param hidden activity, units × samples of all contexts, context by context
     * @param on 0 or 1, units × samples: whether h &gt; 0 for ReLU, leaky and GELU units, whether the gate is
     *     open for linear and tanh ones
     * @param contributions one a unit, {@link Contribution#of}
     */
    public record Layer(Matrix hidden, Matrix on, double[] contributions) {
        /** How the layer shares its work among contexts that hold the same objects in the same order. */
        public MixedSelectivity selectivity(int contexts) {
            return MixedSelectivity.of(hidden, on, contributions, contexts);
        }
    }

    public Tuning {
        layers = List.copyOf(layers);
    }

    /** Looks at a network; {@code measured} belongs to it and is refreshed. */
    public static Tuning of(Network network, Measured measured, List<Context> contexts, int step, double loss) {
        measured.refresh();
        return seen(network, measured, contexts, step, loss);
    }

    /** The same with activities that are those of now. */
    static Tuning seen(Network network, Measured measured, List<Context> contexts, int step, double loss) {
        Architecture architecture = network.architecture();
        int[] level = architecture.depths();
        List<Layer> layers = new ArrayList<>();
        int deepest = 0;
        for (int v = 0; v < level.length; v++) {
            deepest = architecture.nodes().get(v).role() == Role.HIDDEN ? Math.max(deepest, level[v]) : deepest;
        }
        for (int l = 1; l <= deepest; l++) {
            List<double[]> hidden = new ArrayList<>();
            List<double[]> on = new ArrayList<>();
            List<double[]> readout = new ArrayList<>();
            for (int v = 0; v < level.length; v++) {
                if (level[v] == l && architecture.nodes().get(v).role() == Role.HIDDEN) {
                    gather(network, measured, contexts, v, hidden, on);
                    readout(network, v, readout);
                }
            }
            layers.add(layer(hidden, on, readout));
        }
        return new Tuning(step, loss, layers);
    }

    /** Units of each hidden layer, from the input up. */
    static int[] widths(Architecture architecture) {
        int[] level = architecture.depths();
        int deepest = 0;
        for (int v = 0; v < level.length; v++) {
            deepest = architecture.nodes().get(v).role() == Role.HIDDEN ? Math.max(deepest, level[v]) : deepest;
        }
        int[] widths = new int[deepest];
        for (int v = 0; v < level.length; v++) {
            if (architecture.nodes().get(v).role() == Role.HIDDEN && level[v] > 0) {
                widths[level[v] - 1] += architecture.nodes().get(v).width();
            }
        }
        return widths;
    }

    private static void gather(
            Network network,
            Measured measured,
            List<Context> contexts,
            int v,
            List<double[]> hidden,
            List<double[]> on) {
        var node = network.architecture().nodes().get(v);
        int samples = contexts.stream().mapToInt(Context::samples).sum();
        double[][] h = new double[node.width()][samples];
        double[][] open = new double[node.width()][samples];
        int at = 0;
        for (int c = 0; c < contexts.size(); c++) {
            Matrix part = measured.activity(c, v);
            double gate = measured.gate(c, v);
            for (int u = 0; u < node.width(); u++) {
                for (int n = 0; n < part.columns(); n++) {
                    h[u][at + n] = part.at(u, n);
                    boolean active = node.activation().function().bent() ? part.at(u, n) > 0 : gate != 0;
                    open[u][at + n] = active ? 1 : 0;
                }
            }
            at += part.columns();
        }
        hidden.addAll(List.of(h));
        on.addAll(List.of(open));
    }

    /** The weights out of every unit of a node, one array a unit, all edges one after the other. */
    private static void readout(Network network, int v, List<double[]> readout) {
        Architecture architecture = network.architecture();
        int width = architecture.nodes().get(v).width();
        int rows = 0;
        for (int e : architecture.outgoing(v)) {
            rows += architecture.rows(e);
        }
        Map<Integer, Matrix> weights = new HashMap<>();
        for (int e : architecture.outgoing(v)) {
            weights.put(e, network.weight(e));
        }
        for (int u = 0; u < width; u++) {
            double[] out = new double[rows];
            int at = 0;
            for (int e : architecture.outgoing(v)) {
                Matrix w = weights.getOrDefault(e, Matrix.zero(0, 0));
                for (int i = 0; i < architecture.rows(e); i++) {
                    out[at++] = w.at(i, u);
                }
            }
            readout.add(out);
        }
    }

    private static Layer layer(List<double[]> hidden, List<double[]> on, List<double[]> readout) {
        int most = readout.stream().mapToInt(out -> out.length).max().orElse(0);
        double[] weights = new double[most * readout.size()];
        for (int u = 0; u < readout.size(); u++) {
            for (int i = 0; i < readout.get(u).length; i++) {
                weights[i * readout.size() + u] = readout.get(u)[i];
            }
        }
        Matrix h = Matrix.of(hidden.toArray(new double[0][]));
        return new Layer(
                h,
                Matrix.of(on.toArray(new double[0][])),
                Contribution.of(Matrix.of(most, readout.size(), weights), h));
    }
}
