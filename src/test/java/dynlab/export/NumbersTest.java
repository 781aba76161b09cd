package dynlab.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Matrix;
import dynlab.table.Table;
import dynlab.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers that are taken away are those of the run, to the last bit. */
final class NumbersTest {
    static List<Runs.Run> runs() {
        return Runs.drawn();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theTableHoldsEveryLossAndTheFirstAndLastWeights(Runs.Run run) {
        Experiment everything = Numbers.everything(run.experiment());
        Result result = Runner.of(everything).complete();
        Table table = TableReader.read(Numbers.csv(run.experiment(), Runs.DECIMALS), Runs.DECIMALS);
        List<String> names = table.columnNames().orElseThrow();
        assertArrayEquals(result.trajectory().losses(), table.values().column(names.indexOf("loss")));
        List<Matrix> first = Runner.initialWeights(run.experiment());
        for (int e = 0; e < first.size(); e++) {
            if (!run.experiment().architecture().owns(e)) {
                continue;
            }
            Series weights = result.trajectory()
                    .series(new SeriesKey(Quantity.WEIGHTS, e, 0))
                    .orElseThrow();
            int last = weights.count() - 1;
            int column = names.indexOf("weights "
                    + run.experiment().architecture().edges().get(e).id()
                    + (weights.size() == 1 ? "" : weights.rows() == 1 || weights.columns() == 1 ? " [1]" : " [1;1]"));
            assertTrue(column > 0, "the first weight of edge " + e);
            if (result.trajectory().step(0) == 0) {
                assertEquals(first.get(e).at(0, 0), table.values().at(0, column));
            }
            assertEquals(weights.at(last, 0, 0), table.values().at(last, column));
        }
    }

    @Test
    void whatTheorySaysIsInTheTable() {
        Table table = TableReader.read(Numbers.csv(Runs.scenes().get(0).experiment(), Runs.DECIMALS), Runs.DECIMALS);
        List<String> names = table.columnNames().orElseThrow();
        assertTrue(names.stream().anyMatch(name -> name.startsWith("theory") && name.endsWith("loss")), "" + names);
        assertTrue(names.stream().anyMatch(name -> name.contains("mode_strength [1]")), "" + names);
    }

    @Test
    void theExampleInPythonReadsATrajectory(@TempDir Path directory) throws IOException {
        String python = Programs.python("numpy");
        assumeFalse(python.isEmpty(), "there is no Python with NumPy");
        Path file = directory.resolve("run.json");
        Files.writeString(file, Numbers.json(Runs.scenes().get(0).experiment(), Runs.DECIMALS));
        String program = "import sys\nsys.argv = ['trajectory.py', r'" + file + "']\n"
                + Files.readString(Path.of("examples/trajectory.py"));
        Programs.Said said = Programs.python(python, Map.of("reader", program), directory);
        assertTrue(said.well(), said.words());
        assertTrue(said.words().contains("W1 has"), said.words());
        assertTrue(said.words().contains("of the first loss away"), said.words());
    }
}
