package dynlab.theory.race;

import dynlab.architecture.Architecture;
import dynlab.architecture.PathCorrelations;
import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import dynlab.theory.SignTrap;
import java.util.ArrayList;
import java.util.List;

/** Finds the paths and modes whose product starts with the wrong sign. */
final class SignTraps {
    /** More paths in one interaction class than this are not solved for. */
    static final int MOST = 400;
    /** Eigenvalues below this share of the largest are zero, and so are products below this share of the largest. */
    private static final double NOTHING = 1e-9;

    private SignTraps() {}

    /**
     * Solves {@code Σ_j D(j, p) B_j = S(p)} of every class and mode for the smallest products, and compares signs.
     *
     * @param s S(p), cut to the modes that fit through the path
     * @param d D(j, p) of every pair, cut likewise
     * @param products B_p at the start
     * @param classOf interaction class of every path
     */
    static List<SignTrap> find(
            Architecture architecture,
            PathCorrelations paths,
            double[][] s,
            double[][] d,
            double[][] products,
            int[] classOf) {
        List<List<Integer>> members = new ArrayList<>();
        for (int p = 0; p < s.length; p++) {
            while (members.size() <= classOf[p]) {
                members.add(new ArrayList<>());
            }
            members.get(classOf[p]).add(p);
        }
        List<SignTrap> traps = new ArrayList<>();
        for (List<Integer> own : members) {
            int modes = own.stream().mapToInt(p -> s[p].length).max().orElse(0);
            for (int k = 0; k < modes && own.size() <= MOST; k++) {
                double[] required = required(paths, own, s, d, k);
                double largest = Matrix.of(1, required.length, required).largest();
                for (int i = 0; i < required.length; i++) {
                    int p = own.get(i);
                    if (k < s[p].length
                            && Math.abs(required[i]) > NOTHING * largest
                            && required[i] * products[p][k] < 0) {
                        List<String> ids = paths.paths().get(p).edges().stream()
                                .map(e -> architecture.edges().get(e).id())
                                .toList();
                        traps.add(new SignTrap(ids, k, required[i], products[p][k]));
                    }
                }
            }
        }
        return traps;
    }

    private static double[] required(PathCorrelations paths, List<Integer> own, double[][] s, double[][] d, int k) {
        int n = own.size();
        int[] place = new int[s.length];
        for (int i = 0; i < n; i++) {
            place[own.get(i)] = i + 1;
        }
        double[] matrix = new double[n * n];
        for (int pair = 0; pair < d.length; pair++) {
            int i = place[paths.pairs().get(pair).j()] - 1;
            int j = place[paths.pairs().get(pair).p()] - 1;
            if (i >= 0 && j >= 0 && k < d[pair].length) {
                matrix[i * n + j] = d[pair][k];
                matrix[j * n + i] = d[pair][k];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(Matrix.of(n, n, matrix));
        double[] values = eigen.values();
        double[] required = new double[n];
        for (int m = 0; m < n; m++) {
            if (values[m] > NOTHING * values[0]) {
                double share = 0;
                for (int i = 0; i < n; i++) {
                    share += k < s[own.get(i)].length ? eigen.vectors().at(i, m) * s[own.get(i)][k] : 0;
                }
                for (int i = 0; i < n; i++) {
                    required[i] += share / values[m] * eigen.vectors().at(i, m);
                }
            }
        }
        return required;
    }
}
