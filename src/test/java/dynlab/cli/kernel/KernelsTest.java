package dynlab.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.experiment.run.Runner;
import dynlab.numeric.Gemm;
import dynlab.numeric.GemmKernel;
import dynlab.numeric.Rng;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel gives the bits of the slow obvious sum, and so the digests of the plain one. */
final class KernelsTest {
    /** The kernel that runs everywhere, and those of this JVM. */
    static List<GemmKernel> kernels() {
        List<GemmKernel> all = new ArrayList<>(Kernels.all());
        all.add(Gemm.kernel());
        return all;
    }

    @Test
    void theVectorKernelIsFoundWhereTheModuleIs() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertEquals(
                module ? List.of("vector") : List.of(),
                Kernels.all().stream().map(GemmKernel::name).toList());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aProductHasTheBitsOfTheSlowSum(GemmKernel kernel) {
        Rng rng = new Rng(5);
        for (int trial = 0; trial < 600; trial++) {
            int m = 1 + rng.nextInt(13);
            int n = 1 + rng.nextInt(37);
            int depth = rng.nextInt(20);
            boolean left = rng.nextInt(2) == 0;
            boolean right = rng.nextInt(2) == 0;
            boolean add = rng.nextInt(2) == 0;
            int gap = rng.nextInt(3);
            int aRow = left ? depth + gap : 1;
            int aColumn = left ? 1 : m + gap;
            int bRow = right ? n + gap : 1;
            int bColumn = right ? 1 : depth + gap;
            int cRow = n + gap;
            double[] a = drawn(rng, 3 + (m + gap) * (depth + gap));
            double[] b = drawn(rng, 2 + (n + gap) * (depth + gap));
            double[] c = drawn(rng, 1 + m * cRow);
            double factor = 2 * rng.nextDouble() - 1;
            double[] expected = c.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int k = 0; k < depth; k++) {
                        sum += a[3 + i * aRow + k * aColumn] * b[2 + k * bRow + j * bColumn];
                    }
                    int at = 1 + i * cRow + j;
                    double part = factor * sum;
                    expected[at] = add ? expected[at] + part : part;
                }
            }
            kernel.multiply(m, n, depth, a, 3, aRow, aColumn, b, 2, bRow, bColumn, factor, c, 1, cRow, add);
            for (int k = 0; k < c.length; k++) {
                String where = m + " × " + n + " × " + depth + " at " + k;
                assertEquals(Double.doubleToLongBits(expected[k]), Double.doubleToLongBits(c[k]), where);
            }
        }
    }

    /** Numbers of all sizes, some of them special. */
    private static double[] drawn(Rng rng, int count) {
        double[] special = {0, -0.0, Double.MIN_VALUE, -1e308, 1e308, Double.POSITIVE_INFINITY, Double.NaN};
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = rng.nextInt(60) == 0 ? special[rng.nextInt(special.length)] : rng.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "routing", "contexts", "xor"})
    void aLessonHasTheSameDigestWithEveryKernel(String lesson) {
        GemmKernel before = Gemm.kernel();
        List<String> digests = new ArrayList<>();
        try {
            for (GemmKernel kernel : kernels()) {
                Gemm.use(kernel);
                digests.add(digest(lesson));
            }
        } finally {
            Gemm.use(before);
        }
        assertEquals(List.of(digests.get(0)), digests.stream().distinct().toList());
    }

    private static String digest(String lesson) {
        var scene = Scenes.byId(lesson).orElseThrow();
        SceneConfig config = SceneConfig.initial(scene.knobs()).with("epochs", 100);
        return Runner.of(scene.experiment(config))
                .complete()
                .trajectory()
                .digest()
                .orElseThrow();
    }
}
