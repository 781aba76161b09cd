package dynlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.command.PackedFile;
import dynlab.experiment.Refused;
import dynlab.numeric.Rng;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that were made once open as the same runs on the JVM; the browser tests open the same links. */
final class PermalinksTest {
    private static final Path CORPUS = Path.of("src/test/resources/permalinks.txt");

    static List<String> corpus() throws IOException {
        return Files.readAllLines(CORPUS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static int digest(ByteArrayOutputStream out, String... words) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] all = new String[words.length + 1];
        all[0] = "digest";
        System.arraycopy(words, 0, all, 1, words.length);
        return Main.run(all, print, print);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void aLinkIsTheRunThatItWasMadeFrom(String line) {
        String address = line.substring(0, line.indexOf(' '));
        String digest = line.substring(line.indexOf(' ') + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(
                Exit.DONE, digest(out, "https://example.org/lab/#" + address + "&digest=" + digest.substring(3, 15)));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains(digest), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aLinkWithAnotherDigestIsAMismatch() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(Exit.MISMATCH, digest(out, "scene=hierarchy&digest=0123456789ab"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Expected 0123456789ab"));
    }

    @Test
    void whatIsPackedIsUnpackedAsItWas() {
        Rng rng = new Rng(5);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int k = rng.nextInt(400); k > 0; k--) {
                text.append(rng.nextDouble() < 0.1 ? "é𝄞ж" : Integer.toString(rng.nextInt(9)));
            }
            String code = PackedFile.pack(text.toString());
            assertTrue(code.matches("[A-Za-z0-9_-]*"), code);
            assertEquals(text.toString(), PackedFile.unpack(code));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "!!!", "abc", "ärger", "q1YqSyzJTFayUkosSlKq"})
    void whatWasNeverPackedIsRefused(String code) {
        assertThrows(Refused.class, () -> {
            String text = PackedFile.unpack(code);
            throw new AssertionError("unpacked as \"" + text + "\"");
        });
    }

    @Test
    void everyCutOfAPackedTextIsRefused() {
        String code = PackedFile.pack("{\"format\": \"dynlab-experiment/1\", \"name\": \"a text of some length\"}");
        for (int end = 0; end < code.length() - 2; end++) {
            String cut = code.substring(0, end);
            assertThrows(Refused.class, () -> PackedFile.unpack(cut), cut);
        }
    }

    @Test
    void aBombIsGivenUpAtSixteenMegabytes() {
        String bomb = PackedFile.pack(" ".repeat(40 * 1024 * 1024));
        Refused refused = assertThrows(Refused.class, () -> PackedFile.unpack(bomb));
        assertTrue(refused.line().contains("16 MB"), refused.line());
    }
}
