package dynlab.experiment.search;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.ReluLayers;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.run.Runner;
import dynlab.experiment.run.Trainers;
import dynlab.learning.Samples;
import dynlab.learning.Trainer;
import dynlab.network.Loss;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a search for gates needs of an experiment, which may be any graph: its ReLU layers and, side by side, the samples
 * that it is trained on.
 */
final class SearchData {
    private final Experiment experiment;
    private final List<Context> contexts;
    private final List<Integer> layers;
    private final List<Matrix> weights;
    private final Samples samples;

    private SearchData(Experiment experiment, List<Integer> layers) {
        this.experiment = experiment;
        this.layers = layers;
        contexts = contexts(experiment);
        weights = Runner.initialWeights(experiment);
        samples = new Samples(stacked(Role.INPUT), stacked(Role.OUTPUT), sampleWeights(), blocks());
    }

    /**
     * Reads an experiment.
     *
     * @throws Refused if no layer has gates that could be found, or nothing is trained
     */
    static SearchData of(Experiment experiment) {
        List<Integer> layers = ReluLayers.of(experiment.architecture());
        if (layers.isEmpty()) {
            throw new Refused("graph.nodes", Phrase.of("search-error.no-relu"));
        }
        if (contexts(experiment).isEmpty()) {
            throw new Refused("contexts", Phrase.of("search-error.no-target"));
        }
        return new SearchData(experiment, layers);
    }

    /** The contexts whose samples have gates in what a search finds: those that carry a loss. */
    static List<Context> contexts(Experiment experiment) {
        List<Context> used = new ArrayList<>();
        for (Context context : experiment.contexts()) {
            if (context.train() && context.samples() > 0 && !context.y().isEmpty()) {
                used.add(context);
            }
        }
        return used;
    }

    /** The network at its start, to be trained as the experiment says. */
    Trainer trainer() {
        return Trainers.of(experiment, weights, true);
    }

    /** Gives a network gates that stay, one matrix a layer, from the input up, units × samples. */
    void setGates(Network network, List<Matrix> gates) {
        for (int l = 0; l < gates.size(); l++) {
            network.setGates(layers.get(l), widened(gates.get(l)));
        }
    }

    /** What a layer's units sum up, units × samples; see {@link Network#summed}. */
    Matrix summed(Network network, int layer) {
        return narrowed(network.summed(layers.get(layer)));
    }

    /** What a layer's units say, units × samples. */
    Matrix hidden(Network network, int layer) {
        return narrowed(network.hidden(layers.get(layer)));
    }

    /** With columns, open, for the samples that are trained but carry no loss. */
    private Matrix widened(Matrix matrix) {
        return columns(matrix, true);
    }

    private Matrix narrowed(Matrix matrix) {
        return columns(matrix, false);
    }

    private Matrix columns(Matrix matrix, boolean widen) {
        int all = experiment.contexts().stream()
                .filter(Context::train)
                .mapToInt(Context::samples)
                .sum();
        if (all == samples.count()) {
            return matrix;
        }
        int width = widen ? all : samples.count();
        double[] values = new double[matrix.rows() * width];
        Arrays.fill(values, 1);
        int wide = 0;
        int narrow = 0;
        for (Context context : experiment.contexts()) {
            int count = context.train() ? context.samples() : 0;
            if (contexts.contains(context)) {
                for (int i = 0; i < matrix.rows(); i++) {
                    System.arraycopy(
                            matrix.row(i), widen ? narrow : wide, values, i * width + (widen ? wide : narrow), count);
                }
                narrow += count;
            }
            wide += count;
        }
        return Matrix.of(matrix.rows(), width, values);
    }

    /** Positions of the layers that have gates, from the input up. */
    List<Integer> layers() {
        return layers;
    }

    /** All inputs and all targets below one another; what is absent in a context is 0. */
    Samples samples() {
        return samples;
    }

    /** Whether the layers follow one another from a single input to a single output, and no context closes anything. */
    boolean chain() {
        // every layer is entered and left, so there are just enough connections for one way
        Architecture graph = experiment.architecture();
        return graph.edges().size() == layers.size() + 1 && graph.nodes().size() == layers.size() + 2 && open();
    }

    /** The edge from the only input to the first layer of a chain. */
    OptionalInt firstEdge() {
        return chain() ? OptionalInt.of(experiment.architecture().incoming(layers.get(0))[0]) : OptionalInt.empty();
    }

