package dynlab.experiment.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPaths;
import dynlab.task.ContextTask;
import dynlab.theory.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ContextTwinsTest {
    private static final int[] STEPS = {0, 100, 400};

    private static Experiment experiment(Architecture graph, List<Context> contexts) {
        return new Experiment(
                "",
                "",
                graph,
                contexts,
                new Start.Drawn(new Init.Gaussian(1e-3, 2)),
                new Training(1e-3, 1, 400),
                new RecordPlan(new RecordPlan.When.At(List.of(0, 100, 400)), Set.of()),
                true);
    }

    private static Map<String, Matrix> other(Map<String, Matrix> data) {
        Map<String, Matrix> other = new LinkedHashMap<>();
        data.forEach((id, matrix) -> other.put("node " + id, matrix));
        return other;
    }

    @Test
    void aTwinIsKnownByItsShapeWhateverItsNodesAreCalled() {
        Assignment twin = ContextGraphs.twin(ContextTask.diff(3), ContextPaths.dropOne(3, 20));
        Architecture graph = twin.architecture();
        List<Node> nodes = graph.nodes().stream()
                .map(node -> node.named("node " + node.id()))
                .toList();
        List<Edge> edges = graph.edges().stream()
                .map(e -> new Edge("edge " + e.id(), "node " + e.source(), "node " + e.target()))
                .toList();
        List<Context> contexts = twin.contexts().stream()
                .map(c -> {
                    Map<String, Double> gates = new LinkedHashMap<>();
                    c.gates().nodes().forEach((id, gate) -> gates.put("node " + id, gate));
                    return new Context(
                            c.name(), c.train(), c.weights(), new Gates(gates, Map.of()), other(c.x()), other(c.y()));
                })
                .toList();
        Prediction named = ContextTwins.of(experiment(graph, twin.contexts()))
                .orElseThrow()
                .predict(STEPS);
        Prediction renamed = ContextTwins.of(experiment(new Architecture(nodes, edges), contexts))
                .orElseThrow()
                .predict(STEPS);
        assertArrayEquals(named.loss(), renamed.loss());
        assertEquals(named.strength().size(), renamed.strength().size());
        assertTrue(renamed.strength().keySet().stream().allMatch(id -> id.startsWith("edge ")));
    }
}
