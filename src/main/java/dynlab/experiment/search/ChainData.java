package dynlab.experiment.search;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.run.Runner;
import dynlab.learning.Samples;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * An experiment read as a chain of layers from one input to one output.
 *
 * @param samples those that are trained on, side by side
 * @param weights initial, from the input up
 */
public record ChainData(Samples samples, List<Matrix> weights) {
    /**
     * Reads an experiment.
     *
     * @throws Refused if it is not one chain of at least one ReLU layer with open gates, or nothing is trained
     */
    public static ChainData of(Experiment experiment) {
        Architecture architecture = experiment.architecture();
        if (!experiment.plain()) {
            throw new Refused(
                    "training", "is not plain descent of weights; gates are read off plainly trained networks");
        }
        List<Integer> edges = edges(architecture);
        for (int k = 0; k + 1 < edges.size(); k++) {
            Node node = architecture.nodes().get(architecture.target(edges.get(k)));
            if (node.activation() != Activation.RELU) {
                throw new Refused(
                        "graph.nodes", "\"" + node.id() + "\" is not a ReLU layer; gates are read off ReLU networks");
            }
        }
        SearchData data = SearchData.of(experiment);
        for (Context context : SearchData.contexts(experiment)) {
            if (!context.gates().open()) {
                throw new Refused(
                        "contexts", "\"" + context.name() + "\" has gates; the ReLU network must find its own");
            }
        }
        List<Matrix> initial = Runner.initialWeights(experiment);
        return new ChainData(data.samples(), edges.stream().map(initial::get).toList());
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
}