    private boolean open() {
        for (Context context : contexts) {
            if (!context.gates().open()) {
                return false;
            }
        }
        return true;
    }

    /** What the gates leave as it is; nothing if that is only linear layers. */
    Optional<Phrase> note() {
        List<Argument> names = new ArrayList<>();
        for (int v = 0; v < experiment.architecture().nodes().size(); v++) {
            Node node = experiment.architecture().nodes().get(v);
            if (node.activation() != Activation.LINEAR && !layers.contains(v)) {
                names.add(Argument.name(node.id()));
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Argument listed = new Argument.Listed(names);
        return Optional.of(
                names.size() == 1 ? Phrase.of("search.keeps-its", listed) : Phrase.of("search.keep-their", listed));
    }

    private Matrix stacked(Role role) {
        int count = blocks()[contexts.size()];
        List<double[]> rows = new ArrayList<>();
        for (Node node : experiment.architecture().nodes()) {
            if (node.role() != role) {
                continue;
            }
            for (int i = 0; i < node.width(); i++) {
                double[] row = new double[count];
                int at = 0;
                for (Context context : contexts) {
                    Matrix data = data(context, node, role).orElse(Matrix.zero(node.width(), context.samples()));
                    System.arraycopy(data.row(i), 0, row, at, context.samples());
                    at += context.samples();
                }
                rows.add(row);
            }
        }
        return Matrix.of(rows.toArray(new double[0][]));
    }

    private static Optional<Matrix> data(Context context, Node node, Role role) {
        return Optional.ofNullable((role == Role.INPUT ? context.x() : context.y()).get(node.id()));
    }

    private int[] blocks() {
        int[] blocks = new int[contexts.size() + 1];
        for (int c = 0; c < contexts.size(); c++) {
            blocks[c + 1] = blocks[c] + contexts.get(c).samples();
        }
        return blocks;
    }

    private double[] sampleWeights() {
        double[] all = new double[blocks()[contexts.size()]];
        int at = 0;
        for (Context context : contexts) {
            double[] some = context.weights();
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        return all;
    }

    /**
     * The loss at which the best linear map ends, ½ Σ w |y|² of what is left of Y off the row space of X, over the outputs
     * each with the samples for which it has a target; with biases also off the constant row. It is 0 where contexts have
     * gates or gates are learned, for then no one map is the best, and where the loss is not the squared error.
     */
    double linearFloor() {
        double floor = 0;
        boolean squared = experiment.training().method().loss() == Loss.SQUARED;
        if (open() && squared && experiment.extras().gates().isEmpty()) {
            for (Node node : experiment.architecture().nodes()) {
                floor += node.role() == Role.OUTPUT ? floor(node) : 0;
            }
        }
        return floor;
    }

    /** All inputs, and a row of ones where there are biases. */
    private Matrix inputs() {
        Matrix x = samples.x();
        if (!experiment.architecture().biased()) {
            return x;
        }
        double[][] rows = new double[x.rows() + 1][];
        for (int i = 0; i < x.rows(); i++) {
            rows[i] = x.row(i);
        }
        double[] ones = new double[x.columns()];
        Arrays.fill(ones, 1);
        rows[x.rows()] = ones;
        return Matrix.of(rows);
    }

    private double floor(Node output) {
        double[] roots = samples.weights();
        int[] blocks = blocks();
        double[] y = new double[output.width() * roots.length];
        for (int c = 0; c < contexts.size(); c++) {
            Optional<Matrix> target = data(contexts.get(c), output, Role.OUTPUT);
            for (int n = blocks[c]; n < blocks[c + 1]; n++) {
                roots[n] = target.isPresent() ? Math.sqrt(Math.max(0, roots[n])) : 0;
                for (int i = 0; target.isPresent() && i < output.width(); i++) {
                    y[i * roots.length + n] = target.get().at(i, n - blocks[c]);
                }
            }
        }
        Matrix scale = Matrix.diagonal(roots);
        Matrix x = inputs().times(scale);
        Matrix aims = Matrix.of(output.width(), roots.length, y).times(scale);
        Svd svd = Svd.thin(x);
        double[] kept = svd.s();
        for (int k = 0; k < kept.length; k++) {
            kept[k] = kept[k] > 1e-9 * svd.s()[0] ? 1 : 0;
        }
        Matrix fitted =
                aims.times(svd.v()).times(Matrix.diagonal(kept)).times(svd.v().transpose());
        double norm = aims.minus(fitted).norm();
        return 0.5 * norm * norm;
    }
}
