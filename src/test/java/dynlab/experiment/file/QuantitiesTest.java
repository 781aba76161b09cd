package dynlab.experiment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.run.Runner;
import dynlab.network.Network;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every quantity that a file may ask for stands in the trajectory file with its own value, or a note says why not. */
final class QuantitiesTest {
    private static final String ALL = Stream.of(Quantity.values())
            .map(quantity -> '"' + quantity.word() + '"')
            .collect(Collectors.joining(","));

    private static final String CHAIN = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 3}, {"id": "h", "role": "hidden", "width": 4},
                                 {"id": "y", "role": "output", "width": 2}],
                       "edges": [{"id": "W1", "source": "x", "target": "h"}, {"id": "W2", "source": "h", "target": "y"}]},
             "contexts": [{"name": "all", "x": {"x": [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1]]},
                           "y": {"y": [[2, 1, 0, 0], [0, 1, 1, 2]]}}],
             "init": {"kind": "gaussian", "sigma": 0.4, "seed": 3},
             "training": {"dt": 0.05, "tau": 1, "steps": 30},
             "record": {"at": [0, 7, 30], "quantities": [%s]}}""";

    private static final String SHALLOW = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 2}, {"id": "y", "role": "output", "width": 1}],
                       "edges": [{"id": "W", "source": "x", "target": "y"}]},
             "contexts": [{"x": {"x": [[1, 0], [0, 1]]}, "y": {"y": [[2, 1]]}}],
             "init": {"kind": "gaussian", "sigma": 0.4, "seed": 3},
             "training": {"dt": 0.05, "tau": 1, "steps": 3},
             "record": {"at": [0, 3], "quantities": [%s]}}""";

    private static final String RELU = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 2},
                                 {"id": "h", "role": "hidden", "width": 8, "activation": "relu"},
                                 {"id": "y", "role": "output", "width": 1}],
                       "edges": [{"id": "W1", "source": "x", "target": "h"}, {"id": "W2", "source": "h", "target": "y"}]},
             "contexts": [{"name": "left", "x": {"x": [[1, 1], [1, -1]]}, "y": {"y": [[-1, 1]]}},
                          {"name": "right", "x": {"x": [[-1, -1], [1, -1]]}, "y": {"y": [[1, -1]]}}],
             "init": {"kind": "gaussian", "sigma": 0.3, "seed": 2},
             "training": {"dt": 0.05, "tau": 1, "steps": 60},
             "record": {"at": [0, 60], "quantities": [%s]}}""";

    private static final String UNEQUAL = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 2}, {"id": "a", "role": "hidden", "width": 3},
                                 {"id": "b", "role": "hidden", "width": 2}, {"id": "y", "role": "output", "width": 1}],
                       "edges": [{"id": "xa", "source": "x", "target": "a"}, {"id": "ab", "source": "a", "target": "b"},
                                 {"id": "by", "source": "b", "target": "y"}]},
             "contexts": [{"x": {"x": [[1], [1]]}, "y": {"y": [[-1]]}, "node_gates": {"a": 0.5}},
                          {"x": {"x": [[1, 2], [0, 1]]}, "y": {"y": [[1, 0]]}}],
             "init": {"kind": "gaussian", "sigma": 0.3, "seed": 2},
             "training": {"dt": 0.05, "tau": 1, "steps": 10},
             "record": {"at": [0, 10], "quantities": [%s]}}""";

    private static Experiment read(String file, String quantities) {
        return ExperimentCodec.read(file.formatted(quantities), new ExactDecimals());
    }

    private static Json.Members run(String file, String quantities) {
        Runner runner = Runner.of(read(file, quantities));
        runner.complete();
        return (Json.Members) JsonReader.read(TrajectoryCodec.write(runner, new ExactDecimals()));
    }

    /** What lies behind names and places, one after the other. */
    private static Json at(Json json, Object... path) {
        Json found = json;
        for (Object step : path) {
            if (step instanceof String name) {
                found = ((Json.Members) found).members().get(name);
            } else {
                found = ((Json.Array) found).elements().get((Integer) step);
            }
            assertTrue(found != null, () -> "nothing at " + step + " in " + json);
        }
        return found;
    }

    private static double number(Json json, Object... path) {
        return Double.parseDouble(((Json.Numeral) at(json, path)).text());
    }

    private static Matrix matrix(Json json, Object... path) {
        List<double[]> rows = new ArrayList<>();
        for (Json row : ((Json.Array) at(json, path)).elements()) {
            rows.add(vector(row));
        }
        return Matrix.of(rows.toArray(new double[0][]));
    }

    private static double[] vector(Json json, Object... path) {
        return ((Json.Array) at(json, path))
                .elements().stream()
                        .mapToDouble(entry -> Double.parseDouble(((Json.Numeral) entry).text()))
                        .toArray();
    }

    private static String notes(Json.Members trajectory) {
        Json notes = trajectory.members().get("notes");
        return notes == null ? "" : notes.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHAIN, SHALLOW, RELU, UNEQUAL})
    void everyQuantityIsWrittenOrANoteNamesIt(String file) {
        Json.Members trajectory = run(file, ALL);
        for (Quantity quantity : Quantity.values()) {
            boolean written = trajectory.members().containsKey(quantity.word());
            boolean noted = Pattern.compile("\\b" + quantity.word() + "\\b")
                    .matcher(notes(trajectory))
                    .find();
            assertTrue(written || noted, quantity.word() + " is dropped in silence");
        }
    }

    @Test
    void whatIsNotAskedForIsNeitherWrittenNorNoted() {
        Json.Members trajectory = run(RELU, "\"loss\"");
        for (Quantity quantity : Quantity.values()) {
            if (quantity != Quantity.LOSS) {
                assertFalse(trajectory.members().containsKey(quantity.word()), quantity.word());
            }
        }
        assertEquals("", notes(trajectory));
    }

    @Test
    void theQuantitiesOfALinearChainAreThoseOfItsWeights() {
        Json.Members trajectory = run(CHAIN, ALL);
        Matrix x = Matrix.of(new double[][] {{1, 0, 0, 1}, {0, 1, 0, 1}, {0, 0, 1, 1}});
        Matrix y = Matrix.of(new double[][] {{2, 1, 0, 0}, {0, 1, 1, 2}});
        Svd data = Svd.thin(y.times(x.transpose()));
        for (int i = 0; i < 3; i++) {
            Matrix w1 = matrix(trajectory, "weights", "W1", i);
            Matrix w2 = matrix(trajectory, "weights", "W2", i);
            Matrix h = w1.times(x);
            Matrix map = w2.times(w1);
            assertClose(map.times(x), matrix(trajectory, "outputs", i, "all", "y"));
            double norm = y.minus(map.times(x)).norm();
            assertEquals(0.5 * norm * norm, number(trajectory, "loss", i), 1e-13);
            assertEquals(0.5 * norm * norm, number(trajectory, "context_error", i, 0), 1e-13);
            assertClose(Svd.thin(w1).s(), vector(trajectory, "singular_values", "W1", i));
            assertClose(Svd.thin(map).s(), vector(trajectory, "map_singular_values", i));
            for (int mode = 0; mode < 2; mode++) {
                double strength = 0;
                for (int row = 0; row < 2; row++) {
                    for (int column = 0; column < 3; column++) {
                        strength += data.u().at(row, mode)
                                * map.at(row, column)
                                * data.v().at(column, mode);
                    }
                }
                assertEquals(strength, number(trajectory, "mode_strength", i, mode), 1e-13);
            }
            assertClose(h.transpose().times(h), matrix(trajectory, "similarity", "h", i));
            assertClose(w1.transpose().times(w1), matrix(trajectory, "input_similarity", "h", i));
            assertClose(map, matrix(trajectory, "path_maps", "h", i));
            assertDistances(h, trajectory, i);
        }
    }

    /** Distances by their definitions, vector by vector. */
    private static void assertDistances(Matrix h, Json.Members trajectory, int record) {
        int n = h.columns();
        for (int i = 0; i < n; i++) {
            double mean = mean(h.column(i));
            assertEquals(mean, number(trajectory, "hidden_mean", "h", record, i), 1e-14);
            for (int j = 0; j < n; j++) {
                double other = mean(h.column(j));
                double square = 0;
                double together = 0;
                double first = 0;
                double second = 0;
                for (int u = 0; u < h.rows(); u++) {
                    double a = h.at(u, i) - mean;
                    double b = h.at(u, j) - other;
                    square += (h.at(u, i) - h.at(u, j)) * (h.at(u, i) - h.at(u, j));
                    together += a * b;
                    first += a * a;
                    second += b * b;
                }
                assertEquals(
                        Math.sqrt(square),
                        number(trajectory, "euclidean_distance", "h", record, i, j),
                        i == j ? 0 : 1e-7);
                double expected = 1 - together / Math.sqrt(first * second);
                assertEquals(expected, number(trajectory, "correlation_distance", "h", record, i, j), 1e-13);
            }
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void tuningAndSharingAreThoseOfTheReluUnits() {
        Json.Members trajectory = run(RELU, ALL);
        Matrix x = Matrix.of(new double[][] {{1, 1, -1, -1}, {1, -1, 1, -1}});
        for (int i = 0; i < 2; i++) {
            Matrix z = matrix(trajectory, "weights", "W1", i).times(x);
            Matrix readout = matrix(trajectory, "weights", "W2", i);
            Matrix activity = matrix(trajectory, "tuning", "1", "activity", i);
            double on = 0;
            double all = 0;
            for (int u = 0; u < 8; u++) {
                double size = 0;
                double open = 0;
                for (int n = 0; n < 4; n++) {
                    double h = Math.max(0, z.at(u, n));
                    assertEquals(h, activity.at(u, n), 1e-14);
                    size += h * h;
                    open += h > 0 ? 0.25 : 0;
                }
                double contribution = Math.abs(readout.at(0, u)) * Math.sqrt(size);
                assertEquals(contribution, number(trajectory, "tuning", "1", "contribution", i, u), 1e-14);
                on += contribution * open;
                all += contribution;
            }
            assertEquals(on / all, number(trajectory, "sharing", "1", "occupancy", i), 1e-13);
            assertEquals(3, vector(trajectory, "sharing", "1", "on_in", i).length);
            double participation = number(trajectory, "sharing", "1", "participation", i);
            assertTrue(participation >= 1 && participation <= 2, "participation " + participation);
        }
        Map<String, Json> search = ((Json.Members) at(trajectory, "discovery")).members();
        assertTrue(((Json.Bool) at(trajectory, "discovery", "complete")).value());
        assertTrue(
                ((Json.Array) at(trajectory, "discovery", "trials")).elements().size() > 4, search.toString());
        assertEquals(4, vector(trajectory, "discovery", "pathways", 0, "gates").length);
    }

    @Test
    void theBriefSearchAloneIsWrittenUnderItsOwnName() {
        Json.Members trajectory = run(RELU, "\"gate_fits\"");
        assertTrue(trajectory.members().containsKey("gate_fits"));
        assertFalse(trajectory.members().containsKey("discovery"));
    }

    @Test
    void gatesOfAContextStandInWhatItsHiddenNodesDo() {
        Json.Members trajectory = run(UNEQUAL, ALL);
        Matrix w = matrix(trajectory, "weights", "xa", 1);
        Matrix x = Matrix.of(new double[][] {{0.5, 1, 2}, {0.5, 0, 1}});
        Matrix h = w.times(x);
        assertClose(h.transpose().times(h), matrix(trajectory, "similarity", "a", 1));
        assertClose(h, dropContributions(trajectory));
    }

    private static Matrix dropContributions(Json.Members trajectory) {
        return matrix(trajectory, "tuning", "1", "activity", 1);
    }

    @Test
    void recordingChangesNoDigest() {
        Experiment silent = read(CHAIN, "\"loss\"");
        Experiment loud = read(CHAIN, ALL);
        assertEquals(
                Runner.of(silent).complete().trajectory().digest(),
                Runner.of(loud).complete().trajectory().digest());
        Network network = Runner.of(loud).network();
        assertEquals(2, network.architecture().edges().size());
    }

    private static void assertClose(Matrix expected, Matrix found) {
        assertEquals(expected.rows(), found.rows());
        assertEquals(expected.columns(), found.columns());
        assertEquals(0, expected.minus(found).largest(), 1e-12 * (1 + expected.largest()));
    }

    private static void assertClose(double[] expected, double[] found) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-13 * (1 + expected[0]));
        }
    }
}
