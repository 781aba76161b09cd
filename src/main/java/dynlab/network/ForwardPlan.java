package dynlab.network;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which activities have to be computed for a set of contexts, each once.
 *
 * <p>A <em>slot</em> is the activity {@code a = f(Σ g_e g_s W_e a_s)} of one node on the samples of one or more contexts,
 * before its own gate. Two contexts share the slot of a node if they feed it the same slots through the same gates, so a
 * common prefix of many routes is computed once. All slots of a node lie side by side in one matrix, width × columns;
 * neighbouring slots that are made by the same product of matrices become one larger product.
 */
final class ForwardPlan {
    /** Marks an activity that is zero whatever the weights. */
    static final int ZERO = -1;

    /**
     * {@code a_target[targetAt …] += factor · W_edge · a_source[sourceAt …]}, {@code columns} wide.
     *
     * @param first whether it is the first to write its target columns
     * @param firstBack whether, going backward, it is the first to write its source columns
     * @param firstGradient whether it is the first to write the gradient of its edge
     */
    record Product(
            int edge,
            int source,
            int target,
            int sourceAt,
            int targetAt,
            int columns,
            double factor,
            boolean first,
            boolean firstBack,
            boolean firstGradient) {}

    /**
     * The loss of one output in one context.
     *
     * @param context index of the context
     * @param node index of the output node
     * @param at first column of its slot, or {@link #ZERO}
     * @param gate the output's own gate
     * @param weights one a sample
     * @param y targets, row-major
     * @param firstBack whether it is the first to write its columns of the error signal
     */
    record Target(int context, int node, int at, double gate, double[] weights, double[] y, boolean firstBack) {}

    /** Fed data: {@code a_node[at …] = x}. */
    private record Fed(int node, int at, Matrix x) {}

    /** One summand of a slot. */
    private record Term(int edge, double factor, int source, int sourceAt) {}

    /** What makes two slots of a node equal. */
    private record Key(int node, List<Term> terms, @Nullable Matrix x) {}

    private final Architecture architecture;
    private final int[] columns;
    private final int[][] slotAt;
    private final double[][] nodeGate;
    private final List<Fed> fed = new ArrayList<>();
    private final List<List<Draft>> drafts = new ArrayList<>();
    private final Map<Key, Integer> slots = new HashMap<>();
    private final Product[][] products;
    private final Target[] targets;

    /** A product before it is known who writes first. */
    private record Draft(int edge, int source, int sourceAt, int targetAt, int columns, double factor, boolean first) {
        boolean continuedBy(Draft next) {
            return edge == next.edge
                    && factor == next.factor
                    && first == next.first
                    && sourceAt + columns == next.sourceAt
                    && targetAt + columns == next.targetAt;
        }

        Draft joined(Draft next) {
            return new Draft(edge, source, sourceAt, targetAt, columns + next.columns, factor, first);
        }
    }

    /**
     * @param lossOnly whether to leave out whatever does not lead to a target
     */
    ForwardPlan(Architecture architecture, List<Context> contexts, boolean lossOnly) {
        this.architecture = architecture;
        int nodes = architecture.nodes().size();
        columns = new int[nodes];
        slotAt = new int[contexts.size()][nodes];
        nodeGate = new double[contexts.size()][nodes];
        for (int v = 0; v < nodes; v++) {
            drafts.add(new ArrayList<>());
        }
        int[] order = architecture.order();
        for (int c = 0; c < contexts.size(); c++) {
            placeContext(contexts.get(c), c, order, lossOnly);
        }
        List<Target> found = new ArrayList<>();
        boolean[][] written = new boolean[nodes][];
        for (int v = 0; v < nodes; v++) {
            written[v] = new boolean[columns[v]];
        }
        for (int c = 0; c < contexts.size(); c++) {
            addTargets(contexts.get(c), c, written, found);
        }
        targets = found.toArray(new Target[0]);
        products = orderProducts(order, written);
    }

    private void placeContext(Context context, int c, int[] order, boolean lossOnly) {
        boolean[] needed = needed(context, order, lossOnly);
        for (int v : order) {
            Node node = architecture.nodes().get(v);
            nodeGate[c][v] = context.gates().node(node.id());
            slotAt[c][v] = needed[v] ? slot(context, c, v, node) : ZERO;
        }
    }

