package dynlab;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Networks of ReLU layers that no code was made for: random graphs, gates, contexts and data. */
public final class ReluGraphs {
    private ReluGraphs() {}

    /** One to three ReLU layers, each with connections that skip others, one to four contexts, followed by a search. */
    public static Experiment searched(int seed, int steps) {
        Rng rng = new Rng(seed);
        int inputs = 1 + rng.nextInt(2);
        int hidden = 1 + rng.nextInt(3);
        int outputs = 1 + rng.nextInt(2);
        List<Node> nodes = new ArrayList<>();
        for (int v = 0; v < inputs + hidden + outputs; v++) {
            Role role = v < inputs ? Role.INPUT : v < inputs + hidden ? Role.HIDDEN : Role.OUTPUT;
            Activation activation = role == Role.HIDDEN ? Activation.RELU : Activation.LINEAR;
            String letter = role == Role.INPUT ? "x" : role == Role.HIDDEN ? "h" : "y";
            nodes.add(new Node(letter + v, role, 2 + rng.nextInt(role == Role.HIDDEN ? 5 : 3), activation));
        }
        Architecture graph = new Architecture(nodes, edges(rng, nodes, inputs, hidden));
        List<Context> contexts = new ArrayList<>();
        int count = 1 + rng.nextInt(4);
        for (int c = 0; c < count; c++) {
            contexts.add(context(rng, "context " + c, graph));
        }
        return new Experiment(
                "random " + seed,
                "",
                graph,
                contexts,
                new Start.Drawn(new Init.Gaussian(0.3, seed)),
                new Training(1, 50, steps),
                new RecordPlan(new RecordPlan.When.Adaptive(), Set.of(Quantity.LOSS, Quantity.DISCOVERY)),
                false);
    }

    /** Every layer is fed by the one before it in a row, the first hidden ones by inputs; the rest is thrown. */
    private static List<Edge> edges(Rng rng, List<Node> nodes, int inputs, int hidden) {
        List<Edge> edges = new ArrayList<>();
        for (int t = inputs; t < nodes.size(); t++) {
            int below = Math.min(t, inputs + hidden);
            for (int s = 0; s < below; s++) {
                if (s == below - 1 || rng.nextDouble() < 0.4) {
                    String id = nodes.get(s).id() + ">" + nodes.get(t).id();
                    edges.add(new Edge(id, nodes.get(s).id(), nodes.get(t).id()));
                }
            }
        }
        return edges;
    }

    private static Context context(Rng rng, String name, Architecture graph) {
        int samples = 1 + rng.nextInt(5);
        Map<String, Matrix> x = new LinkedHashMap<>();
        Map<String, Matrix> y = new LinkedHashMap<>();
        Map<String, Double> gates = new LinkedHashMap<>();
        double[] weights = new double[samples];
        for (int n = 0; n < samples; n++) {
            weights[n] = 0.5 + rng.nextDouble();
        }
        for (Node node : graph.nodes()) {
            Matrix data = GatedGraphs.gaussian(rng, node.width(), samples);
            if (node.role() == Role.INPUT) {
                x.put(node.id(), data);
            } else if (node.role() == Role.OUTPUT) {
                y.put(node.id(), data);
            } else if (rng.nextDouble() < 0.3) {
                gates.put(node.id(), rng.nextInt(2) == 0 ? 0.0 : 0.5);
            }
        }
        return new Context(name, true, weights, new Gates(gates, Map.of()), x, y);
    }
}
