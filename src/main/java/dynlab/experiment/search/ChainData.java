package dynlab.experiment.search;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.run.Runner;
import dynlab.learning.LearningRule;
import dynlab.learning.Method;
import dynlab.learning.Samples;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An experiment read as a chain of layers from one input to one output.
 *
 * @param samples those that are trained on, side by side
 * @param weights initial, from the input up
 * @param edges the ids of their edges
 * @param biases initial, of the node that each edge leads to; absent where it has none
 */
public record ChainData(Samples samples, List<Matrix> weights, List<String> edges, List<Optional<Matrix>> biases) {
    public ChainData {
        weights = List.copyOf(weights);
        edges = List.copyOf(edges);
        biases = List.copyOf(biases);
    }

    /**
     * Reads an experiment.
     *
     * @throws Refused if it is not one chain of at least one ReLU layer with open gates, or nothing is trained, or its
     *     training speaks of its own samples or matrices in a way that has no counterpart in another network
     */
    public static ChainData of(Experiment experiment) {
        Architecture architecture = experiment.architecture();
        refuse(experiment);
        List<Integer> edges = edges(architecture);
        for (int k = 0; k + 1 < edges.size(); k++) {
            Node node = architecture.nodes().get(architecture.target(edges.get(k)));
            if (node.activation() != Activation.RELU) {
                throw new Refused("graph.nodes", Phrase.of("search-error.not-relu", Argument.name(node.id())));
            }
        }
        SearchData data = SearchData.of(experiment);
        for (Context context : SearchData.contexts(experiment)) {
            if (!context.gates().open()) {
                throw new Refused("contexts", Phrase.of("search-error.gated", Argument.name(context.name())));
            }
        }
        List<Matrix> initial = Runner.initialWeights(experiment);
        List<Optional<Matrix>> biases = new ArrayList<>();
        for (int edge : edges) {
            Node node = architecture.nodes().get(architecture.target(edge));
            Matrix given = experiment.extras().biases().get(node.id());
            Matrix none = Matrix.zero(node.width(), 1);
            biases.add(node.bias() ? Optional.of(given == null ? none : given) : Optional.empty());
        }
        return new ChainData(
                data.samples(),
                edges.stream().map(initial::get).toList(),
                edges.stream().map(e -> architecture.edges().get(e).id()).toList(),
                biases);
    }

    /** What the order of samples or the shape of a matrix decides would not be the same in a network of other parts. */
    private static void refuse(Experiment experiment) {
        Method method = experiment.training().method();
        if (method.batch().isPresent() || method.noise().isPresent()) {
            throw new Refused("training", Phrase.of("search-error.order"));
        } else if (experiment.training().gatesEvery().isPresent()) {
            throw new Refused("training.gates_every", Phrase.of("search-error.held"));
        } else if (!method.rule().equals(LearningRule.BACKPROP)) {
            throw new Refused("training.rule", Phrase.of("search-error.feedback"));
        } else if (!experiment.extras().gates().isEmpty()
                || experiment.architecture().tied()) {
            throw new Refused("graph", Phrase.of("search-error.learned"));
        }
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
            throw new Refused("graph", Phrase.of("search-error.no-chain"));
        }
        return edges;
    }
}
