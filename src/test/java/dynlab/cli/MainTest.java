package dynlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class MainTest {
    private static final Path TOY = Path.of("src/test/resources/reference/dln_toy_shallow.json");

    @TempDir
    private Path folder;

    /** Exit code and both streams of one call. */
    private record Answer(int code, String out, String err) {}

    private static Answer call(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(words, new PrintStream(out, true), new PrintStream(err, true));
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void runWritesTheTrajectoryAndNothingElse() throws IOException {
        Answer answer =
                call("run", TOY.toString(), "--out", folder.resolve("t.json").toString());
        assertEquals(Exit.DONE, answer.code(), answer.err());
        assertEquals(List.of("t.json"), written());
        String text = Files.readString(folder.resolve("t.json"));
        assertTrue(text.contains("\"format\": \"dynlab-trajectory/1\"") && text.contains("\"digest\": \"d1-"));
        assertEquals(text, call("run", TOY.toString(), "--out", "-").out());
    }

    @Test
    void runTakesAnExactShortCutWhereItIsAskedToAndThereIsOne() throws IOException {
        Answer none = call("run", TOY.toString(), "--short-cut", "--out", "-");
        assertTrue(none.err().contains("There is no exact short cut of this run"), none.err());
        Path few = write("few.json", """
                {"format": "dynlab-experiment/1",
                 "graph": {"nodes": [{"id": "x", "role": "input", "width": 2},
                                     {"id": "h", "role": "hidden", "width": 30},
                                     {"id": "y", "role": "output", "width": 1}],
                           "edges": [{"id": "a", "source": "x", "target": "h"}, {"id": "b", "source": "h", "target": "y"}]},
                 "contexts": [{"x": {"x": [[1, 0, 1, 2], [0, 1, 1, 1]]}, "y": {"y": [[1, 2, 3, 5]]}}],
                 "init": {"kind": "gaussian", "seed": 1, "sigma": 0.1},
                 "training": {"dt": 0.01, "tau": 1, "steps": 200}}
                """);
        Answer cut = call("run", few.toString(), "--short-cut", "--out", "-");
        assertEquals(Exit.DONE, cut.code(), cut.err());
        assertTrue(cut.out().contains("\"digest\": \"hc1-"), cut.out());
    }

    @Test
    void aRefusedFileExitsWithTwoAndWritesNothing() throws IOException {
        Path bad = write("bad.json", Files.readString(TOY).replaceFirst("\"dt\": *0.001", "\"dt\": -1"));
        Answer answer =
                call("run", bad.toString(), "--out", folder.resolve("t.json").toString());
        assertEquals(Exit.REFUSED, answer.code());
        assertEquals("training.dt: expected a number above 0, found -1\n", answer.err());
        assertEquals(List.of("bad.json"), written());
    }

    @Test
    void aDivergedRunExitsWithThreeAndKeepsWhatItRecorded() throws IOException {
        Path wild = write("wild.json", Files.readString(TOY).replaceFirst("\"dt\": *0.001", "\"dt\": 3"));
        Answer answer =
                call("run", wild.toString(), "--out", folder.resolve("t.json").toString());
        assertEquals(Exit.DIVERGED, answer.code());
        String text = Files.readString(folder.resolve("t.json"));
        assertTrue(text.contains("\"diverged\": {\"step\": "), "no step is named");
        assertFalse(text.contains("NaN") || text.contains("Infinity"));
    }

    @Test
    void filesThatCannotBeReadOrWrittenExitWith74() throws IOException {
        assertEquals(
                Exit.FILE,
                call("run", folder.resolve("none.json").toString(), "--out", "-")
                        .code());
        assertEquals(Exit.FILE, call("run", folder.toString(), "--out", "-").code());
        String nowhere = folder.resolve("no/such/folder/t.json").toString();
        assertEquals(Exit.FILE, call("run", TOY.toString(), "--out", nowhere).code());
        Path binary = Files.write(folder.resolve("b.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(Exit.REFUSED, call("run", binary.toString(), "--out", "-").code());
    }

    @Test
    void wrongCallsExitWith64AndSayHowToCall() {
        for (String[] words : new String[][] {
            {},
            {"fly"},
            {"run"},
            {"run", TOY.toString()},
            {"run", TOY.toString(), "--out"},
            {"run", TOY.toString(), "--out", "-", "--fast"},
            {"run", TOY.toString(), TOY.toString(), "--out", "-"},
            {"run", TOY.toString(), "--out", "-", "--out", "-"},
            {"digest"},
            {"scene", "--out", "-"},
            {"serve", "--port", "99999"},
            {"serve", "--port", "x"},
            {"figures", "--sideways"},
            {"scenes", "all"}
        }) {
            Answer answer = call(words);
            assertEquals(Exit.USAGE, answer.code(), String.join(" ", words));
            assertFalse(answer.err().isEmpty());
            assertFalse(answer.err().contains("Exception"), answer.err());
        }
    }

    @Test
    void everyCommandHasHelpAndAVersion() {
        Answer all = call("--help");
        assertEquals(Exit.DONE, all.code());
        assertEquals(all, call("-h"));
        assertEquals(all, call("help"));
        assertEquals(call("run", "--help"), call("help", "run"));
        Map<String, CommandLine> commands = Main.line(System.out, System.err).getSubcommands();
        assertTrue(
                commands.keySet().containsAll(List.of("run", "digest", "scene", "paper", "serve", "help")),
                "few commands");
        for (Map.Entry<String, CommandLine> command : commands.entrySet()) {
            String name = command.getKey();
            assertTrue(all.out().contains("  " + name), name);
            Answer one = call(name, "--help");
            assertEquals(Exit.DONE, one.code());
            assertEquals(one, call(name, "-h"));
            assertTrue(one.out().startsWith("usage: dynlab " + name + " "), one.out());
            String[] summary =
                    command.getValue().getCommandSpec().usageMessage().description();
            assertTrue(one.out().replaceAll("\\s+", " ").contains(summary[0]), one.out());
            Answer version = call(name, "--version");
            assertEquals(new Answer(Exit.DONE, "dynlab 1.0.0\n", ""), version);
        }
    }

    @Test
    void wrongWordsAreAnsweredByOneSentenceAndHowToCall() {
        assertEquals("There is no command \"fly\".", complaint("fly"));
        assertEquals("There is no option --fast.", complaint("--fast"));
        assertEquals("There is no option --fast here.", complaint("run", "a.json", "--out", "-", "--fast"));
        assertEquals(
                "The word \"b.json\" is one too many for run.", complaint("run", "a.json", "b.json", "--out", "-"));
        assertEquals("The word \"all\" is one too many for scenes.", complaint("scenes", "all"));
        assertEquals("--out is missing.", complaint("run", "a.json"));
        assertEquals("--out needs a value.", complaint("run", "a.json", "--out"));
        assertEquals("--out was given twice.", complaint("run", "a.json", "--out", "-", "--out", "-"));
        assertEquals("Expected EXPERIMENT.json, found nothing.", complaint("run", "--out", "-"));
        assertEquals("Expected ID, found nothing.", complaint("scene", "--out", "-"));
        assertEquals("Expected SITE, found nothing.", complaint("pages", "web"));
        assertEquals("--port takes a whole number from 0 to 65535, not \"x\".", complaint("serve", "--port", "x"));
        assertEquals(
                "There is no part \"all\"; there is xor, routing, race, transfer, init-scale and speed.",
                complaint("paper", "all"));
    }

    private static String complaint(String... words) {
        Answer answer = call(words);
        assertEquals(Exit.USAGE, answer.code());
        assertEquals("", answer.out());
        List<String> lines = answer.err().lines().toList();
        assertTrue(lines.get(1).startsWith("usage: dynlab"), answer.err());
        return lines.get(0);
    }

    @Test
    void anEmptyDigestIsNoneThatARunCouldHave() {
        for (String nothing : List.of("", "d1-")) {
            Answer answer = call("digest", TOY.toString(), "--expect", nothing);
            assertEquals(Exit.USAGE, answer.code());
            assertEquals("", answer.out());
        }
    }

    @Test
    void aTableBeginsOnlyWhenThereIsSomethingToPutIntoIt() throws IOException {
        Path missing = folder.resolve("none");
        Answer answer = call("conformance", missing.toString());
        assertEquals(new Answer(Exit.FILE, "", "There is no directory " + missing + " that could be read.\n"), answer);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(
                new Answer(Exit.FILE, "", "There is no reference file in " + empty + ".\n"),
                call("conformance", empty.toString()));
    }

    @Test
    void standardOutputThatFailsEndsWith74() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        for (String[] words : new String[][] {{"scenes"}, {"--help"}, {"run", TOY.toString(), "--out", "-"}}) {
            assertEquals(Exit.FILE, Main.run(words, new PrintStream(full), new PrintStream(err, true)));
        }
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("Standard output could not be written.\n"));
    }

    @Test
    void aContextIsNamedInTheOutputsByItsNameIfThatIsUniqueAlsoIfEmpty() throws IOException {
        String file = Files.readString(Path.of("src/test/resources/reference/dln_input_selection.json"));
        String task = file.substring(0, file.indexOf(", \"expected\"")) + "}";
        Path one = write("one.json", task.replace("\"report x1\"", "\"\""));
        String named = call("run", one.toString(), "--out", "-").out();
        assertTrue(named.contains("{\"\": {\"y\": "), named);
        assertTrue(named.contains("\"report x2\": {\"y\": "), named);
        Path two = write("two.json", task.replaceAll("\"report x.\"", "\"\""));
        String numbered = call("run", two.toString(), "--out", "-").out();
        assertTrue(numbered.contains("{\"#0\": {\"y\": ") && numbered.contains("\"#1\": {\"y\": "), numbered);
    }

    @Test
    void aSceneItsFileAndItsAddressHaveOneDigest() throws IOException {
        Path file = folder.resolve("scene.json");
        assertEquals(
                Exit.DONE,
                call("scene", "hierarchy", "gamma=1e-3", "epochs=100", "--out", file.toString())
                        .code());
        Answer ofFile = call("digest", file.toString());
        Answer ofAddress = call("digest", "scene=hierarchy&gamma=1e-3&epochs=100");
        assertTrue(ofFile.out().matches("d1-[0-9a-f]{32}\n"), ofFile.out());
        assertEquals(ofFile.out(), ofAddress.out());
        assertEquals(
                Exit.DONE,
                call("digest", file.toString(), "--expect", ofFile.out().trim()).code());
        assertEquals(
                Exit.MISMATCH,
                call("digest", file.toString(), "--expect", "d1-0").code());
    }

    @Test
    void aSceneWithAnUnknownKnobIsRefused() {
        Answer answer = call("scene", "hierarchy", "gama=1", "--out", "-");
        assertEquals(Exit.REFUSED, answer.code());
        assertTrue(answer.err().contains("gama"), answer.err());
        assertEquals(Exit.REFUSED, call("scene", "nowhere", "--out", "-").code());
    }

    @Test
    void scenesListsEveryKnobWithItsRange() {
        String out = call("scenes").out();
        assertTrue(out.contains("hierarchy: ") && out.contains("gamma=1e-15…10 (1e-12)"), out);
    }
}
