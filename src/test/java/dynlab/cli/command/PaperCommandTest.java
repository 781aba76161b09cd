package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.Exit;
import dynlab.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The quick parts; docs/acceptance.md has what all of them print. */
final class PaperCommandTest {
    private record Answer(int code, String out, String err) {
        List<String> rows(String mark) {
            return out.lines().filter(line -> line.endsWith("| " + mark + " |")).toList();
        }
    }

    private static Answer call(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void thePaperAndTheNotebookAreEachHeldToTheirOwnNumbers() {
        Answer paper = call("paper", "xor", "race", "--source", "paper");
        Answer notebook = call("paper", "xor", "race", "--source", "notebook");
        assertEquals(Exit.DONE, paper.code(), paper.out());
        assertEquals(Exit.DONE, notebook.code(), notebook.out());
        assertFalse(paper.out().contains("notebook:"));
        assertFalse(notebook.out().contains("paper:"));
        assertTrue(paper.out().contains("| xor, paper: epoch at half the loss, mean of 10 seeds | 69 ± 1 | 68."));
        assertTrue(notebook.out()
                .contains("| xor, notebook: epoch at half the loss, mean of 10 seeds | 49.76 ± 0.35 | 49."));
    }

    @Test
    void theRowsAreCountedBelowTheTable() {
        Answer answer = call("paper", "race");
        String count = String.format(
                Locale.ROOT,
                "%n%d rows judged, 0 of them outside their range; %d rows only shown.%n",
                answer.rows("✓").size(),
                answer.rows("·").size());
        assertTrue(answer.out().endsWith(count), answer.out());
        assertTrue(answer.rows("✓").size() > 10 && answer.rows("·").size() > 2);
    }

    @Test
    void theReductionHasTheRatesThatThePaperPrints() {
        Answer answer = call("paper", "routing", "--source", "paper");
        assertEquals(Exit.DONE, answer.code(), answer.out());
        assertTrue(answer.out().contains("relative to Eqs 13 and 14 | < 1e-10 |"), answer.out());
        assertTrue(answer.out().contains("from Eq. 15, all modes | < 1e-10 |"), answer.out());
    }

    @Test
    void aSourceThatIsNoneIsSaid() {
        Answer answer = call("paper", "--source", "talk");
        assertEquals(Exit.USAGE, answer.code());
        assertTrue(
                answer.err().startsWith("There is no source \"talk\"; there is paper and notebook.\n"), answer.err());
    }
}
