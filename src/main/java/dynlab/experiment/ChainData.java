package dynlab.experiment;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.learning.Samples;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/** An experiment read as a chain of layers from one input to one output, with the trained samples side by side. */
final class ChainData {
    private final List<Integer> edges;
    private final List<Integer> hidden;
    private final Samples samples;
    private final List<Matrix> weights;

    private ChainData(List<Integer> edges, List<Integer> hidden, Samples samples, List<Matrix> weights) {
        this.edges = edges;
        this.hidden = hidden;
        this.samples = samples;
        this.weights = weights;
    }

    /**
     * Reads an experiment.
     *
     * @throws Refused if it is not one chain of at least one ReLU layer with open gates
     */
    static ChainData of(Experiment experiment) {
        Architecture architecture = experiment.architecture();
        if (!experiment.training().plain()) {
            throw new Refused("training", "is in stages or holds gates; gates are read off plainly trained networks");
        }
        List<Integer> edges = edges(architecture);
        List<Integer> hidden = new ArrayList<>();
        for (int k = 0; k + 1 < edges.size(); k++) {
            int v = architecture.target(edges.get(k));
            Node node = architecture.nodes().get(v);
            if (node.activation() != Activation.RELU) {
                throw new Refused(
                        "graph.nodes", "\"" + node.id() + "\" is not a ReLU layer; gates are read off ReLU networks");
            }
            hidden.add(v);
        }
        if (hidden.isEmpty()) {
            throw new Refused("graph.nodes", "there is no hidden ReLU layer whose gates could be read");
        }
        List<Matrix> initial = Runner.initialWeights(experiment);
        return new ChainData(
                edges,
                hidden,
                samples(experiment, architecture, edges),
                edges.stream().map(initial::get).toList());
    }

    private static List<Integer> edges(Architecture architecture) {
        int at = -1;
        int inputs = 0;
        for (int v = 0; v < architecture.nodes().size(); v++) {
            if (architecture.nodes().get(v).role() == Role.INPUT) {
                at = v;
                inputs++;
            }
        }
        List<Integer> edges = new ArrayList<>();
        while (inputs == 1 && architecture.outgoing(at).length == 1 && architecture.incoming(at).length <= 1) {
            int edge = architecture.outgoing(at)[0];
            edges.add(edge);
            at = architecture.target(edge);
        }
        boolean ends = at >= 0
                && architecture.nodes().get(at).role() == Role.OUTPUT
                && architecture.nodes().get(at).activation() == Activation.LINEAR;
        if (!ends || edges.size() != architecture.edges().size()) {
            throw new Refused("graph", "is not one chain of layers from a single input to a single linear output");
        }
        return edges;
    }

    private static Samples samples(Experiment experiment, Architecture architecture, List<Integer> edges) {
        Node input = architecture.nodes().get(architecture.source(edges.get(0)));
        Node output = architecture.nodes().get(architecture.target(edges.get(edges.size() - 1)));
        List<Matrix> xs = new ArrayList<>();
        List<Matrix> ys = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>(List.of(0));
        for (Context context : experiment.contexts()) {
            Matrix y = context.y().get(output.id());
            if (!context.train() || y == null) {
                continue;
            }
            if (!context.gates().open()) {
                throw new Refused(
                        "contexts", "\"" + context.name() + "\" has gates; the ReLU network must find its own");
            }
            Matrix x = context.x().get(input.id());
            xs.add(x == null ? Matrix.zero(input.width(), context.samples()) : x);
            ys.add(y);
            for (double w : context.weights()) {
                weights.add(w);
            }
            blocks.add(weights.size());
        }
        return new Samples(
                sideBySide(xs, input.width()),
                sideBySide(ys, output.width()),
                weights.stream().mapToDouble(Double::doubleValue).toArray(),
                blocks.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Matrix sideBySide(List<Matrix> parts, int rows) {
        int columns = parts.stream().mapToInt(Matrix::columns).sum();
        double[] values = new double[rows * columns];
        int at = 0;
        for (Matrix part : parts) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(part.row(i), 0, values, i * columns + at, part.columns());
            }
            at += part.columns();
        }
        return Matrix.of(rows, columns, values);
    }

    /** Positions of the edges in the graph, from the input up. */
    List<Integer> edges() {
        return List.copyOf(edges);
    }

    /** Positions of the hidden nodes in the graph, from the input up. */
    List<Integer> hidden() {
        return List.copyOf(hidden);
    }

    Samples samples() {
        return samples;
    }

    /** Initial weights from the input up. */
    List<Matrix> weights() {
        return weights;
    }
}
