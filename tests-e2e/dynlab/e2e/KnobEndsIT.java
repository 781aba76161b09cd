package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.run.Work;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Rng;
import dynlab.scene.Address;
import dynlab.scene.BadSetting;
import dynlab.scene.Knob;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every lesson drawn with its knobs at their ends: the rows of a covering array hold every pair of ends of every two knobs.
 * The ordinary run draws one row of each lesson, {@code -Dknobs.rows=99} all of them.
 */
final class KnobEndsIT {
    private static final int ROWS = Integer.getInteger("knobs.rows", 1);
    private static final int CANDIDATES = 40;
    /** Longer runs are cut short by their own knob of length, or not tried. */
    private static final double SECONDS = 2;

    private static final ExactDecimals DECIMALS = new ExactDecimals();

    private static Site site;
    private static Browser browser;
    private static LabPage page;

    @BeforeAll
    static void open() throws IOException {
        site = Site.open();
        browser = Browser.open();
        page = new LabPage(browser, site);
        browser.viewport(1280, 800);
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        site.close();
    }

    static List<String> lessons() {
        return Scenes.ALL.stream().map(Scene::id).toList();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonIsDrawnWithItsKnobsAtAnyTwoEnds(String id) {
        Scene scene = Scenes.byId(id).orElseThrow();
        List<SceneConfig> rows = rows(scene);
        assertTrue(!rows.isEmpty(), id);
        page.open("scene=" + id);
        for (SceneConfig config : rows.subList(0, Math.min(ROWS, rows.size()))) {
            String address = new Address(scene, config, OptionalDouble.empty(), Map.of(), List.of()).format(DECIMALS);
            page.go(address);
            browser.await("['ready', 'diverged', 'failed'].includes(document.documentElement.dataset.state)");
            page.report();
            assertEquals(List.of(), browser.errors(), address);
            assertEquals(
                    "",
                    browser.run("return [...document.querySelectorAll('#notices p')].map(p => p.textContent)"
                            + ".filter(t => t.includes('could not be drawn')).join(' ');"),
                    address);
        }
    }

    /** Ends of a knob as words of an address; a knob that only makes a run longer has its lower one. */
    private static List<String> ends(Knob knob) {
        if (knob instanceof Knob.Real real) {
            return real.key().equals("length")
                    ? List.of(DECIMALS.format(real.least()))
                    : List.of(DECIMALS.format(real.least()), DECIMALS.format(real.most()));
        } else if (knob instanceof Knob.Whole whole) {
            return whole.key().equals("epochs")
                    ? List.of(Integer.toString(whole.least()))
                    : List.of(Integer.toString(whole.least()), Integer.toString(Math.min(whole.most(), 2000)));
        } else if (knob instanceof Knob.Choice choice) {
            return List.of(
                    choice.options().get(0).word(),
                    choice.options().get(choice.options().size() - 1).word());
        }
        return List.of("");
    }

    private static SceneConfig config(Scene scene, int[] row) {
        SceneConfig config = SceneConfig.initial(scene.knobs());
        for (int k = 0; k < row.length; k++) {
            Knob knob = scene.knobs().get(k);
            String end = ends(knob).get(Math.min(row[k], ends(knob).size() - 1));
            config = knob instanceof Knob.Choice || knob instanceof Knob.Text
                    ? config.with(knob.key(), end)
                    : config.with(knob.key(), Double.parseDouble(end));
        }
        return config;
    }

    /** A covering array of strength two, made row by row: of some random rows, the one with most pairs that are new. */
    private static List<SceneConfig> rows(Scene scene) {
        int knobs = scene.knobs().size();
        Rng rng = new Rng(knobs);
        Set<String> open = new HashSet<>();
        for (int a = 0; a < knobs; a++) {
            for (int b = a + 1; b < knobs; b++) {
                for (int ends = 0; ends < 4; ends++) {
                    open.add(pair(a, ends % 2, b, ends / 2));
                }
            }
        }
        List<SceneConfig> rows = new ArrayList<>();
        for (int round = 0; round < 200 && (rows.isEmpty() || !open.isEmpty()); round++) {
            int[] best = new int[knobs];
            int most = -1;
            for (int c = 0; c < CANDIDATES; c++) {
                int[] row = new int[knobs];
                for (int k = 0; k < knobs; k++) {
                    row[k] = rng.nextInt(2);
                }
                int found = covered(row, open).size();
                if (found > most && runs(scene, row)) {
                    most = found;
                    best = row;
                }
            }
            if (most <= 0 && !rows.isEmpty()) {
                break; // what is left are pairs of ends that make runs too long, or that a lesson does not take
            }
            open.removeAll(covered(best, open));
            rows.add(config(scene, best));
        }
        return rows;
    }

    private static Set<String> covered(int[] row, Set<String> open) {
        Set<String> covered = new HashSet<>();
        for (int a = 0; a < row.length; a++) {
            for (int b = a + 1; b < row.length; b++) {
                String pair = pair(a, row[a], b, row[b]);
                if (open.contains(pair)) {
                    covered.add(pair);
                }
            }
        }
        return covered;
    }

    private static String pair(int a, int first, int b, int second) {
        return a + "=" + first + "," + b + "=" + second;
    }

    private static boolean runs(Scene scene, int[] row) {
        try {
            SceneConfig config = config(scene, row);
            double seconds = Work.seconds(scene.experiment(config));
            for (var companion : scene.companions(config)) {
                seconds += Work.seconds(companion.experiment());
            }
            return seconds < SECONDS;
        } catch (BadSetting notTaken) {
            return false;
        }
    }
}
