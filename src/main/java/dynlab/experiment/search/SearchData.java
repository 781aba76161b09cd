package dynlab.experiment.search;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.run.Runner;
import dynlab.learning.GatedGraph;
import dynlab.learning.Samples;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.util.ArrayList;
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
        List<Integer> layers = GatedGraph.switched(experiment.architecture());
        if (layers.isEmpty()) {
            throw new Refused("graph.nodes", "there is no hidden ReLU layer whose gates could be read");
        }
        if (contexts(experiment).isEmpty()) {
            throw new Refused("contexts", "none is trained towards a target, so there is nothing to watch");
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

    /** A network at its start, all gates open. */
    GatedGraph network() {
        return new GatedGraph(
                experiment.architecture(),
                contexts,
                weights,
                experiment.training().learningRate());
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

    /** What the gates leave as it is, in a sentence with a blank before it; empty if that is only linear layers. */
    String note() {
        StringBuilder names = new StringBuilder();
        int count = 0;
        for (int v = 0; v < experiment.architecture().nodes().size(); v++) {
            Node node = experiment.architecture().nodes().get(v);
            if (node.activation() != Activation.LINEAR && !layers.contains(v)) {
                names.append(count == 0 ? "" : ", ").append(node.id());
                count++;
            }
        }
        return count == 0
                ? ""
                : " Only ReLU layers got gates; " + names + (count == 1 ? " keeps its" : " keep their")
                        + " own function.";
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
     * each with the samples for which it has a target; 0 where contexts have gates, for then no one map is the best.
     */
    double linearFloor() {
        double floor = 0;
        if (open()) {
            for (Node node : experiment.architecture().nodes()) {
                floor += node.role() == Role.OUTPUT ? floor(node) : 0;
            }
        }
        return floor;
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
        Matrix x = samples.x().times(scale);
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
