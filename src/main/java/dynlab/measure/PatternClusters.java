package dynlab.measure;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Units gathered by their on/off patterns: weighted k-modes.
 *
 * @param assignment number of the cluster of each unit
 * @param gates the pattern of each cluster, 0 or 1, clusters × samples
 * @param share what part of all contribution each cluster makes
 * @param cost {@code Σ_u c_u |A_u − centre|₁}, over all checkpoints
 */
public record PatternClusters(int[] assignment, Matrix gates, double[] share, double cost) {
    private static final int RESTARTS = 8;
    private static final int ROUNDS = 50;

    public PatternClusters {
        assignment = assignment.clone();
        share = share.clone();
    }

    @Override
    public int[] assignment() {
        return assignment.clone();
    }

    @Override
    public double[] share() {
        return share.clone();
    }

    /** The clusters' gates unit by unit, units × samples. */
    public Matrix perUnit() {
        double[] values = new double[assignment.length * gates.columns()];
        for (int u = 0; u < assignment.length; u++) {
            System.arraycopy(gates.row(assignment[u]), 0, values, u * gates.columns(), gates.columns());
        }
        return Matrix.of(assignment.length, gates.columns(), values);
    }

    /**
     * Clusters the patterns that the units have at one or several checkpoints.
     *
     * <p>A unit's pattern is that of all checkpoints one after the other; units join the centre with the fewest
     * differing entries, centres become the weighted majority of their units, until nothing changes. The gates of a
     * cluster are the weighted majority over its units and the checkpoints. Best of eight seeded starts, each of which
     * takes as next centre a unit drawn with probability in proportion to its weighted distance from the centres so far.
     * Sources: Z. Huang, 1998 (k-modes); D. Arthur and S. Vassilvitskii, 2007 (seeding).
     *
     * @param checkpoints 0 or 1, units × samples each
     * @param weights one a unit, ≥ 0: contributions
     * @param k number of clusters, at least 1; fewer come out if there are fewer different patterns
     * @param rng draws the starts
     */
    public static PatternClusters of(List<Matrix> checkpoints, double[] weights, int k, Rng rng) {
        byte[][] patterns = patterns(checkpoints);
        Trial best = trial(patterns, weights, k, rng);
        for (int r = 1; r < RESTARTS; r++) {
            Trial next = trial(patterns, weights, k, rng);
            if (next.cost < best.cost) {
                best = next;
            }
        }
        return finish(best, patterns, weights, checkpoints.get(0).columns());
    }

    private record Trial(int[] assignment, List<byte[]> centres, double cost) {}

    private static byte[][] patterns(List<Matrix> checkpoints) {
        int units = checkpoints.get(0).rows();
        int samples = checkpoints.get(0).columns();
        byte[][] patterns = new byte[units][samples * checkpoints.size()];
        for (int t = 0; t < checkpoints.size(); t++) {
            for (int u = 0; u < units; u++) {
                for (int i = 0; i < samples; i++) {
                    patterns[u][t * samples + i] = (byte) (checkpoints.get(t).at(u, i) > 0 ? 1 : 0);
                }
            }
        }
        return patterns;
    }

    private static Trial trial(byte[][] patterns, double[] weights, int k, Rng rng) {
        List<byte[]> centres = seeds(patterns, weights, k, rng);
        int[] assignment = new int[patterns.length];
        double cost = assign(patterns, weights, centres, assignment);
        boolean falling = true;
        for (int round = 0; falling && round < ROUNDS; round++) {
            List<byte[]> moved = majorities(patterns, weights, assignment, centres);
            int[] next = new int[assignment.length];
            double lower = assign(patterns, weights, moved, next);
            falling = lower < cost;
            if (falling) {
                cost = lower;
                assignment = next;
                centres = moved;
            }
        }
        return new Trial(assignment, centres, cost);
    }

    private static List<byte[]> seeds(byte[][] patterns, double[] weights, int k, Rng rng) {
        List<byte[]> centres = new ArrayList<>();
        double[] pull = weights.clone();
        while (centres.size() < k) {
            double whole = 0;
            for (double p : pull) {
                whole += p;
            }
            if (!(whole > 0)) {
                break; // every pattern that counts is a centre already
            }
            double mark = rng.nextDouble() * whole;
            int chosen = -1;
            for (int u = 0; u < pull.length && (chosen < 0 || mark >= 0); u++) {
                if (pull[u] > 0) {
                    chosen = u;
                    mark -= pull[u];
                }
            }
            byte[] centre = patterns[chosen];
            centres.add(centre);
            for (int u = 0; u < pull.length; u++) {
                double distant = weights[u] * distance(patterns[u], centre);
                pull[u] = centres.size() == 1 ? distant : Math.min(pull[u], distant);
            }
        }
        if (centres.isEmpty()) {
            centres.add(patterns[0]);
        }
        return centres;
    }

    private static int distance(byte[] a, byte[] b) {
        int differing = 0;
        for (int i = 0; i < a.length; i++) {
            differing += a[i] == b[i] ? 0 : 1;
        }
        return differing;
    }

    private static double assign(byte[][] patterns, double[] weights, List<byte[]> centres, int[] assignment) {
        double cost = 0;
        for (int u = 0; u < patterns.length; u++) {
            int least = Integer.MAX_VALUE;
            for (int k = 0; k < centres.size(); k++) {
                int d = distance(patterns[u], centres.get(k));
                if (d < least) {
                    least = d;
                    assignment[u] = k;
                }
            }
            cost += weights[u] * least;
        }
        return cost;
    }

    private static List<byte[]> majorities(byte[][] patterns, double[] weights, int[] assignment, List<byte[]> before) {
        List<byte[]> centres = new ArrayList<>();
        for (int k = 0; k < before.size(); k++) {
            double[] votes = new double[before.get(k).length];
            double whole = 0;
            for (int u = 0; u < patterns.length; u++) {
                if (assignment[u] == k) {
                    whole += weights[u];
                    for (int i = 0; i < votes.length; i++) {
                        votes[i] += weights[u] * patterns[u][i];
                    }
                }
            }
            byte[] centre = before.get(k).clone();
            for (int i = 0; whole > 0 && i < votes.length; i++) {
                centre[i] = (byte) (votes[i] > 0.5 * whole ? 1 : 0);
            }
            centres.add(centre);
        }
        return centres;
    }

    private static PatternClusters finish(Trial trial, byte[][] patterns, double[] weights, int samples) {
        int k = trial.centres.size();
        double[] votes = new double[k * samples];
        double[] share = new double[k];
        double whole = 0;
        int checkpoints = samples == 0 ? 1 : patterns[0].length / samples;
        for (int u = 0; u < patterns.length; u++) {
            int cluster = trial.assignment[u];
            share[cluster] += weights[u];
            whole += weights[u];
            for (int i = 0; i < patterns[u].length; i++) {
                votes[cluster * samples + i % samples] += weights[u] * patterns[u][i];
            }
        }
        double[] gates = new double[k * samples];
        for (int i = 0; i < gates.length; i++) {
            gates[i] = votes[i] > 0.5 * checkpoints * share[i / samples] ? 1 : 0;
        }
        for (int c = 0; c < k; c++) {
            share[c] = whole > 0 ? share[c] / whole : 0;
        }
        return new PatternClusters(
                Arrays.copyOf(trial.assignment, patterns.length), Matrix.of(k, samples, gates), share, trial.cost);
    }
}
