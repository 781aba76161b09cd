package dynlab.view.plot;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Correlations;
import dynlab.architecture.Node;
import dynlab.architecture.Pathways;
import dynlab.numeric.Svd;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far the pathways of a run have come with the strongest mode of their task.
 *
 * <pre>share(t) = Π_l b_l(t) / (s / d)</pre>
 *
 * where b_l is the largest singular value of the pathway's edges in layer l, s that of the pathway's Σ^yx and d the mean
 * variance of its inputs, so that s / d is what the product comes to when white inputs have been learned. Layers of a
 * pathway lie along one another when they start so, and then the product is the pathway's own map. Pathways of one network
 * that are open together share the goal: what they have learned adds up to 1. Source of the product: Saxe, Sodhani and
 * Lewallen, ICML 2022.
 */
final class PathwayProgress {
    private static final double NOTHING = 1e-300;

    private PathwayProgress() {}

    /** Paths whose edges play the same parts: the name of the edges in their middle, and how far they are at each record. */
    record Progress(String name, double[] share) {}

    /** Of a run whose singular values were recorded; empty where they were not, or where there are too many paths. */
    static List<Progress> of(RunView run) {
        Architecture graph = run.experiment().architecture();
        int[] groupOf = groupOf(run, graph.edges().size());
        List<List<Integer>> known = new ArrayList<>();
        List<Progress> all = new ArrayList<>();
        for (List<Integer> path : Pathways.list(graph).orElse(List.of())) {
            List<Integer> groups = new ArrayList<>();
            for (int e : path) {
                groups.add(groupOf[e]);
            }
            if (groups.contains(-1)) {
                return List.of();
            }
            if (!known.contains(groups)) {
                known.add(groups);
                EdgeGroups.Group middle = run.edgeGroups().get(groups.get(groups.size() / 2));
                all.add(new Progress(middle.name(), share(run, path, groups)));
            }
        }
        return all;
    }

    /** Which group each edge is in; −1 where it was not recorded. */
    private static int[] groupOf(RunView run, int edges) {
        int[] groupOf = new int[edges];
        Arrays.fill(groupOf, -1);
        for (int g = 0; g < run.edgeGroups().size(); g++) {
            for (int e : run.edgeGroups().get(g).edges()) {
                groupOf[e] = g;
            }
        }
        return groupOf;
    }

    private static double[] share(RunView run, List<Integer> path, List<Integer> groups) {
        double[] product = new double[run.steps().length];
        Arrays.fill(product, 1 / goal(run, path));
        for (int g : groups) {
            double[] strength = run.edgeGroups().get(g).strength().get(0);
            for (int i = 0; i < product.length; i++) {
                product[i] *= strength[i];
            }
        }
        return product;
    }

    /** s / d of the data between the ends of a path. */
    private static double goal(RunView run, List<Integer> path) {
        Architecture graph = run.experiment().architecture();
        Node input = graph.nodes().get(graph.source(path.get(0)));
        Node output = graph.nodes().get(graph.target(path.get(path.size() - 1)));
        List<Context> between = new ArrayList<>();
        for (Context context : run.experiment().contexts()) {
            if (context.x().containsKey(input.id()) && context.y().containsKey(output.id())) {
                between.add(context);
            }
        }
        Correlations data = Correlations.of(between, input, output);
        double variance = data.sigmaXx().trace() / input.width();
        return Math.max(NOTHING, Svd.singularValues(data.sigmaYx())[0] / Math.max(NOTHING, variance));
    }
}
