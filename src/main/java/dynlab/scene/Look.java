package dynlab.scene;

import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The parts of an address that say how to show a scene: what each of them may be. */
final class Look {
    private static final List<String> THEMES = List.of("auto", "light", "dark", "projector");

    /** What {@code hide} and {@code lock} may name besides knobs. A page marks them {@code data-control}. */
    private static final List<String> CONTROLS = List.of(
            "scene",
            "preset",
            "compare",
            "knobs",
            "share",
            "file",
            "theme",
            "help",
            "open",
            "play",
            "step",
            "speed",
            "time",
            "question",
            "guess",
            "edit",
            "reading",
            "layer",
            "theory",
            "narrator");

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 32;

    private Look() {}

    /** What of a value can be used, empty if nothing; one sentence for what cannot. */
    static String read(String key, String value, Scene scene, List<String> problems) {
        return switch (key) {
            case "theme" -> oneOf(key, value, THEMES, problems);
            case "palette" -> oneOf(key, value, List.of("paper"), problems);
            case "backend" -> oneOf(key, value, List.of("js", "wasm"), problems);
            case "autoplay", "lesson", "hide-future" -> oneOf(key, value, List.of("0", "1"), problems);
            case FurtherSeeds.KEY -> oneOf(key, value, List.of(FurtherSeeds.WANTED), problems);
            case "resize" -> oneOf(key, value, List.of("lti"), problems);
            case "hide", "lock" -> controls(key, value, scene, problems);
            case "digest" -> digest(value, problems);
            default -> value;
        };
    }

    /** The same of a guess, which hangs on the settings. */
    static String guess(String value, Scene scene, SceneConfig config, List<String> problems) {
        List<String> words = new ArrayList<>();
        for (Guess.Choice choice : Guess.choices(scene, config)) {
            words.add(choice.key());
        }
        return oneOf("guess", value, words, problems);
    }

    private static String oneOf(String key, String value, List<String> words, List<String> problems) {
        if (words.contains(value)) {
            return value;
        }
        String expected = words.size() == 1 ? Words.say("scene.look.expects") : Words.say("scene.look.expects-one");
        problems.add(Words.say("scene.look.found", key, expected, String.join(", ", words), Address.shown(value)));
        return "";
    }

    private static String controls(String key, String value, Scene scene, List<String> problems) {
        List<String> known = new ArrayList<>(CONTROLS);
        scene.knobs().forEach(knob -> known.add(knob.key()));
        List<String> meant = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        String rest = value;
        while (!rest.isEmpty()) {
            int comma = rest.indexOf(',');
            String word = comma < 0 ? rest : rest.substring(0, comma);
            rest = comma < 0 ? "" : rest.substring(comma + 1);
            (known.contains(word) ? meant : unknown).add(word);
        }
        if (!unknown.isEmpty() || meant.isEmpty()) {
            String knob =
                    scene.knobs().isEmpty() ? "speed" : scene.knobs().get(0).key();
            problems.add(Words.say(
                    "scene.look.expects-words-controls", key, knob, Address.shown(String.join(",", unknown))));
        }
        return String.join(",", meant);
    }

    private static String digest(String value, List<String> problems) {
        String digits = value.startsWith("d1-") ? value.substring(3) : value;
        boolean good = digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS;
        for (int i = 0; i < digits.length(); i++) {
            good &= "0123456789abcdef".indexOf(digits.charAt(i)) >= 0;
        }
        if (good) {
            return digits;
        }
        problems.add(Words.say(
                "scene.look.digest-expects-hexadecimal",
                Integer.toString(FEWEST_DIGITS),
                Integer.toString(MOST_DIGITS),
                Address.shown(value)));
        return "";
    }
}
