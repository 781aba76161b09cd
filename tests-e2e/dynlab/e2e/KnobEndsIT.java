package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.app.RunSet;
import dynlab.app.Setup;
import dynlab.cli.ResourceFiles;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.task.DataFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every lesson with its knobs at the ends of their ranges, any two ends together, drawn in the browser. A run that is not
 * over after {@code -Dknobs.seconds} is drawn as far as it is then, and the next one takes its place. The ordinary run takes a
 * sixth of the settings; with 100 seconds or more all are taken, and each that the page does not ask about has to end.
 * {@code -Dknobs.scene} tries one lesson alone.
 */
final class KnobEndsIT extends OpenLab {
    private static final double SECONDS = Double.parseDouble(System.getProperty("knobs.seconds", "0.3"));

    private static final boolean ALL_END = SECONDS >= 100;
    /** The ordinary run takes one setting of so many. */
    private static final int EVERY = ALL_END ? 1 : 6;

    /** What the page asks about first, seconds by its estimate. */
    private static final double LONG_RUN = 60;

    private static final Set<String> OVER = Set.of("ready", "diverged");

    @BeforeAll
    static void open() {
        DataFiles.from(ResourceFiles::text);
    }

    static List<Scene> scenes() {
        String one = System.getProperty("knobs.scene", "");
        return Scenes.ALL.stream()
                .filter(scene -> one.isEmpty() || scene.id().equals(one))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void anyTwoEndsOfAnyTwoKnobsAreDrawn(Scene scene) {
        page.open("scene=" + scene.id());
        List<String> faults = new ArrayList<>();
        int over = 0;
        List<SceneConfig> settings = KnobEnds.pairs(scene);
        for (int i = 0; i < settings.size(); i += EVERY) {
            SceneConfig config = settings.get(i);
            String address =
                    new Address(scene, config, OptionalDouble.empty(), Map.of(), List.of()).bare(new ExactDecimals());
            double seconds = RunSet.of(1, new Setup(scene, config)).seconds();
            change(address);
            String state = rest();
            boolean asks = seconds > LONG_RUN;
            over += OVER.contains(state) ? 1 : 0;
            boolean late = !asks && ALL_END && !OVER.contains(state);
            if (asks != state.equals("asked") || late || state.equals("failed")) {
                faults.add(address + ": " + state + " of " + seconds + " s");
            }
            String words = String.valueOf(browser.run("return document.getElementById('lab').innerText;"));
            for (String never : List.of("NaN", "undefined", "null", "Infinity")) {
                if (words.contains(never)) {
                    faults.add(address + ": says " + never);
                }
            }
            List<String> errors = browser.errors();
            if (!errors.isEmpty()) {
                faults.add(address + ": " + errors);
                page.open("scene=" + scene.id());
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(over > 0 || !ALL_END, "no run ended");
    }

    /** Goes there, and has what follows at once. */
    private static void change(String address) {
        browser.driver().executeAsyncScript("""
                        const [hash, done] = arguments;
                        if (location.hash === hash) {
                          done();
                        } else {
                          addEventListener('hashchange', () => requestAnimationFrame(() => done()), {once: true});
                          location.hash = hash;
                        }
                        """, "#" + address);
    }

    /** Waits until the run is over, as long as it may take, and until what there is of it is drawn. */
    private static String rest() {
        long end = System.nanoTime() + (long) (1e9 * SECONDS);
        while (!List.of("ready", "diverged", "asked", "failed").contains(page.data("state"))
                && System.nanoTime() < end) {
            pause();
        }
        pause();
        return page.data("state");
    }

    /** Until everything that waits for a frame is drawn. */
    private static void pause() {
        browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
    }
}
