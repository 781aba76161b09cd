package dynlab.theory;

import dynlab.architecture.PathCorrelations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which paths learn together: two paths interact if they share an edge, or end at the same output with Σ^x(j, p) ≠ 0. Only
 * within a class do paths need common frames. Derived in README §Theory.
 */
final class InteractionClasses {
    private final int[] classOf;
    private final int count;

    InteractionClasses(PathCorrelations correlations) {
        List<PathCorrelations.Path> paths = correlations.paths();
        int[] parent = new int[paths.size()];
        for (int p = 0; p < parent.length; p++) {
            parent[p] = p;
        }
        Map<Integer, Integer> firstWithEdge = new HashMap<>();
        for (int p = 0; p < parent.length; p++) {
            for (int e : paths.get(p).edges()) {
                Integer other = firstWithEdge.putIfAbsent(e, p);
                if (other != null) {
                    union(parent, other, p);
                }
            }
        }
        for (PathCorrelations.Pair pair : correlations.pairs()) {
            union(parent, pair.j(), pair.p());
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        classOf = new int[parent.length];
        for (int p = 0; p < parent.length; p++) {
            int root = find(parent, p);
            Integer known = numbers.get(root);
            int number = known == null ? numbers.size() : known;
            numbers.put(root, number);
            classOf[p] = number;
        }
        count = numbers.size();
    }

    private static int find(int[] parent, int p) {
        int root = p;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    private static void union(int[] parent, int p, int q) {
        parent[find(parent, p)] = find(parent, q);
    }

    /** Number of classes. */
    int count() {
        return count;
    }

    /** The class of path {@code p}, from 0. */
    int of(int p) {
        return classOf[p];
    }
}
