package dynlab.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.cli.ResourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of the table of starts are those that Java reads, to the last bit. */
final class StartTableTest {
    @Test
    void everyNumberOfTheTableIsReadAsJavaReadsIt() {
        for (String line : ResourceFiles.text("starts.csv").orElseThrow().split("\n")) {
            for (String cell : line.split(",")) {
                if (cell.matches("-?[0-9.]+")) {
                    assertEquals(Double.parseDouble(cell), StartTable.number(cell), 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-3", "1.2.3", "--1", "a"})
    void whatIsNoNumberIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> StartTable.number(text));
    }
}
