package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.Exit;
import dynlab.cli.Main;
import dynlab.cli.paper.TwinRows;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TwinsCommandTest {
    @Test
    void aSectionThatDoesNotExistIsNamed() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new String[] {"twins", "nothing"},
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(Exit.USAGE, code);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("There is no section \"nothing\"; there is paper, "));
    }

    @Test
    void aRowThatDoesNotHoldIsMarkedAndCounted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TwinRows rows = new TwinRows(new PrintStream(out, true, StandardCharsets.UTF_8));
        rows.near("a", 0.5, 0.505, 0.01);
        rows.near("b", 0.5, 0.52, 0.01);
        rows.within("c", 1, 2, 2000);
        assertEquals(2, rows.bad());
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("| a | 0.5 ± 0.01 | 0.505 | ✓ |"), text);
        assertTrue(text.contains("| b | 0.5 ± 0.01 | 0.52 | ✗ |"), text);
        assertTrue(text.contains("| c | 1 … 2 | 2000 | ✗ |"), text);
    }
}
