package dynlab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Refused;
import dynlab.numeric.ExactDecimals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanCodecTest {
    private static final String MEASURES = "\"measures\": [\"last_loss\"]";

    private static Plan read(String text) {
        return PlanCodec.read(text, name -> SweepPlans.EXPERIMENT, new ExactDecimals());
    }

    private static List<String> settings(Plan plan) {
        List<String> all = new ArrayList<>();
        for (int row = 0; row < plan.rows(); row++) {
            all.add(String.join(" ", plan.settings(row)));
        }
        return all;
    }

    @Test
    void theFirstAxisVariesSlowestAndTheSeedFastest() {
        Plan plan = read(SweepPlans.plan("""
                "axes": [{"name": "a", "sets": "init.sigma", "values": [1, 2]},
                         {"name": "b", "sets": "training.dt", "from": 1, "to": 100, "count": 3, "scale": "log"}],
                "seeds": {"values": [7, 4294967295]},
                """ + MEASURES));
        assertEquals(
                List.of(
                        "1 1 7",
                        "1 1 4294967295",
                        "1 10 7",
                        "1 10 4294967295",
                        "1 100 7",
                        "1 100 4294967295",
                        "2 1 7",
                        "2 1 4294967295",
                        "2 10 7",
                        "2 10 4294967295",
                        "2 100 7",
                        "2 100 4294967295"),
                settings(plan).stream()
                        .map(line -> line.replaceFirst(" (9\\.99999|10\\.0000)\\d* ", " 10 "))
                        .toList());
    }

    @Test
    void keepLeavesPointsOut() {
        Plan plan = read(SweepPlans.plan("""
                "axes": [{"name": "M", "sets": "init.sigma", "values": [1, 2, 3]},
                         {"name": "K", "sets": "training.dt", "values": [1, 2, 3]}],
                "keep": [{"axis": "K", "at_most": "M"}],
                """ + MEASURES));
        assertEquals(List.of("1 1 ", "2 1 ", "2 2 ", "3 1 ", "3 2 ", "3 3 "), settings(plan));
    }

    @Test
    void aSampleIsDrawnWithinItsEndsAndTheSameSeedDrawsItAgain() {
        String text = SweepPlans.plan("""
                "axes": [{"name": "a", "sets": "init.sigma", "from": 0.001, "to": 10, "scale": "log"},
                         {"name": "b", "sets": "training.dt", "values": [1, 2]}],
                "sample": {"count": 400, "seed": 3},
                """ + MEASURES);
        List<String> drawn = settings(read(text));
        assertEquals(drawn, settings(read(text)));
        assertEquals(400, new HashSet<>(drawn).size());
        int belowOneTenth = 0;
        for (String row : drawn) {
            double a = Double.parseDouble(row.split(" ")[0]);
            assertTrue(a >= 0.001 && a <= 10, row);
            belowOneTenth += a < 0.1 ? 1 : 0;
        }
        // half of the way in ratios: 200 of 400, deviation 10
        assertEquals(200, belowOneTenth, 40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"axes\": [], \"measures\": [] | measures: expected from 1 to 64 measures",
                "\"axes\": [], \"measures\": [\"loss\"] | measures[0]: expected one of first_loss",
                "\"axes\": [{\"name\": \"1a\"}], \"measures\": [\"last_loss\"] | axes[0].name: expected letters",
                "\"axes\": [{\"name\": \"a\", \"sets\": \"contexts[4].weight\"}], \"measures\": [\"last_loss\"] | axes[0]: contexts[4].weight: there is no such place",
                "\"axes\": [{\"name\": \"status\", \"sets\": \"training.dt\", \"values\": [1]}], \"measures\": [\"last_loss\"] | axes: \"status\" is the name of another column",
                "\"axes\": [{\"name\": \"a\", \"sets\": \"training.dt\", \"values\": [1, \"x\"]}], \"measures\": [\"last_loss\"] | axes[0].values[1]: expected numbers or words",
                "\"axes\": [{\"name\": \"a\", \"sets\": \"training.dt\", \"values\": [1], \"also\": {\"init.sigma\": []}}], \"measures\": [\"last_loss\"] | axes[0].also.init.sigma: expected from 1",
                "\"axes\": [{\"name\": \"a\", \"sets\": \"training.dt\", \"from\": 0, \"to\": 1, \"count\": 2, \"scale\": \"log\"}], \"measures\": [\"last_loss\"] | axes[0]: expected both ends above 0",
                "\"axes\": [], \"seeds\": {\"from\": 4294967295, \"count\": 2}, \"measures\": [\"last_loss\"] | seeds: goes beyond the largest seed",
                "\"axes\": [], \"measures\": [\"last_loss\"], \"figures\": [{\"name\": \"rows\", \"kind\": \"lines\", \"x\": \"a\", \"y\": []}] | figures[0].x: expected an axis of this plan",
                "\"axes\": [], \"measures\": [{\"name\": \"x\", \"quantity\": \"weights\"}] | measures[0].of: is missing",
                "\"axes\": [], \"measures\": [\"last_loss\"], \"more\": 1 | more: is not a field that is known here"
            })
    void whatIsWrongIsSaidWithItsPlace(String fields, String sentence) {
        Refused refused = assertThrows(Refused.class, () -> read(SweepPlans.plan(fields)));
        assertTrue(refused.line().startsWith(sentence), refused.line());
    }

    @Test
    void aLessonIsSetByItsKnobsAndAWrongOneIsRefusedAtOnce() {
        String lesson =
                "{\"format\": \"dynlab-sweep/1\", \"base\": {\"lesson\": \"hierarchy\", \"settings\": {\"%s\": %s}},"
                        + " \"axes\": [{\"name\": \"gamma\", \"values\": [0.001]}], " + MEASURES + "}";
        assertEquals(1, read(lesson.formatted("epochs", "100")).rows());
        assertEquals(
                "base.settings.epochs: epochs: expects a whole number between 50 and 5000",
                assertThrows(Refused.class, () -> read(lesson.formatted("epochs", "1")))
                        .line());
    }

    @Test
    void everyPublishedPlanIsAPlan() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/sweeps"))) {
            List<Path> plans = files.toList();
            assertTrue(plans.size() >= 6, plans.toString());
            for (Path plan : plans) {
                assertTrue(read(Files.readString(plan)).rows() >= 12, plan.toString());
            }
        }
    }

    @Test
    void theDocumentsPlanHasTheColumnsThatTheDocumentNames() throws IOException {
        String document = Files.readString(Path.of("docs/sweep.md"));
        int from = document.indexOf("```json\n") + 8;
        Plan plan = read(document.substring(from, document.indexOf("```", from)));
        assertEquals(12, plan.rows());
        int at = 0;
        for (Column column : plan.columns()) {
            boolean general =
                    !List.of("start", "rate", "last_loss", "half_time").contains(column.name());
            int found = document.indexOf("| `" + column.name() + "` |", at);
            assertTrue(!general || found > at, column.name());
            at = general ? found : at;
        }
        for (String word : Known.words()) {
            assertTrue(document.contains("`" + word + "`"), word);
        }
    }
}
