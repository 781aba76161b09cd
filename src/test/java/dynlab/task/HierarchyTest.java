package dynlab.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Reference;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HierarchyTest {
    private static final Hierarchy LIVING = Hierarchy.livingThings(0.15);

    @ParameterizedTest
    @CsvSource({"2,3,0.15", "3,2,0.1", "2,4,0.2", "4,2,0.15", "2,1,0.3", "5,1,0.05"})
    void theSpectrumOfTheTreeIsThatOfItsCovariance(int branching, int levels, double flip) {
        Hierarchy hierarchy = new Hierarchy(branching, levels, flip);
        TreeSpectrum spectrum = TreeSpectrum.of(hierarchy);
        double[] values = SymmetricEigen.of(hierarchy.covariance()).values();
        int at = 0;
        for (int l = 0; l <= levels; l++) {
            for (int k = 0; k < spectrum.multiplicities()[l]; k++) {
                assertEquals(values[at++], spectrum.eigenvalues()[l], 1e-14);
            }
        }
        assertEquals(hierarchy.items(), at);
        Matrix v = spectrum.contrasts();
        Matrix inside = v.transpose().times(hierarchy.covariance()).times(v);
        for (int i = 0; i < inside.rows(); i++) {
            for (int j = 0; j < inside.rows(); j++) {
                if (i != j) {
                    assertEquals(0, inside.at(i, j), 1e-14);
                }
            }
        }
        assertTrue(v.transpose().times(v).minus(Matrix.identity(v.rows())).largest() < 1e-15 * v.rows());
    }

    @Test
    void theSpectrumAgreesWithTheIndependentTable() {
        Reference table = Reference.of("theory_tree_spectrum");
        assertTrue(LIVING.covariance().minus(table.matrix("C")).largest() < 1e-15);
        assertTrue(
                TreeSpectrum.of(LIVING).contrasts().minus(table.matrix("haar")).largest() < 1e-15);
        assertTable(table, LIVING, "eigs");
        assertTable(table, new Hierarchy(3, 2, 0.1), "other", "3,2,0.1");
        assertTable(table, new Hierarchy(2, 4, 0.2), "other", "2,4,0.2");
        assertTable(table, new Hierarchy(4, 2, 0.15), "other", "4,2,0.15");
    }

    private static void assertTable(Reference table, Hierarchy hierarchy, Object... path) {
        double[] pairs = table.numbers(path);
        TreeSpectrum spectrum = TreeSpectrum.of(hierarchy);
        assertEquals(pairs.length / 2, spectrum.eigenvalues().length);
        for (int l = 0; l < pairs.length / 2; l++) {
            assertEquals(pairs[2 * l], spectrum.eigenvalues()[l], 2e-15);
            assertEquals(pairs[2 * l + 1], spectrum.multiplicities()[l]);
        }
    }

    @Test
    void theEightLivingThingsHaveFourLevelsOfLearning() {
        double[] s = Svd.singularValues(LIVING.readable().y());
        assertArrayEquals(new double[] {156.230, 122.458, 100.489, 100.489, 71.414, 71.414, 71.414, 71.414}, s, 6e-4);
        double[] weights = {34.30, 34.99, 49.99, 71.41};
        for (int depth = 0; depth <= 3; depth++) {
            assertEquals(weights[depth], LIVING.weight(depth), 6e-3);
        }
    }

    @Test
    void readableAndSurrogateWorldHaveTheGramMatrixOfTheExpectedSamples() {
        for (Hierarchy hierarchy : List.of(LIVING, new Hierarchy(3, 2, 0.1), new Hierarchy(2, 4, 0.3))) {
            Matrix expected = hierarchy.covariance().scaled(Hierarchy.FEATURES);
            for (Matrix y :
                    List.of(hierarchy.readable().y(), hierarchy.surrogate().y())) {
                assertTrue(y.transpose().times(y).minus(expected).largest() < 1e-11); // of 10,000: 1e-15 relative
            }
            assertEquals(hierarchy.items(), hierarchy.surrogate().y().rows());
        }
    }

    @Test
    void aPropertyOfANodeIsTrueOfTheItemsBelowItAndOfNoOther() {
        World world = LIVING.readable();
        assertEquals(15, world.properties().size());
        assertTruth(world, "grows", "Goldfish Tuna Robin Canary Rose Daisy Pine Oak");
        assertTruth(world, "moves", "Goldfish Tuna Robin Canary");
        assertTruth(world, "has roots", "Rose Daisy Pine Oak");
        assertTruth(world, "swims", "Goldfish Tuna");
        assertTruth(world, "flies", "Robin Canary");
        assertTruth(world, "has petals", "Rose Daisy");
        assertTruth(world, "has bark", "Pine Oak");
        assertTruth(world, "has a red breast", "Robin");
        assertTruth(world, "has acorns", "Oak");
    }

    private static void assertTruth(World world, String property, String items) {
        List<String> found = new ArrayList<>();
        double[] row = world.y().row(world.properties().indexOf(property));
        for (int i = 0; i < row.length; i++) {
            if (row[i] > 0) {
                found.add(world.items().get(i));
            }
        }
        assertEquals(List.of(items.split(" ")), found);
    }

    @Test
    void sampledFeaturesHaveTheKnownSpectrumOnTheAverageAndNearlySoEach() {
        double[] known = {156.29, 122.48, 101.07, 99.79, 72.36, 71.75, 71.12, 70.40};
        double[] mean = new double[8];
        int seeds = 20;
        for (int seed = 0; seed < seeds; seed++) {
            Matrix y = LIVING.sampled(Hierarchy.FEATURES, seed).y();
            for (double value : y.toArray()) {
                assertEquals(1, Math.abs(value));
            }
            double[] s = Svd.singularValues(y);
            double[] expected = {156.230, 122.458, 100.489, 100.489, 71.414, 71.414, 71.414, 71.414};
            for (int k = 0; k < 8; k++) {
                mean[k] += s[k] / seeds;
                assertEquals(1, s[k] / expected[k], k < 2 ? 0.02 : 0.035); // the split of equal ones adds up to 1.5 %
            }
        }
        for (int k = 0; k < 8; k++) {
            assertEquals(known[k], mean[k], 3 * 0.88 / Math.sqrt(seeds)); // sd ≤ 0.88 a sample
        }
    }

    @Test
    void fewerSampledFeaturesKeepTheScaleOfTheCorrelations() {
        double power = 0;
        for (double value : LIVING.sampled(31, 4).y().toArray()) {
            power += value * value;
        }
        assertEquals(8.0 * Hierarchy.FEATURES, power, 1e-7);
    }

    @Test
    void theSameSeedDrawsTheSameWorldAndAnotherSeedAnother() {
        assertEquals(LIVING.sampled(20, 3), LIVING.sampled(20, 3));
        assertTrue(!LIVING.sampled(20, 3).y().equals(LIVING.sampled(20, 4).y()));
    }

    @Test
    void theFourItemWorldHasTheModesOfItsThreeLevels() {
        World toy = Toy.world();
        assertArrayEquals(new double[] {Math.sqrt(7), Math.sqrt(3), 1, 1}, Svd.singularValues(toy.y()), 1e-14);
        assertTruth(toy, "flies", "Canary");
        assertTruth(toy, "has roots", "Oak Rose");
        for (int node = 0; node < toy.tree().size(); node++) {
            assertEquals(toy.tree().itemsBelow(node), trueItems(toy.y().row(node)), "one property a node");
        }
    }

    private static List<Integer> trueItems(double[] row) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            if (row[i] == 1) {
                items.add(i);
            }
        }
        return items;
    }
}
