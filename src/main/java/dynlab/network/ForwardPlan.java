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
 * <p>A <em>slot</em> is the activity {@code a = f(Σ g_e g_s W_e a_s + b)} of one node on the samples of one or more
 * contexts, before its own gate. Two contexts share the slot of a node if they feed it the same slots through the same
 * gates, so a common prefix of many routes is computed once. All slots of a node lie side by side in one matrix, width ×
 * columns; neighbouring slots that are made by the same product of matrices become one larger product.
 *
 * <p>A plan <em>apart</em> shares nothing: every node has the samples of all contexts side by side, and each context may
 * hold fewer of them from step to step.
 */
final class ForwardPlan {
    /** Marks an activity that is zero whatever the weights. */
    static final int ZERO = -1;

    /** How a plan is laid out. */
    enum Layout {
        /** Shares slots, and leaves out whatever does not lead to a target. */
        SHARED_TOWARDS_LOSS(true, false),
        /** Shares slots, and computes every node. */
        SHARED(false, false),
        /** Contexts side by side, without what does not lead to a target. */
        APART_TOWARDS_LOSS(true, true),
        /** Contexts side by side, every node, also one that nothing reaches: direct feedback reaches it all the same. */
        APART(false, true);

        final boolean lossOnly;
        final boolean apart;

        Layout(boolean lossOnly, boolean apart) {
            this.lossOnly = lossOnly;
            this.apart = apart;
        }
    }

    /** {@code a_target[targetAt …] += factor · W_edge · a_source[sourceAt …]}, {@code columns} wide. */
    static final class Product {
        final int edge;
        final int source;
        /** The constant gates of edge and source. */
        final double factor;
        /** The gate of the edge alone. */
        final double edgeGate;
        /** Which learned gate of the source multiplies both, or {@link LearnedGates#NONE}. */
        final int gateIndex;
        /** Whether it is the first to write its target columns. */
        final boolean first;
        /** Whether, going backward, it is the first to write its source columns. */
        final boolean firstBack;
        /** Whether it is the first to write the gradient of its matrix. */
        final boolean firstGradient;

        int sourceAt;
        int targetAt;
        int columns;
        /** Of a plan apart the contexts {@code from ≤ c < to} that it spans. */
        private int fromContext;

        private int toContext;

        Product(ProductOrder.Draft draft, int from, int to, boolean firstBack, boolean firstGradient) {
            edge = draft.edge();
            source = draft.source();
            factor = draft.factor();
            edgeGate = draft.edgeGate();
            gateIndex = draft.gateIndex();
            first = draft.first();
            this.firstBack = firstBack;
            this.firstGradient = firstGradient;
            sourceAt = draft.sourceAt() + from;
            targetAt = draft.targetAt() + from;
            columns = to - from;
        }
    }

    /** Fed data: {@code a_node[at …] = x}; where samples are chosen, each of them in one piece besides. */
    private record Fed(int context, int node, int at, Matrix x, double[] samples) {}

    /** One summand of a slot. */
    private record Term(int edge, double factor, double edgeGate, int gateIndex, int source, int sourceAt) {}

    /** What makes two slots of a node equal; {@code apart} is the context where nothing is shared. */
    private record Key(
            int node,
            List<Term> terms,
            int samples,
            int apart,
            @Nullable Matrix x) {}

    private final Architecture architecture;
    private final LearnedGates gates;
    private final Layout layout;
    private final int[] columns;
    private final int[][] slotAt;
    private final double[][] nodeGate;
    private final int[][] gateIndex;
    private final int[] blockAt;
    private final int[] blockColumns;
    private final int[] base;
    private final List<Fed> fed = new ArrayList<>();
    private final List<List<ProductOrder.Draft>> drafts = new ArrayList<>();
    private final Map<Key, Integer> slots = new HashMap<>();
    private final Product[][] products;
    private final Target[] targets;

