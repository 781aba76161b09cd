package dynlab.network;

import dynlab.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;

/** Joins the products that make slots where they are neighbours, sorts them, and finds who writes first. */
final class ProductOrder {
    /** A product before it is known who writes first. */
    record Draft(
            int edge,
            int source,
            int sourceAt,
            int targetAt,
            int columns,
            double factor,
            double edgeGate,
            int gateIndex,
            boolean first) {
        boolean continuedBy(Draft next) {
            return edge == next.edge
                    && factor == next.factor
                    && edgeGate == next.edgeGate
                    && gateIndex == next.gateIndex
                    && first == next.first
                    && sourceAt + columns == next.sourceAt
                    && targetAt + columns == next.targetAt;
        }

        Draft joined(Draft next) {
            return new Draft(
                    edge, source, sourceAt, targetAt, columns + next.columns, factor, edgeGate, gateIndex, first);
        }
    }

    private final Architecture architecture;
    private final boolean[][] written;
    private final boolean[] gradientWritten;

    private ProductOrder(Architecture architecture, boolean[][] written) {
        this.architecture = architecture;
        this.written = written;
        gradientWritten = new boolean[architecture.edges().size()];
    }

    /**
     * The products into every node.
     *
     * @param drafts of each node, context after context
     * @param written of each node the columns of the error signal that targets write
     */
    static ForwardPlan.Product[][] of(
            Architecture architecture, int[] order, List<List<Draft>> drafts, boolean[][] written) {
        return new ProductOrder(architecture, written).sorted(order, drafts);
    }

    private ForwardPlan.Product[][] sorted(int[] order, List<List<Draft>> drafts) {
        ForwardPlan.Product[][] result = new ForwardPlan.Product[order.length][];
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            List<Draft> joined = new ArrayList<>();
            for (int e : architecture.incoming(v)) {
                joinEdge(e, drafts.get(v), joined);
            }
            joined.sort((p, q) -> Boolean.compare(q.first, p.first)); // stable: whoever sets comes before those who add
            List<ForwardPlan.Product> list = new ArrayList<>();
            for (Draft draft : joined) {
                split(draft, list);
            }
            result[v] = list.toArray(new ForwardPlan.Product[0]);
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
    private void split(Draft draft, List<ForwardPlan.Product> list) {
        boolean[] source = written[draft.source];
        int owner = architecture.owner(draft.edge);
        int from = 0;
        while (from < draft.columns) {
            boolean done = source[draft.sourceAt + from];
            int to = from;
            while (to < draft.columns && source[draft.sourceAt + to] == done) {
                source[draft.sourceAt + to] = true;
                to++;
            }
            list.add(new ForwardPlan.Product(draft, from, to, !done, !gradientWritten[owner]));
            gradientWritten[owner] = true;
            from = to;
        }
    }
}
