package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.Hierarchy;
import dynlab.task.Tree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DendrogramTest {
    @Test
    void everyMergeIsTheClosestPairOfClustersByTheMeanOfAllTheirDistances() {
        for (int seed = 0; seed < 20; seed++) {
            Matrix points = Chains.gaussian(9, 3, 1, new Rng(seed));
            Matrix distances = HiddenDistance.euclidean(points.times(points.transpose()));
            List<List<Integer>> clusters = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                clusters.add(List.of(i));
            }
            List<Integer> open = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
            double before = 0;
            for (Dendrogram.Merge merge : Dendrogram.averageLinkage(distances).merges()) {
                double least = Double.POSITIVE_INFINITY;
                for (int a : open) {
                    for (int b : open) {
                        if (a < b) {
                            least = Math.min(least, mean(distances, clusters.get(a), clusters.get(b)));
                        }
                    }
                }
                assertEquals(least, merge.height(), 1e-13);
                assertEquals(least, mean(distances, clusters.get(merge.left()), clusters.get(merge.right())), 1e-13);
                assertTrue(merge.left() < merge.right() && merge.height() >= before);
                before = merge.height();
                List<Integer> joined = new ArrayList<>(clusters.get(merge.left()));
                joined.addAll(clusters.get(merge.right()));
                clusters.add(joined);
                assertTrue(open.remove(Integer.valueOf(merge.left())));
                assertTrue(open.remove(Integer.valueOf(merge.right())));
                open.add(clusters.size() - 1);
            }
            assertEquals(1, open.size());
        }
    }

    @Test
    void alongTheTreeOfLivingThingsTheBranchesJoinLevelByLevel() {
        Hierarchy hierarchy = Hierarchy.livingThings(0.15);
        Tree tree = hierarchy.tree();
        Matrix distances = HiddenDistance.euclidean(hierarchy.covariance());
        double[] heights = Dendrogram.alongTree(distances, tree);
        for (int node = 0; node < tree.size(); node++) {
            int up = 3 - tree.depth(node);
            double expected = up == 0 ? 0 : Math.sqrt(2 - 2 * hierarchy.rho(up));
            assertEquals(expected, heights[node], 1e-14, tree.names().get(node));
        }
    }

    @Test
    void averageLinkageFindsTheTreeItselfWhereThereIsOne() {
        Hierarchy hierarchy = Hierarchy.livingThings(0.15);
        Matrix distances = HiddenDistance.euclidean(hierarchy.covariance());
        List<Dendrogram.Merge> merges = Dendrogram.averageLinkage(distances).merges();
        assertEquals(
                List.of("0+1", "2+3", "4+5", "6+7", "8+9", "10+11", "12+13"),
                merges.stream().map(merge -> merge.left() + "+" + merge.right()).toList());
    }

    private static double mean(Matrix distances, List<Integer> left, List<Integer> right) {
        double sum = 0;
        for (int i : left) {
            for (int j : right) {
                sum += distances.at(i, j);
            }
        }
        return sum / (left.size() * right.size());
    }
}