    /**
     * @param numbers of each context its place among all contexts of the experiment
     * @param capacity columns that a plan apart has room for; 0 for all samples
     */
    ForwardPlan(
            Architecture architecture,
            List<Context> contexts,
            int[] numbers,
            LearnedGates gates,
            Layout layout,
            int capacity) {
        this.architecture = architecture;
        this.gates = gates;
        this.layout = layout;
        int nodes = architecture.nodes().size();
        columns = new int[nodes];
        slotAt = new int[contexts.size()][nodes];
        nodeGate = new double[contexts.size()][nodes];
        gateIndex = new int[contexts.size()][nodes];
        base = new int[contexts.size() + 1];
        blockColumns = new int[contexts.size()];
        for (int c = 0; c < contexts.size(); c++) {
            blockColumns[c] = contexts.get(c).samples();
            base[c + 1] = base[c] + blockColumns[c];
        }
        blockAt = base.clone();
        for (int v = 0; v < nodes; v++) {
            drafts.add(new ArrayList<>());
        }
        int[] order = architecture.order();
        for (int c = 0; c < contexts.size(); c++) {
            placeContext(contexts.get(c), c, numbers[c], order);
        }
        if (layout.apart) {
            Arrays.fill(columns, base[contexts.size()]);
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
        products = ProductOrder.of(architecture, order, drafts, written);
        if (layout.apart) {
            spanContexts();
            Arrays.fill(columns, capacity > 0 ? capacity : base[contexts.size()]);
        }
    }

    private void placeContext(Context context, int c, int number, int[] order) {
        boolean[] needed = needed(context, order);
        for (int v : order) {
            Node node = architecture.nodes().get(v);
            nodeGate[c][v] = context.gates().node(node.id());
            gateIndex[c][v] = gates.index(number, v);
            slotAt[c][v] = needed[v] ? slot(context, c, v, node) : ZERO;
        }
    }

    private boolean[] needed(Context context, int[] order) {
        boolean[] needed = new boolean[order.length];
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            Node node = architecture.nodes().get(v);
            boolean wanted = !layout.lossOnly
                    || (node.role() == Role.OUTPUT && context.y().containsKey(node.id()));
            for (int e : architecture.outgoing(v)) {
                int target = architecture.target(e);
                wanted |= needed[target]
                        && context.gates().edge(architecture.edges().get(e).id()) != 0;
            }
            // a closed gate passes nothing on; for measuring every node is wanted all the same
            needed[v] = wanted && (!layout.lossOnly || context.gates().node(node.id()) != 0);
        }
        return needed;
    }

    private int slot(Context context, int c, int v, Node node) {
        List<Term> terms = List.of();
        Matrix x = context.x().get(node.id());
        if (node.role() != Role.INPUT) {
            x = null;
            terms = terms(context, c, v);
            if (terms.isEmpty() && !fills(node)) {
                return ZERO;
            }
        } else if (x == null) {
            return ZERO;
        }
        Key key = new Key(v, terms, terms.isEmpty() ? context.samples() : 0, layout.apart ? c : ZERO, x);
        Integer known = slots.get(key);
        if (known != null) {
            return known;
        }
        int at = layout.apart ? base[c] : columns[v];
        columns[v] += context.samples();
        slots.put(key, at);
        if (x != null) {
            fed.add(new Fed(c, v, at, x, layout.apart ? x.transpose().toArray() : new double[0]));
        }
        for (int k = 0; k < terms.size(); k++) {
            Term term = terms.get(k);
            drafts.get(v)
                    .add(new ProductOrder.Draft(
                            term.edge,
                            term.source,
                            term.sourceAt,
                            at,
                            context.samples(),
                            term.factor,
                            term.edgeGate,
                            term.gateIndex,
                            k == 0 && !fills(node)));
        }
        return at;
    }

    /** Whether a node begins as its biases, or 0, to which all products add. */
    boolean fills(Node node) {
        return node.bias() || layout == Layout.APART && node.role() != Role.INPUT;
    }

