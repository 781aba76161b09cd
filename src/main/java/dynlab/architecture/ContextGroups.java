package dynlab.architecture;

import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trained contexts of a graph, those with the same gates and the same given nodes put together, with the second
 * moments of their data. No path is ever listed, so graphs with any number of paths have them.
 *
 * <pre>
 * S_c(o, i) = Σ w y_o x_iᵀ,   D_c(i, j) = Σ w x_i x_jᵀ   over the samples of group c
 * </pre>
 *
 * gates aside: these stand in the channels. If every S_c and D_c is diagonal in common frames, so are the gated
 * correlations of all paths; the converse does not hold. Derived in docs/theory.md §5.8.
 */
public final class ContextGroups {
    /** More contexts times edges than this are not looked at. */
    private static final double MOST_WORK = 3e7;

    /**
     * What one input of one group feeds on its way to an output with a target.
     *
     * @param input node where it starts
     * @param gate gate of the input
     * @param edges open edges that lie on a way from the input to such an output, each after those that feed it
     * @param factors of each of these edges, its own gate times that of its target
     */
    public record Channel(int input, double gate, List<Integer> edges, List<Double> factors) {
        public Channel {
            edges = List.copyOf(edges);
            factors = List.copyOf(factors);
        }
    }

    /**
     * Contexts with the same gates.
     *
     * @param channels one for every input that reaches a target
     * @param outputs nodes with a target, ascending
     * @param s S(o, i) of every output, in the order of {@code outputs}, and channel; zero where i does not reach o
     * @param d D(i, j) of every pair of channels
     */
    public record Group(List<Channel> channels, List<Integer> outputs, List<List<Matrix>> s, List<List<Matrix>> d) {
        public Group {
            channels = List.copyOf(channels);
            outputs = List.copyOf(outputs);
            s = List.copyOf(s);
            d = List.copyOf(d);
        }
    }

    private final Architecture architecture;
    private final int[] byDepth;
    private final List<Group> groups = new ArrayList<>();

    private ContextGroups(Architecture architecture, List<Context> contexts) {
        this.architecture = architecture;
        byDepth = byDepth(architecture);
        Map<List<Object>, List<Context>> alike = new LinkedHashMap<>();
        for (Context context : contexts) {
            if (context.train()) {
                List<Channel> channels = channels(context);
                List<Integer> outputs = outputs(context);
                alike.computeIfAbsent(List.of(channels, outputs), key -> new ArrayList<>())
                        .add(context);
            }
        }
        for (List<Context> members : alike.values()) {
            List<Channel> channels = channels(members.get(0));
            if (!channels.isEmpty()) {
                groups.add(group(channels, outputs(members.get(0)), members));
            }
        }
    }

    /** The groups of all trained contexts, or nothing where there are too many contexts and edges. */
    public static Optional<ContextGroups> of(Architecture architecture, List<Context> contexts) {
        double work = (double) contexts.size() * architecture.edges().size();
        return work > MOST_WORK ? Optional.empty() : Optional.of(new ContextGroups(architecture, contexts));
    }

    /** Edges in the order of their targets, so that an edge comes after all edges into its source. */
    private static int[] byDepth(Architecture architecture) {
        int[] sorted = new int[architecture.edges().size()];
        int count = 0;
        for (int v : architecture.order()) {
            for (int e : architecture.incoming(v)) {
                sorted[count++] = e;
            }
        }
        return sorted;
    }

    private List<Integer> outputs(Context context) {
        List<Integer> outputs = new ArrayList<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            if (context.y().containsKey(architecture.nodes().get(v).id())) {
                outputs.add(v);
            }
        }
        return outputs;
    }

    private List<Channel> channels(Context context) {
        double[] factor = new double[byDepth.length];
        for (int e = 0; e < factor.length; e++) {
            factor[e] = context.gates().edge(architecture.edges().get(e).id())
                    * context.gates()
                            .node(architecture
                                    .nodes()
                                    .get(architecture.target(e))
                                    .id());
        }
        boolean[] wanted = wanted(outputs(context), factor);
        List<Channel> channels = new ArrayList<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            String id = architecture.nodes().get(v).id();
            double gate = context.gates().node(id);
            if (architecture.nodes().get(v).role() == Role.INPUT
                    && context.x().containsKey(id)
                    && gate != 0
                    && wanted[v]) {
                channels.add(channel(v, gate, wanted, factor));
            }
        }
        return channels;
    }

    /** The nodes from which an open way leads to an output with a target. */
    private boolean[] wanted(List<Integer> outputs, double[] factor) {
        boolean[] wanted = new boolean[architecture.nodes().size()];
        outputs.forEach(o -> wanted[o] = true);
        for (int i = byDepth.length - 1; i >= 0; i--) {
            int e = byDepth[i];
            wanted[architecture.source(e)] |= factor[e] != 0 && wanted[architecture.target(e)];
        }
        return wanted;
    }

    private Channel channel(int input, double gate, boolean[] wanted, double[] factor) {
        boolean[] reached = new boolean[architecture.nodes().size()];
        reached[input] = true;
        List<Integer> edges = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        for (int e : byDepth) {
            if (factor[e] != 0 && reached[architecture.source(e)] && wanted[architecture.target(e)]) {
                reached[architecture.target(e)] = true;
                edges.add(e);
                factors.add(factor[e]);
            }
        }
        return new Channel(input, gate, edges, factors);
    }

    private Group group(List<Channel> channels, List<Integer> outputs, List<Context> members) {
        List<List<Matrix>> s = new ArrayList<>();
        for (int o : outputs) {
            List<Matrix> row = new ArrayList<>();
            for (Channel channel : channels) {
                boolean reaches = channel.edges().stream().anyMatch(e -> architecture.target(e) == o);
                row.add(reaches ? moment(members, o, channel.input(), true) : zero(o, channel.input()));
            }
            s.add(Collections.unmodifiableList(row));
        }
        List<List<Matrix>> d = new ArrayList<>();
        for (Channel left : channels) {
            List<Matrix> row = new ArrayList<>();
            for (Channel right : channels) {
                row.add(moment(members, left.input(), right.input(), false));
            }
            d.add(Collections.unmodifiableList(row));
        }
        return new Group(channels, outputs, s, d);
    }

    private Matrix zero(int left, int right) {
        return Matrix.zero(
                architecture.nodes().get(left).width(),
                architecture.nodes().get(right).width());
    }

    private Matrix moment(List<Context> members, int left, int right, boolean target) {
        Matrix sum = zero(left, right);
        double terms = 0;
        for (Context context : members) {
            Map<String, Matrix> from = target ? context.y() : context.x();
            Matrix a = from.get(architecture.nodes().get(left).id());
            Matrix b = context.x().get(architecture.nodes().get(right).id());
            if (a != null && b != null) {
                sum = sum.plus(PathCorrelations.moment(a, b, context));
                terms += PathCorrelations.size(a, context) * PathCorrelations.size(b, context);
            }
        }
        return PathCorrelations.unlessRounding(sum, terms);
    }

    /** The groups, in the order of their first contexts. */
    public List<Group> groups() {
        return Collections.unmodifiableList(groups);
    }
}
