package dynlab.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.DataForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of the course's cells in docs/teaching.md has the numbers that the runs behind its links give. */
@ExtendWith(DataForTests.class)
final class NotebookCellsTest {
    private static final Pattern ROW =
            Pattern.compile("\\| ([a-z, ]+) \\| \\[[^]]*]\\(\\.\\./web/lab/index\\.html#([^)]*)\\) \\| (.*) \\|");
    private static final Pattern NUMBER = Pattern.compile("\\*\\*([0-9]+(?:\\.[0-9]+)?)\\*\\*");

    private static final Map<String, Answers.Reading> READINGS = Map.of(
            "depth", runs -> new double[] {runs.get(0).below(0, 0.01)},
            "depth, shorter", runs -> new double[] {runs.get(0).below(0, 0.01)},
            "learning rate", runs -> new double[] {runs.get(0).below(0, 0.01)},
            "surface",
                    runs -> new double[] {
                        runs.get(0).loss(0, 40),
                        runs.get(0).loss(1, 40),
                        runs.get(0).loss(2, 40)
                    },
            "hierarchy", runs -> runs.get(0).levels(),
            "similarity", runs -> new double[] {runs.get(0).told("γ = 10 (correlation")},
            "illusory correlation",
                    runs -> new double[] {LessonRun.most(runs.get(0).says("has bones", "Shark"))},
            "regression", runs -> new double[] {runs.get(0).loss(0, 1400)});

    @Test
    void everyCellGivesItsNumbers() throws IOException {
        int cells = 0;
        for (String line : Files.readAllLines(Path.of("docs/teaching.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                cells++;
                double[] measured = READINGS.get(row.group(1)).of(List.of(new LessonRun(row.group(2))));
                Matcher number = NUMBER.matcher(row.group(3));
                for (double value : measured) {
                    assertTrue(number.find(), row.group(1));
                    String written = number.group(1);
                    int point = written.indexOf('.');
                    double unit = Math.pow(10, point < 0 ? 0 : point + 1 - written.length());
                    // rounded as it stands there
                    assertEquals(value, Double.parseDouble(written), unit / 2 + 1e-9, row.group(1));
                }
            }
        }
        assertEquals(READINGS.size(), cells);
    }
}
