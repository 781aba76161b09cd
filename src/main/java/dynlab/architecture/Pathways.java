package dynlab.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The paths of a graph from an input to an output, as lists of edge indices from the input up. Counting never lists
 * ({@link PathCount}); listing is capped.
 */
public final class Pathways {
    /** More paths than this are not listed. */
    public static final int MOST = 2000;

    private Pathways() {}

    /** Every path, in the order of a depth-first walk, or nothing if there are more than {@link #MOST}. */
    public static Optional<List<List<Integer>>> list(Architecture architecture) {
        if (roughCount(architecture) > MOST) {
            return Optional.empty();
        }
        List<List<Integer>> found = new ArrayList<>();
        boolean[] leads = leadsToOutput(architecture);
        for (int v = 0; v < architecture.nodes().size(); v++) {
            if (architecture.nodes().get(v).role() == Role.INPUT) {
                walk(architecture, leads, v, new ArrayList<>(), found);
            }
        }
        return Optional.of(Collections.unmodifiableList(found));
    }

    /** The number of paths as a double: exact far beyond {@link #MOST}, and small code where exact integers are large. */
    private static double roughCount(Architecture architecture) {
        double[] before = new double[architecture.nodes().size()];
        double total = 0;
        for (int v : architecture.order()) {
            before[v] = architecture.nodes().get(v).role() == Role.INPUT ? 1 : 0;
            for (int e : architecture.incoming(v)) {
                before[v] += before[architecture.source(e)];
            }
            total += architecture.nodes().get(v).role() == Role.OUTPUT ? before[v] : 0;
        }
        return total;
    }

    private static boolean[] leadsToOutput(Architecture architecture) {
        int[] order = architecture.order();
        boolean[] leads = new boolean[order.length];
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            leads[v] = architecture.nodes().get(v).role() == Role.OUTPUT;
            for (int e : architecture.outgoing(v)) {
                leads[v] |= leads[architecture.target(e)];
            }
        }
        return leads;
    }

    private static void walk(
            Architecture architecture, boolean[] leads, int v, List<Integer> path, List<List<Integer>> found) {
        if (architecture.nodes().get(v).role() == Role.OUTPUT && !path.isEmpty()) {
            found.add(List.copyOf(path));
        }
        for (int e : architecture.outgoing(v)) {
            if (leads[architecture.target(e)]) {
                path.add(e);
                walk(architecture, leads, architecture.target(e), path, found);
                path.remove(path.size() - 1);
            }
        }
    }
}
