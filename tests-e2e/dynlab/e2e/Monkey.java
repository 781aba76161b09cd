package dynlab.e2e;

import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hand that does anything: real pointer, keys and text, other sizes, other links, all from one seed. Each action is a line
 * of words, so that a log of them can be done again.
 */
final class Monkey {
    private static final List<String> KEYS = List.of(
            "ArrowLeft",
            "ArrowRight",
            "ArrowUp",
            "ArrowDown",
            "Home",
            "End",
            " ",
            "Enter",
            "Tab",
            "Escape",
            "Delete",
            "?",
            "r",
            "i",
            "h",
            "o",
            "c",
            "e",
            "g",
            "PageUp",
            "PageDown");
    private static final List<String> TEXTS = List.of(
            "abc",
            "-",
            "1e999",
            "0,5",
            ".02",
            "NaN",
            "−3",
            "10⁻¹²",
            "\u202ex",
            "\u200b",
            "99999999999999999999",
            "<b>",
            "1;2\n3",
            "Whale");
    private static final List<String> SIZES = List.of(
            "1280 800", "1024 768", "390 844", "320 480", "1366 600", "800 600", "1920 1080", "600 400", "343 206");
    private static final List<String> LINKS = List.of(
            "t=9999",
            "t=-1&amp;seed=2",
            "seed=3&rate=.02",
            "gamma=1e-15",
            "epochs=abc",
            "epochs=50&t=20",
            "nonsense=1&&==",
            "ask=nobody:nothing",
            "guess=yes",
            "theme=dark",
            "theme=projector",
            "size=1e300&gamma=4.9e-324",
            "utm_source=x",
            "weights=15&rate=0.02&start=1.5");

    private final Browser browser;
    private final Rng rng;
    private final List<String> log = new ArrayList<>();

    Monkey(Browser browser, int seed) {
        this.browser = browser;
        rng = new Rng(seed);
        // neither a dialog of the system nor a file of it
        browser.driver().executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "deny"));
        browser.driver().executeCdpCommand("Page.setInterceptFileChooserDialog", Map.of("enabled", true));
    }

    /** What it has done. */
    List<String> log() {
        return log;
    }

    /** Does the next thing. */
    void act(String scene) {
        perform(next(scene));
    }

    private <T> T any(List<T> of) {
        return of.get(rng.nextInt(of.size()));
    }

    private String next(String scene) {
        int kind = rng.nextInt(100);
        if (kind < 38) {
            return "click " + control();
        } else if (kind < 52) {
            return "click " + point();
        } else if (kind < 62) {
            return "drag " + point() + " " + point();
        } else if (kind < 68) {
            return "move " + point();
        } else if (kind < 84) {
            return "key " + any(KEYS);
        } else if (kind < 92) {
            return "text " + any(TEXTS).replace("\n", "\\n");
        } else if (kind < 94) {
            return "size " + any(SIZES);
        }
        return scene.isEmpty() ? "key z" : "link scene=" + scene + "&" + any(LINKS);
    }

    private String point() {
        return rng.nextInt(size("innerWidth")) + " " + rng.nextInt(size("innerHeight"));
    }

    private int size(String which) {
        return Math.max(1, ((Number) browser.run("return " + which + ";")).intValue());
    }

    /** The middle of a control that can be seen; links out of the page are left alone. */
    private String control() {
        Object at = browser.run("""
                const all = [...document.querySelectorAll('button, select, input, summary, [role=slider], [tabindex="0"]')]
                  .filter(e => e.checkVisibility() && !e.disabled).map(e => e.getBoundingClientRect())
                  .filter(r => r.width && r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight && r.right <= innerWidth);
                if (!all.length) return '1 1';
                const r = all[arguments[0] % all.length];
                return Math.round(r.left + r.width / 2) + ' ' + Math.round(r.top + r.height / 2);
                """, rng.nextInt(1 << 20));
        return String.valueOf(at);
    }

    /** Does one action of a log. */
    void perform(String action) {
        log.add(action);
        String[] words = action.split(" ", -1);
        String rest = action.substring(Math.min(action.length(), words[0].length() + 1));
        switch (words[0]) {
            case "click" -> {
                mouse("mouseMoved", words[1], words[2], 0);
                mouse("mousePressed", words[1], words[2], 1);
                mouse("mouseReleased", words[1], words[2], 0);
            }
            case "move" -> mouse("mouseMoved", words[1], words[2], 0);
            case "drag" -> {
                mouse("mousePressed", words[1], words[2], 1);
                mouse("mouseMoved", words[3], words[4], 1);
                mouse("mouseReleased", words[3], words[4], 0);
            }
            case "key" -> {
                key("rawKeyDown", rest);
                key("keyUp", rest);
            }
            case "text" -> {
                browser.run("document.activeElement?.select?.();");
                browser.driver().executeCdpCommand("Input.insertText", Map.of("text", rest.replace("\\n", "\n")));
                browser.run("document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));");
            }
            case "size" -> browser.viewport(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "link" -> browser.run("location.hash = arguments[0];", rest);
            default -> throw new IllegalArgumentException(action);
        }
    }

    private void mouse(String type, String x, String y, int buttons) {
        browser.driver()
                .executeCdpCommand(
                        "Input.dispatchMouseEvent",
                        Map.of(
                                "type",
                                type,
                                "x",
                                Integer.parseInt(x),
                                "y",
                                Integer.parseInt(y),
                                "button",
                                type.equals("mouseMoved") && buttons == 0 ? "none" : "left",
                                "buttons",
                                buttons,
                                "clickCount",
                                type.equals("mouseMoved") ? 0 : 1));
    }

    private void key(String type, String key) {
        browser.driver().executeCdpCommand("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key));
    }
}
