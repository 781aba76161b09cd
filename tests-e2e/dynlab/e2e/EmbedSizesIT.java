package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every lesson in frames of every size: no scroll bars, the transport in reach, no words cut. The ordinary run tries each
 * lesson at two sizes, and each size with some lessons; {@code -Dembed.sizes=all} tries all.
 */
final class EmbedSizesIT extends OpenLab {
    private static final int[][] SIZES = {
        {300, 150}, {343, 206}, {500, 300}, {525, 450}, {600, 400}, {750, 450}, {854, 480}, {1000, 620}, {1024, 640}
    };

    private static final boolean ALL = System.getProperty("embed.sizes", "").equals("all");

    /** What is wrong with a frame; a control is in reach where a press in its middle meets it. */
    private static final String WRONG = """
            const bad = [], root = document.documentElement;
            if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) bad.push('scrolls');
            for (const id of ['play', 'scrubber']) {
              const at = document.getElementById(id), r = at.getBoundingClientRect();
              const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
              const inside = r.width > 0 && r.left >= 0 && r.top >= 0 && r.right <= innerWidth + 1 && r.bottom <= innerHeight + 1;
              if (!inside || !top || !(at.contains(top) || top.closest('#marks'))) bad.push(id + ' is out of reach');
            }
            return bad;
            """;

    @Test
    void everyLessonStandsInEverySize() {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (int s = 0; s < Scenes.ALL.size(); s++) {
            Scene scene = Scenes.ALL.get(s);
            browser.viewport(600, 400);
            browser.visit(site.address("v1/embed/?scene=" + scene.id()));
            page.drawn();
            for (int k = 0; k < SIZES.length; k++) {
                if (ALL || (k + 2 * s) % SIZES.length < 2) {
                    String name = scene.id() + " " + SIZES[k][0] + "x" + SIZES[k][1] + ": ";
                    browser.viewport(SIZES[k][0], SIZES[k][1]);
                    page.drawn();
                    SizesIT.found(WRONG).forEach(what -> wrong.add(name + what));
                    SizesIT.found(SizesIT.CUT).forEach(what -> wrong.add(name + what));
                    seen++;
                }
            }
            List<String> errors = browser.errors();
            errors.forEach(error -> wrong.add(scene.id() + ": " + error));
        }
        assertEquals(ALL ? SIZES.length * Scenes.ALL.size() : 2 * Scenes.ALL.size(), seen);
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }
}
