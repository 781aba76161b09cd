package dynlab.scene;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lessons about linear networks share: chains of layers, and a network with one hidden layer on a world of items. */
final class LinearLessons {
    private LinearLessons() {}

    /** A chain of linear layers of these widths, the input's first. */
    static Architecture chain(int... widths) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int l = 0; l < widths.length; l++) {
            boolean last = l == widths.length - 1;
            String id = l == 0 ? "x" : last ? "y" : widths.length == 3 ? "h" : "h" + l;
            nodes.add(Node.linear(id, l == 0 ? Role.INPUT : last ? Role.OUTPUT : Role.HIDDEN, widths[l]));
            if (l > 0) {
                edges.add(new Edge("W" + l, nodes.get(l - 1).id(), id));
            }
        }
        return new Architecture(nodes, edges);
    }

    /** All items of a world at once, each an input of its own. */
    static Context items(World world) {
        int items = world.items().size();
        return Context.open("all", items, Map.of("x", Matrix.identity(items)), Map.of("y", world.y()));
    }

    /**
     * One hidden layer on a world, by the knobs gamma, start, seed, width, rate and epochs.
     *
     * @param recorded what is recorded besides the loss
     */
    static Experiment on(Scene scene, World world, SceneConfig config, Set<Quantity> recorded) {
        int items = world.items().size();
        int properties = world.properties().size();
        return run(
                scene,
                chain(items, config.whole("width"), properties),
                List.of(items(world)),
                new Start.Drawn(init(config)),
                new Training(config.real("rate"), 1, config.whole("epochs")),
                recorded);
    }

    /** Random weights, or weights along the modes. */
    static Init init(SceneConfig config) {
        double gamma = config.real("gamma");
        int seed = config.seed();
        boolean aligned = config.choice("start").equals("aligned");
        return aligned ? new Init.Aligned(gamma, seed) : new Init.ScaledGaussian(gamma, seed);
    }

    /** A run that is recorded where its loss changes, and its theory. */
    static Experiment run(
            Scene scene,
            Architecture graph,
            List<Context> contexts,
            Start start,
            Training training,
            Set<Quantity> recorded) {
        Set<Quantity> quantities = EnumSet.of(Quantity.LOSS);
        quantities.addAll(recorded);
        return new Experiment(
                scene.id(),
                scene.summary(),
                graph,
                contexts,
                start,
                training,
                new RecordPlan(new RecordPlan.When.Adaptive(), quantities),
                true);
    }
}