    private List<Term> terms(Context context, int c, int v) {
        List<Term> terms = new ArrayList<>();
        for (int e : architecture.incoming(v)) {
            int source = architecture.source(e);
            double edgeGate = context.gates().edge(architecture.edges().get(e).id());
            double factor = edgeGate * nodeGate[c][source];
            if (factor != 0 && slotAt[c][source] != ZERO) {
                // only a plan apart looks at the edge's gate by itself; elsewhere it must not keep equals apart
                double alone = layout.apart ? edgeGate : 0;
                terms.add(new Term(e, factor, alone, gateIndex[c][source], source, slotAt[c][source]));
            }
        }
        return terms;
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
            found.add(new Target(c, v, at, nodeGate[c][v], gateIndex[c][v], context.weights(), y, first));
        }
    }

    private void spanContexts() {
        for (Product[] list : products) {
            for (Product product : list) {
                product.fromContext = Arrays.binarySearch(base, product.targetAt);
                product.toContext = Arrays.binarySearch(base, product.targetAt + product.columns);
            }
        }
    }

    /**
     * Takes some samples of a plan apart: moves all products and targets, and gathers inputs and targets.
     *
     * @param chosen numbers of samples, ascending; samples are numbered through all contexts
     * @param count how many
     * @param factor multiplies the weights of the samples
     */
    void select(int[] chosen, int count, double factor, double[][] activity) {
        int k = 0;
        for (int c = 0; c < blockColumns.length; c++) {
            blockAt[c] = k;
            while (k < count && chosen[k] < base[c + 1]) {
                k++;
            }
            blockColumns[c] = k - blockAt[c];
        }
        blockAt[blockColumns.length] = count;
        for (Product[] list : products) {
            for (Product product : list) {
                product.targetAt = blockAt[product.fromContext];
                product.sourceAt = product.targetAt;
                product.columns = blockAt[product.toContext] - product.targetAt;
            }
        }
        for (Target target : targets) {
            int c = target.context();
            target.select(chosen, blockAt[c], blockAt[c] + blockColumns[c], base[c], blockAt[c], factor);
        }
        // by index: an iterator would be memory for every step
        for (int b = 0; b < fed.size(); b++) {
            Fed block = fed.get(b);
            int from = blockAt[block.context];
            int to = from + blockColumns[block.context];
            int rows = block.x.rows();
            int row = columns[block.node];
            double[] a = activity[block.node];
            for (int n = from; n < to; n++) {
                int sample = (chosen[n] - base[block.context]) * rows;
                for (int i = 0; i < rows; i++) {
                    a[i * row + n] = block.samples[sample + i];
                }
            }
        }
    }

    /** Length of a row of the activities of node {@code v}. */
    int columns(int v) {
        return columns[v];
    }

    /** First column of node {@code v} in context {@code c}, or {@link #ZERO}. */
    int at(int c, int v) {
        return slotAt[c][v] == ZERO || !layout.apart ? slotAt[c][v] : blockAt[c];
    }

    /** Number of contexts. */
    int contexts() {
        return blockColumns.length;
    }

    /** Number of samples of context {@code c} that are looked at now. */
    int columnsOf(int c) {
        return blockColumns[c];
    }

    /** Number of the first of all samples of context {@code c}. */
    int base(int c) {
        return base[c];
    }

    boolean apart() {
        return layout.apart;
    }

    /** The constant gate of node {@code v} in context {@code c}. */
    double constantGate(int c, int v) {
        return nodeGate[c][v];
    }

    /** Which learned gate node {@code v} has in context {@code c}, or {@link LearnedGates#NONE}. */
    int gateIndex(int c, int v) {
        return gateIndex[c][v];
    }

    /** The gate of node {@code v} in context {@code c} as it is now. */
    double gate(int c, int v) {
        double constant = nodeGate[c][v];
        return gateIndex[c][v] == LearnedGates.NONE ? constant : constant * gates.value(gateIndex[c][v]);
    }

    /** The products into node {@code v}; those that set come before those that add. */
    Product[] into(int v) {
        return products[v];
    }

    Target[] targets() {
        return targets;
    }

    /** Writes the inputs of all contexts into the activity matrices, if these have room for all samples. */
    void feed(double[][] activity) {
        for (Fed block : layout.apart && columns[0] < base[blockColumns.length] ? List.<Fed>of() : fed) {
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
