package dynlab.theory.form;

import dynlab.numeric.Numbers;

/**
 * Can a category be learned at all? K_o objects share K_f features, on with probability p where category and feature meet
 * and with q elsewhere, among N_o objects and N_f features; the mean q is taken out.
 *
 * <pre>SNR = (p − q)²/(q(1 − q)),   C = SNR K_o K_f/√(N_o N_f)</pre>
 *
 * <p>The category has a mode of its own if C &gt; 1 and drowns in the noise if not. Source: A. Saxe, J. McClelland and
 * S. Ganguli, PNAS 2019, for C; the strength of the mode and its overlaps are those of a matrix of rank one in noise
 * (F. Benaych-Georges and R. R. Nadakuditi, 2012), see docs/theory.md §8.4.
 *
 * @param coherence C, ≥ 0
 * @param strength s, the largest singular value of the centred data; the edge of the noise where C ≤ 1
 * @param objectOverlap square of the inner product of the learned and the planted object vector, 0 where C ≤ 1
 * @param featureOverlap the same of the features
 */
public record Coherence(double coherence, double strength, double objectOverlap, double featureOverlap) {
    /**
     * The law of large numbers of objects and features.
     *
     * @param p probability inside the category
     * @param q probability outside, 0 &lt; q &lt; 1
     * @param objects K_o of N_o: {@code {K_o, N_o}}
     * @param features K_f of N_f: {@code {K_f, N_f}}
     * @return exact as N_o and N_f grow; about 3 per cent for tens of objects
     */
    public static Coherence of(double p, double q, int[] objects, int[] features) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException(
                    "a background of probability " + Numbers.precise(q) + " has no variance");
        }
        double noise = q * (1 - q);
        double lift = p - q;
        double members = (double) objects[0] * features[0];
        double power = lift * lift * members;
        double all = (double) objects[1] * features[1];
        double coherence = power / (noise * Math.sqrt(all));
        if (!(coherence > 1)) {
            double edge = Math.sqrt(objects[1]) + Math.sqrt(features[1]);
            return new Coherence(coherence, Math.sqrt(noise) * edge, 0, 0);
        }
        double byObjects = power + noise * objects[1];
        double byFeatures = power + noise * features[1];
        double strength = Math.sqrt(byObjects * byFeatures / power);
        double c = (double) objects[1] / features[1];
        double z = power / (noise * features[1]);
        double lostObjects = c * (1 + z) / (z * (z + c));
        double lostFeatures = (c + z) / (z * (z + 1));
        return new Coherence(coherence, strength, 1 - lostObjects, 1 - lostFeatures);
    }

    /** Whether the category has a mode of its own. */
    public boolean learnable() {
        return coherence > 1;
    }
}
