package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.view.pen.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words in the pictures never meet one another nor leave their panel, wherever the time cursor stands. */
final class TextBoxesIT extends OpenLab {
    /** Less than this, in CSS px, is not seen. */
    private static final double SLACK = 0.5;

    /** Words and where they stand. */
    private record Words(String panel, String text, Box bounds, Box box) {
        @Override
        public String toString() {
            return "%s \"%s\" [%.1f %.1f %.1f %.1f]"
                    .formatted(panel, text, box.x(), box.y(), box.right(), box.bottom());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 800, light, ''",
        "1280, 800, dark, ''",
        "1280, 800, projector, ''",
        "1280, 800, light, depth=3&gamma=0.1",
        "1280, 800, light, features=200&gamma=0.001&rate=0.0005",
        "1280, 800, light, against=shallow",
        "1920, 1080, light, ''",
        "820, 700, light, ''",
        "390, 844, light, ''",
        "390, 844, dark, ''",
        "390, 844, light, depth=3&gamma=0.1",
        "600, 400, light, ''",
        "600, 400, dark, ''",
        "343, 206, light, ''",
        "2560, 1440, light, ''",
        "1024, 768, projector, ''",
        "390, 844, light, scene=forms&items=16",
    })
    void wordsInThePicturesKeepApart(int width, int height, String theme, String settings) throws IOException {
        String name = width + "x" + height + "-" + theme + (settings.isEmpty() ? "" : "-" + settings.replace('&', '-'));
        browser.viewport(width, height);
        browser.media(theme.equals("dark"), false);
        String address = "theme=" + theme + (settings.isEmpty() ? "" : "&" + settings);
        if (height < 560) {
            // so low are only the frames of embeds; the lab scrolls
            browser.visit(site.address("v1/embed/?" + address));
            page.rest();
        } else {
            page.open(address);
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        int seen = 0;
        for (String tab : tabs()) {
            if (!tab.isEmpty()) {
                browser.run("document.querySelector(`[role=tab][data-tab=${arguments[0]}]`).click();", tab);
            }
            for (Object[] moment : moments()) {
                List<Words> all = words(moment[1]);
                seen += all.size();
                // the same words again at a later time tell nothing new
                offences(all)
                        .forEach((words, where) -> wrong.putIfAbsent(
                                words, "epoch " + moment[0] + (tab.isEmpty() ? "" : ", " + tab) + ": " + where));
            }
            browser.screenshot(name + (tab.isEmpty() ? "" : "-" + tab));
        }
        assertTrue(seen > 20, "only " + seen + " words were seen");
        assertTrue(
                wrong.isEmpty(), () -> name + ", " + wrong.size() + " offences:\n" + String.join("\n", wrong.values()));
    }

    /** Those that this layout shows; one empty name where it has none. */
    private static List<String> tabs() {
        List<String> shown = new ArrayList<>();
        for (Object tab : (List<?>) browser.run("return [...document.querySelectorAll('[role=tab]')]"
                + ".filter(tab => tab.getClientRects().length > 0).map(tab => tab.dataset.tab);")) {
            shown.add((String) tab);
        }
        return shown.isEmpty() ? List.of("") : shown;
    }

    /** Eleven places of the time cursor: epoch, boxes. */
    private static List<Object[]> moments() {
        List<Object[]> moments = new ArrayList<>();
        for (Object each : (List<?>) browser.driver().executeAsyncScript("""
                        const done = arguments[0];
                        const scrubber = document.getElementById('scrubber');
                        const press = key => scrubber.dispatchEvent(new KeyboardEvent('keydown', {key, shiftKey: true, bubbles: true}));
                        const frame = () => new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
                        (async () => {
                          const page = await import(new URL('app/' + document.documentElement.dataset.program + '.js', document.querySelector('script[src$="boot.js"]').src).href);
                          const all = [];
                          await frame();
                          press('Home');
                          for (let i = 0; i <= 10; i++) {
                            await frame();
                            all.push([scrubber.getAttribute('aria-valuenow'), JSON.parse(page.report()).boxes]);
                            const before = Number(scrubber.getAttribute('aria-valuemax')) / 100;
                            for (let k = 0; k < Math.max(1, before); k++) press('ArrowRight');
                          }
                          done(all);
                        })();
                        """)) {
            moments.add(((List<?>) each).toArray());
        }
        return moments;
    }

    private static List<Words> words(Object boxes) {
        List<Words> all = new ArrayList<>();
        for (Object each : (List<?>) boxes) {
            Map<?, ?> words = (Map<?, ?>) each;
            all.add(new Words(
                    (String) words.get("panel"),
                    (String) words.get("text"),
                    box((List<?>) words.get("bounds")),
                    box((List<?>) words.get("box"))));
        }
        return all;
    }

    private static Box box(List<?> sides) {
        return new Box(side(sides, 0), side(sides, 1), side(sides, 2), side(sides, 3));
    }

    private static double side(List<?> sides, int at) {
        return ((Number) sides.get(at)).doubleValue();
    }

    /** What is wrong, by the words that it is wrong with. */
    private static Map<String, String> offences(List<Words> all) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Words one = all.get(i);
            if (!one.bounds().holds(one.box(), SLACK)) {
                Box b = one.bounds();
                found.put(
                        one.panel() + one.text(),
                        "%s leaves its panel [%.1f %.1f %.1f %.1f]"
                                .formatted(one, b.x(), b.y(), b.right(), b.bottom()));
            }
            for (Words other : all.subList(i + 1, all.size())) {
                if (one.box().meets(other.box(), SLACK)) {
                    found.put(one.panel() + one.text() + "|" + other.panel() + other.text(), one + " meets " + other);
                }
            }
        }
        return found;
    }
}
