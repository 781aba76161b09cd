package dynlab.measure;

import dynlab.numeric.Matrix;
import dynlab.task.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Items joined into ever larger clusters.
 *
 * @param merges in the order in which they happen; merge k makes cluster n + k
 */
public record Dendrogram(List<Merge> merges) {
    /**
     * Two clusters that join.
     *
     * @param left number of a cluster: items are 0 … n − 1
     * @param right number of another, larger than {@code left}
     * @param height mean distance between their items
     */
    public record Merge(int left, int right, double height) {}

    public Dendrogram {
        merges = List.copyOf(merges);
    }

    /**
     * Average linkage: joins the two clusters with the least mean distance, again and again.
     *
     * <pre>d(A ∪ B, C) = (|A| d(A, C) + |B| d(B, C)) / (|A| + |B|)</pre>
     *
     * Source: R. Sokal and C. Michener, 1958. Of equal distances the pair with the lowest numbers joins.
     *
     * @param distances n × n, symmetric, zero diagonal
     * @return n − 1 merges with heights that never fall
     */
    public static Dendrogram averageLinkage(Matrix distances) {
        int n = distances.rows();
        List<double[]> rows = new ArrayList<>();
        List<Integer> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(distances.row(i));
            names.add(i);
            sizes.add(1);
        }
        List<Merge> merges = new ArrayList<>();
        // rows.get(a)[b] is the distance of the clusters in places a and b; a joined cluster takes the first one's
        // place
        boolean[] gone = new boolean[n];
        while (merges.size() < n - 1) {
            int first = -1;
            int second = -1;
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    if (!gone[a] && !gone[b] && (first < 0 || rows.get(a)[b] < rows.get(first)[second])) {
                        first = a;
                        second = b;
                    }
                }
            }
            int left = Math.min(names.get(first), names.get(second));
            int right = Math.max(names.get(first), names.get(second));
            merges.add(new Merge(left, right, rows.get(first)[second]));
            double one = sizes.get(first);
            double two = sizes.get(second);
            for (int c = 0; c < n; c++) {
                double mean = (one * rows.get(first)[c] + two * rows.get(second)[c]) / (one + two);
                rows.get(first)[c] = mean;
                rows.get(c)[first] = mean;
            }
            names.set(first, n + merges.size() - 1);
            sizes.set(first, sizes.get(first) + sizes.get(second));
            gone[second] = true;
        }
        return new Dendrogram(merges);
    }

    /**
     * Heights at which the branches of a given tree join: the mean distance between items on different sides.
     *
     * @param distances items × items
     * @param tree a tree over the same items
     * @return one height a node of the tree; 0 for leaves and for nodes with one child
     */
    public static double[] alongTree(Matrix distances, Tree tree) {
        double[] heights = new double[tree.size()];
        for (int node = 0; node < heights.length; node++) {
            List<List<Integer>> sides = new ArrayList<>();
            for (int child : tree.children(node)) {
                sides.add(tree.itemsBelow(child));
            }
            double sum = 0;
            int pairs = 0;
            for (int a = 0; a < sides.size(); a++) {
                for (int b = a + 1; b < sides.size(); b++) {
                    for (int i : sides.get(a)) {
                        for (int j : sides.get(b)) {
                            sum += distances.at(i, j);
                            pairs++;
                        }
                    }
                }
            }
            heights[node] = pairs == 0 ? 0 : sum / pairs;
        }
        return heights;
    }
}