    private boolean[] needed(Context context, int[] order, boolean lossOnly) {
        boolean[] needed = new boolean[order.length];
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            Node node = architecture.nodes().get(v);
            boolean wanted =
                    !lossOnly || (node.role() == Role.OUTPUT && context.y().containsKey(node.id()));
            for (int e : architecture.outgoing(v)) {
                int target = architecture.target(e);
                wanted |= needed[target]
                        && context.gates().edge(architecture.edges().get(e).id()) != 0;
            }
            // a closed gate passes nothing on; for measuring every node is wanted all the same
            needed[v] = wanted && (!lossOnly || context.gates().node(node.id()) != 0);
        }
        return needed;
    }

    private int slot(Context context, int c, int v, Node node) {
        if (node.role() == Role.INPUT) {
            Matrix x = context.x().get(node.id());
            if (x == null) {
                return ZERO;
            }
            Key key = new Key(v, List.of(), x);
            Integer known = slots.get(key);
            if (known != null) {
                return known;
            }
            int at = columns[v];
            columns[v] += x.columns();
            fed.add(new Fed(v, at, x));
            slots.put(key, at);
            return at;
        }
        List<Term> terms = new ArrayList<>();
        for (int e : architecture.incoming(v)) {
            int source = architecture.source(e);
            double factor = context.gates().edge(architecture.edges().get(e).id()) * nodeGate[c][source];
            if (factor != 0 && slotAt[c][source] != ZERO) {
                terms.add(new Term(e, factor, source, slotAt[c][source]));
            }
        }
        if (terms.isEmpty()) {
            return ZERO;
        }
        Key key = new Key(v, terms, null);
        Integer known = slots.get(key);
        if (known != null) {
            return known;
        }
        int at = columns[v];
        columns[v] += context.samples();
        slots.put(key, at);
        for (int k = 0; k < terms.size(); k++) {
            Term term = terms.get(k);
            drafts.get(v)
                    .add(new Draft(term.edge, term.source, term.sourceAt, at, context.samples(), term.factor, k == 0));
        }
        return at;
    }

    private void addTargets(Context context, int c, boolean[][] written, List<Target> found) {
        for (int v = 0; v < columns.length; v++) {
            Matrix y = context.y().get(architecture.nodes().get(v).id());
            if (y == null) {
                continue;
            }
            int at = slotAt[c][v];
            boolean first = at != ZERO && !written[v][at];
            if (first) {
                Arrays.fill(written[v], at, at + context.samples(), true);
            }
            found.add(new Target(c, v, at, nodeGate[c][v], context.weights(), y.toArray(), first));
        }
    }

    /** Joins neighbours, sorts by edge, and finds who writes first going backward. */
    private Product[][] orderProducts(int[] order, boolean[][] written) {
        Product[][] result = new Product[order.length][];
        boolean[] gradientWritten = new boolean[architecture.edges().size()];
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            List<Draft> joined = new ArrayList<>();
            for (int e : architecture.incoming(v)) {
                joinEdge(e, drafts.get(v), joined);
            }
            joined.sort((p, q) -> Boolean.compare(q.first, p.first)); // stable: whoever sets comes before those who add
            List<Product> list = new ArrayList<>();
            for (Draft draft : joined) {
                split(draft, v, written[draft.source], gradientWritten, list);
            }
            result[v] = list.toArray(new Product[0]);
        }
        return result;
    }

    private static void joinEdge(int edge, List<Draft> drafts, List<Draft> joined) {
        int start = joined.size();
        for (Draft draft : drafts) {
            if (draft.edge != edge) {
                continue;
            }
            int last = joined.size() - 1;
            if (last >= start && joined.get(last).continuedBy(draft)) {
                joined.set(last, joined.get(last).joined(draft));
            } else {
                joined.add(draft);
            }
        }
    }

    /** Cuts a joined product where the first writer of its source columns changes. */
    private static void split(
            Draft draft, int target, boolean[] written, boolean[] gradientWritten, List<Product> list) {
        int from = 0;
        while (from < draft.columns) {
            boolean done = written[draft.sourceAt + from];
            int to = from;
            while (to < draft.columns && written[draft.sourceAt + to] == done) {
                written[draft.sourceAt + to] = true;
                to++;
            }
            list.add(new Product(
                    draft.edge,
                    draft.source,
                    target,
                    draft.sourceAt + from,
                    draft.targetAt + from,
                    to - from,
                    draft.factor,
                    draft.first,
                    !done,
                    !gradientWritten[draft.edge]));
            gradientWritten[draft.edge] = true;
            from = to;
        }
    }

    /** Columns of the activity matrix of node {@code v}. */
    int columns(int v) {
        return columns[v];
    }

    /** First column of node {@code v} in context {@code c}, or {@link #ZERO}. */
    int at(int c, int v) {
        return slotAt[c][v];
    }

    /** The gate of node {@code v} in context {@code c}. */
    double gate(int c, int v) {
        return nodeGate[c][v];
    }

    /** The products into node {@code v}; those that set come before those that add. */
    Product[] into(int v) {
        return products[v];
    }

    Target[] targets() {
        return targets;
    }

    /** Writes the inputs of all contexts into the activity matrices. */
    void feed(double[][] activity) {
        for (Fed block : fed) {
            int width = block.x.rows();
            int samples = block.x.columns();
            double[] x = block.x.toArray();
            for (int i = 0; i < width; i++) {
                System.arraycopy(x, i * samples, activity[block.node], i * columns[block.node] + block.at, samples);
            }
        }
    }

    /** Multiplications of one forward pass. */
    double multiplications() {
        double sum = 0;
        for (Product[] list : products) {
            for (Product product : list) {
                double weights = (double) architecture.rows(product.edge) * architecture.columns(product.edge);
                sum += weights * product.columns;
            }
        }
        return sum;
    }
}
