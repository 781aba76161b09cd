package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonReader;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/experiment-file.md} against the reader of experiment files: what it shows runs, and it shows every field. */
final class ExperimentFileDocTest {
    private static final Path DOCUMENT = Path.of("docs/experiment-file.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```json\n(.*?)```\n\n(?:It ends at loss ([0-9.e-]+)\\.)?", Pattern.DOTALL);
    private static final Decimals DECIMALS = new ExactDecimals();

    /** A file of the document, and the loss that it says the run ends at, or nothing. */
    private record Example(String section, String file, String loss) {
        @Override
        public String toString() {
            return section;
        }
    }

    static Stream<Example> experiments() throws IOException {
        return examples().stream().filter(e -> e.file.contains("\"" + ExperimentCodec.FORMAT + "\""));
    }

    private static List<Example> examples() throws IOException {
        String text = Files.readString(DOCUMENT);
        List<Example> found = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(text);
        while (matcher.find()) {
            String before = text.substring(0, matcher.start());
            String section = before.substring(before.lastIndexOf("\n#") + 1);
            String loss = matcher.group(2) == null ? "" : matcher.group(2);
            found.add(new Example(section.substring(0, section.indexOf('\n')), matcher.group(1), loss));
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyExampleRunsToItsEndAndEndsWhereTheTextSays(Example example) {
        Experiment experiment = ExperimentCodec.read(example.file, DECIMALS);
        Runner runner = Runner.of(experiment);
        runner.complete();
        assertTrue(runner.result().trajectory().divergedAt().isEmpty());
        assertFalse(example.loss.isEmpty(), "the text under the block names no loss; it is " + runner.loss());
        double said = Double.parseDouble(example.loss);
        assertEquals(said, runner.loss(), 0.006 * said); // three digits are written
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void whatAnExampleAsksForIsWrittenOrMissedAloud(Example example) {
        Experiment experiment = ExperimentCodec.read(example.file, DECIMALS);
        Runner runner = Runner.of(experiment);
        runner.complete();
        Json.Members trajectory = (Json.Members) JsonReader.read(TrajectoryCodec.write(runner, DECIMALS));
        Json notes = trajectory.members().get("notes");
        for (Quantity quantity : experiment.record().quantities()) {
            boolean noted = notes != null && notes.toString().contains(quantity.word());
            assertTrue(trajectory.members().containsKey(quantity.word()) || noted, quantity.word());
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void anExampleThatIsWrittenAndReadAgainIsTheSameRun(Example example) {
        Experiment experiment = ExperimentCodec.read(example.file, DECIMALS);
        Experiment again = ExperimentCodec.read(ExperimentCodec.write(experiment, DECIMALS), DECIMALS);
        assertEquals(digest(experiment), digest(again));
    }

    private static String digest(Experiment experiment) {
        return Runner.of(experiment).complete().trajectory().digest().orElseThrow();
    }

    @Test
    void everyFieldThatTheReaderKnowsIsInAnExample() throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        for (Example example : experiments().toList()) {
            collect(example.file, missing);
        }
        for (Example example : experiments().toList()) {
            missing.removeIf(field -> example.file.contains("\"" + field + "\":"));
        }
        assertEquals(Set.of(), missing);
    }

    /**
     * Puts an unknown field behind every opening brace in turn; the sentence of refusal lists the fields that are known there.
     * What stands behind {@code drawing} is for other readers.
     */
    private static void collect(String file, Set<String> known) {
        String own = file.contains("\"drawing\"") ? file.substring(0, file.indexOf("\"drawing\"")) : file;
        for (int at = own.indexOf('{'); at >= 0; at = own.indexOf('{', at + 1)) {
            String spoiled = file.substring(0, at + 1) + "\"no such field\": 0, " + file.substring(at + 1);
            Refused refused = assertThrows(Refused.class, () -> ExperimentCodec.read(spoiled, DECIMALS), spoiled);
            int list = refused.line().indexOf("known are ");
            if (list >= 0) {
                String fields = refused.line().substring(list + "known are ".length());
                known.addAll(Arrays.asList(fields.replace(".", "").split(", ")));
            }
        }
    }

    @Test
    void everyQuantityIsInTheTableAndInAnExample() throws IOException {
        String text = Files.readString(DOCUMENT);
        for (Quantity quantity : Quantity.values()) {
            assertTrue(text.contains("| `" + quantity.word() + "` |"), quantity + " has no row");
            assertTrue(
                    experiments().anyMatch(e -> e.file.contains("\"" + quantity.word() + "\"")),
                    quantity + " is in no example");
        }
    }
}
