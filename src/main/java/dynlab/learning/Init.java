package dynlab.learning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How initial weights are drawn. Sealed, so that a new kind cannot be forgotten by the file format. */
public sealed interface Init {
    int seed();

    /** Entries iid N(0, sigma²). */
    record Gaussian(double sigma, int seed) implements Init {}

    /** Entries N(0, sigma²) with sigma = gamma / √(inputs + outputs) of each edge. */
    record ScaledGaussian(double gamma, int seed) implements Init {}

    /** gain × the polar factor of a Gaussian matrix: every singular value is gain. */
    record Orthogonal(double gain, int seed) implements Init {}

    /** Two-edge chains: W₂ᵀW₂ − W₁W₁ᵀ = lambda·I with every initial strength {@code scale}, in random frames. */
    record Balanced(double lambda, double scale, int seed) implements Init {}

    /** W_e = R_t (b0·I) R_sᵀ: the data's frame at inputs and outputs, random orthogonal frames at hidden nodes. */
    record Aligned(double b0, int seed) implements Init {}

    /** Another kind for some edges, by edge id. */
    record Overridden(Init base, Map<String, Init> overrides) implements Init {
        public Overridden {
            overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        }

        @Override
        public int seed() {
            return base.seed();
        }
    }
}
