package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class GemmTest {
    @Test
    void everyShapeStrideAndModeGivesTheSumsOfThePlainTripleLoopToTheLastBit() {
        Rng rng = new Rng(9);
        for (int round = 0; round < 2000; round++) {
            int m = 1 + rng.nextInt(7);
            int n = 1 + rng.nextInt(9);
            int depth = rng.nextInt(6);
            boolean transposeA = rng.nextInt(2) == 0;
            boolean transposeB = rng.nextInt(2) == 0;
            boolean add = rng.nextInt(2) == 0;
            int gap = rng.nextInt(3);
            int aRow = transposeA ? 1 : depth + gap;
            int aColumn = transposeA ? m + gap : 1;
            int bRow = transposeB ? 1 : n + gap;
            int bColumn = transposeB ? depth + gap : 1;
            double[] a = random(rng, (m + depth + 4) * (m + depth + 4));
            double[] b = random(rng, (n + depth + 4) * (n + depth + 4));
            double[] c = random(rng, (m + 1) * (n + 4));
            double[] expected = c.clone();
            double factor = rng.nextInt(3) - 1;
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int k = 0; k < depth; k++) {
                        sum += a[1 + i * aRow + k * aColumn] * b[2 + k * bRow + j * bColumn];
                    }
                    int at = 1 + i * (n + 2) + j;
                    expected[at] = add ? expected[at] + factor * sum : factor * sum;
                }
            }
            Gemm.multiply(m, n, depth, a, 1, aRow, aColumn, b, 2, bRow, bColumn, factor, c, 1, n + 2, add);
            for (int i = 0; i < c.length; i++) {
                assertEquals(expected[i], c[i], 0);
            }
        }
    }

    private static double[] random(Rng rng, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = rng.nextGaussian();
        }
        return values;
    }
}
