package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.DataForTests;
import dynlab.task.StartTable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of starts is that of the runs; the command itself compares all of it. */
@ExtendWith(DataForTests.class)
final class StartsCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"apart", "balanced", "random"})
    void aSampleOfTheMapIsWhatRunsGive(String kind) {
        StartTable table = StartTable.known().orElseThrow();
        int columns = table.balances().length;
        for (int row = 0; row < table.sizes().length; row += 4) {
            for (int column = 0; column < columns; column += 5) {
                double[] turned = StartsCommand.turned(kind, StartsCommand.size(row), table.balances()[column]);
                int at = row * columns + column;
                assertEquals(turned[0], table.of(kind, "features")[at], 5.1e-4, row + " " + column);
                assertEquals(turned[1], table.of(kind, "kernel")[at], 5.1e-4, row + " " + column);
            }
        }
    }
}
