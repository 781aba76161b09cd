package dynlab.view.plot;

import dynlab.architecture.Architecture;
import dynlab.architecture.PathCount;
import dynlab.architecture.Role;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.EdgeAverages;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.theory.Prediction;
import dynlab.view.RunView;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Edges that play the same part, as one: those of the same layer with equally many paths through them. Their k-th
 * singular values are averaged over those that were recorded, and so are the strengths that a reduction foretells.
 */
public final class EdgeGroups {
    private static final int MOST_MODES = 6;
    /** Singular values that never reach this share of the largest are not drawn. */
    private static final double LEAST = 1e-3;

    private final List<Group> groups = new ArrayList<>();

    /**
     * Edges that play the same part.
     *
     * @param name "encoders", "hidden", "decoders", with the number of paths where it tells groups apart
     * @param strength mean k-th singular value at each record, strongest first
     * @param theory the same foretold; empty lists where no theory applies
     * @param paths paths through each of the edges
     * @param edges all of them, also those that were not recorded
     */
    public record Group(
            String name, List<double[]> strength, List<double[]> theory, double paths, List<Integer> edges) {
        public Group {
            edges = List.copyOf(edges);
        }

        /** Its strongest singular value at the end. */
        double last() {
            double[] first = strength.get(0);
            return first[first.length - 1];
        }
    }

    public EdgeGroups(RunView story) {
        Architecture graph = story.experiment().architecture();
        int[] depth = graph.depths();
        double[] paths = paths(graph);
        int layers = 0;
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int e = 0; e < graph.edges().size(); e++) {
            int layer = depth[graph.target(e)];
            layers = Math.max(layers, layer);
            boolean last = graph.nodes().get(graph.target(e)).role() == Role.OUTPUT;
            String key = layer + "/" + Numbers.brief(paths[e]) + "/" + last;
            members.computeIfAbsent(key, k -> new ArrayList<>()).add(e);
        }
        List<List<Integer>> sorted = new ArrayList<>(members.values());
        sorted.sort((a, b) -> Integer.compare(depth[graph.target(a.get(0))], depth[graph.target(b.get(0))]));
        for (List<Integer> edges : sorted) {
            String layer = layerName(graph, edges.get(0), depth, layers);
            int same = 0;
            for (List<Integer> other : sorted) {
                same += layerName(graph, other.get(0), depth, layers).equals(layer) ? 1 : 0;
            }
            double count = paths[edges.get(0)];
            String words = Words.say("plot.edge-groups.paths", Numbers.brief(count));
            add(story, same > 1 ? layer + ", " + words : layer, edges, count);
        }
    }

    private static String layerName(Architecture graph, int e, int[] depth, int layers) {
        boolean first = graph.nodes().get(graph.source(e)).role() == Role.INPUT;
        boolean last = graph.nodes().get(graph.target(e)).role() == Role.OUTPUT;
        if (layers == 1) {
            return Words.say("plot.edge-groups.weights");
        }
        if (first) {
            return layers == 2 ? Words.say("plot.edge-groups.first-layer") : Words.say("plot.edge-groups.encoders");
        }
        if (last) {
            return layers == 2 ? Words.say("plot.edge-groups.second-layer") : Words.say("plot.edge-groups.decoders");
        }
        return layers == 3
                ? Words.say("plot.edge-groups.hidden")
                : Words.say("plot.edge-groups.hidden-2", Integer.toString(depth[graph.target(e)] - 1));
    }

    /** The groups, from the input up; none where no singular values were recorded. */
    public List<Group> groups() {
        return groups;
    }

    /** Paths through every edge, ignoring gates; rounded above 2⁵³. */
    private static double[] paths(Architecture graph) {
        PathCount exact = new PathCount(graph);
        double[] through = new double[graph.edges().size()];
        for (int e = 0; e < through.length; e++) {
            through[e] = exact.through(e).doubleValue();
        }
        return through;
    }

    private void add(RunView story, String name, List<Integer> edges, double paths) {
        int records = story.steps().length;
        // a layer has as many modes of the data as the narrowest one
        int modes = MOST_MODES;
        Architecture graph = story.experiment().architecture();
        for (int e = 0; e < graph.edges().size(); e++) {
            modes = Math.min(modes, Math.min(graph.rows(e), graph.columns(e)));
        }
        List<double[]> recorded = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int e : edges) {
            Series series = story.run().trajectory().series().get(new SeriesKey(Quantity.SINGULAR_VALUES, e, 0));
            if (series != null) {
                recorded.add(series.values());
                sizes.add(series.size());
            }
        }
        if (recorded.isEmpty()) {
            return;
        }
        List<double[]> strength = EdgeAverages.recorded(recorded, sizes, records, modes);
        double most = largest(strength.get(0));
        while (strength.size() > 1 && largest(strength.get(strength.size() - 1)) < LEAST * most) {
            strength.remove(strength.size() - 1);
        }
        groups.add(new Group(name, strength, theory(story, edges, strength.size()), paths, edges));
    }

    private static double largest(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** |B|, largest first, averaged over the edges. */
    private static List<double[]> theory(RunView story, List<Integer> edges, int modes) {
        Optional<Prediction> prediction = story.theory();
        int records = story.steps().length;
        if (prediction.isEmpty() || prediction.get().strength().isEmpty()) {
            return List.of();
        }
        List<Matrix> foretold = new ArrayList<>();
        Architecture graph = story.experiment().architecture();
        for (int e : edges) {
            Matrix b = prediction.get().strength().get(graph.edges().get(e).id());
            if (b == null || b.rows() < records) {
                return List.of();
            }
            foretold.add(b);
        }
        return EdgeAverages.foretold(foretold, records, modes);
    }
}
