package dynlab.theory.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoherenceTest {
    @ParameterizedTest
    @CsvSource({"0.7,0.2,30,100,30,120", "0.6,0.2,40,100,50,150", "0.9,0.1,15,60,20,200"})
    void aPlantedCategoryHasTheStrengthAndTheOverlapsOfTheLaw(double p, double q, int ko, int no, int kf, int nf) {
        Coherence law = Coherence.of(p, q, new int[] {ko, no}, new int[] {kf, nf});
        assertTrue(law.learnable());
        Rng rng = new Rng(17);
        int trials = 12;
        double s = 0;
        double objects = 0;
        double features = 0;
        for (int trial = 0; trial < trials; trial++) {
            Svd svd = Svd.thin(planted(p, q, ko, no, kf, nf, rng));
            s += svd.s()[0] / trials;
            objects += square(svd.v().column(0), ko) / trials;
            features += square(svd.u().column(0), kf) / trials;
        }
        // the law holds for many objects; the variance p(1 − p) inside the category is not q(1 − q)
        assertEquals(law.strength(), s, 0.04 * law.strength());
        assertEquals(law.objectOverlap(), objects, 0.03);
        assertEquals(law.featureOverlap(), features, 0.03);
    }

    @Test
    void belowOneACategoryDrownsInTheNoise() {
        Coherence law = Coherence.of(0.3, 0.2, new int[] {20, 100}, new int[] {20, 150});
        assertFalse(law.learnable());
        Rng rng = new Rng(3);
        double s = 0;
        double overlap = 0;
        for (int trial = 0; trial < 12; trial++) {
            Svd svd = Svd.thin(planted(0.3, 0.2, 20, 100, 20, 150, rng));
            s += svd.s()[0] / 12;
            overlap += square(svd.v().column(0), 20) / 12;
        }
        assertEquals(law.strength(), s, 0.04 * law.strength());
        assertTrue(overlap < 0.1, "overlap " + overlap);
    }

    @Test
    void coherenceIsTheRatioOfSignalToNoise() {
        Coherence law = Coherence.of(0.7, 0.2, new int[] {30, 100}, new int[] {30, 400});
        assertEquals(0.25 / 0.16 * 900 / 200, law.coherence(), 1e-12);
    }

    private static Matrix planted(double p, double q, int ko, int no, int kf, int nf, Rng rng) {
        double[] y = new double[nf * no];
        for (int f = 0; f < nf; f++) {
            for (int o = 0; o < no; o++) {
                double on = rng.nextDouble() < (f < kf && o < ko ? p : q) ? 1 : 0;
                y[f * no + o] = on - q;
            }
        }
        return Matrix.of(nf, no, y);
    }

    private static double square(double[] vector, int members) {
        double sum = 0;
        for (int i = 0; i < members; i++) {
            sum += vector[i];
        }
        return sum * sum / members;
    }
}
