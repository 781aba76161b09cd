package dynlab.scene;

import dynlab.numeric.Decimals;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What stands behind # or ? in a link: scene, knobs that differ from their initial values, time, look. Any text is an
 * address: what cannot be used is reported and the rest applies.
 *
 * @param scene the scene; the first of all where none or an unknown one is named
 * @param config its settings
 * @param time the step that the cursor stands on, if the address names one
 * @param look how to show it: theme, palette, whether the lesson's question stands over it, what an embed hides or locks, which worker; the digest that its run should have; and pinned runs and further seeds beside it
 * @param problems one sentence for each part that was not used
 */
public record Address(
        Scene scene, SceneConfig config, OptionalDouble time, Map<String, String> look, List<String> problems) {
    /** Longest address that is read. */
    public static final int LONGEST = 4096;
    /** Parts beyond this many are not read. */
    static final int MOST_PARTS = 64;

    private static final List<String> LOOK = List.of(
            "theme",
            "palette",
            "lesson",
            "hide",
            "lock",
            "autoplay",
            "resize",
            "ask",
            "hide-future",
            "guess",
            "backend",
            "digest",
            "pins",
            FurtherSeeds.KEY);

    private static final List<String> TRACKING = List.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "_ga",
            "_gl",
            "ref_src",
            "si");

    public Address {
        look = Map.copyOf(look);
        problems = List.copyOf(problems);
    }

    /** Reads the text behind # or ?, with or without that sign. Never throws. */
    public static Address parse(String text, Decimals decimals) {
        return parse(text, decimals, Scenes.ALL.get(0));
    }

    /** The same, of a page whose scene is another where the address names none. */
    public static Address parse(String text, Decimals decimals, Scene otherwise) {
        return parse(text, decimals, otherwise, Scenes.ALL);
    }

    /** The same, of a program that knows only some scenes. */
    public static Address parse(String text, Decimals decimals, Scene otherwise, List<Scene> known) {
        List<String> problems = new ArrayList<>();
        Map<String, String> parts = split(text, problems);
        Scene scene = otherwise;
        String id = parts.remove("scene");
        Optional<Scene> named = id == null ? Optional.empty() : among(known, id);
        if (named.isPresent()) {
            scene = named.get();
        } else if (id != null) {
            problems.add(Words.say("scene.address.no-scene", shown(id), scene.id()));
        }
        SceneConfig config = SceneConfig.initial(scene.knobs());
        OptionalDouble time = OptionalDouble.empty();
        Map<String, String> look = new LinkedHashMap<>();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String key = part.getKey();
            if (LOOK.contains(key)) {
                String meant = Look.read(key, part.getValue(), scene, problems);
                if (!meant.isEmpty()) {
                    look.put(key, meant);
                }
            } else if (key.equals("t")) {
                time = time(part.getValue(), decimals, problems);
            } else {
                config = set(config, scene, key, part.getValue(), decimals, problems);
            }
        }
        if (look.containsKey("guess")) {
            look.put("guess", Look.guess(look.getOrDefault("guess", ""), scene, config, problems));
            look.remove("guess", "");
        }
        return new Address(scene, config, time, look, problems);
    }

    private static Optional<Scene> among(List<Scene> known, String id) {
        for (Scene scene : known) {
            if (scene.id().equals(id)) {
                return Optional.of(scene);
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> split(String text, List<String> problems) {
        Map<String, String> parts = new LinkedHashMap<>();
        String rest = text.startsWith("#") || text.startsWith("?") ? text.substring(1) : text;
        if (rest.length() > LONGEST) {
            problems.add(Words.say("scene.address.address-longer-characters", Integer.toString(LONGEST)));
            return parts;
        }
        int count = 0;
        while (!rest.isEmpty()) {
            int end = rest.indexOf('&');
            String part = end < 0 ? rest : rest.substring(0, end);
            rest = end < 0 ? "" : rest.substring(end + 1);
            if (part.isEmpty()) {
                continue;
            }
            if (++count > MOST_PARTS) {
                problems.add(Words.say("scene.address.address-more-parts", Integer.toString(MOST_PARTS)));
                return parts;
            }
            // some systems write & as &amp; once more
            part = part.startsWith("amp;") ? part.substring(4) : part;
            int equals = part.indexOf('=');
            if (tracking(equals < 0 ? part : part.substring(0, equals))) {
                count--;
                continue;
            }
            String key = PercentCode.decode(equals < 0 ? part : part.substring(0, equals));
            if (equals < 0) {
                problems.add(Words.say("scene.address.no-value-expected", shown(key)));
            } else if (parts.putIfAbsent(key, PercentCode.decode(part.substring(equals + 1))) != null) {
                problems.add(Words.say("scene.address.occurs-twice-first", shown(key)));
            }
        }
        return parts;
    }

    /** Keys that course systems, mailers and networks hang onto every link; they mean nothing here and are no mistake. */
    private static boolean tracking(String key) {
        return key.startsWith("utm_") || key.startsWith("mtm_") || key.startsWith("pk_") || TRACKING.contains(key);
    }

    private static OptionalDouble time(String value, Decimals decimals, List<String> problems) {
        OptionalDouble time = Decimal.read(value, decimals);
        if (time.isEmpty() || time.getAsDouble() < 0) {
            problems.add(Words.say("scene.address.expects-step-least", shown(value)));
            return OptionalDouble.empty();
        }
        return time;
    }

    private static SceneConfig set(
            SceneConfig config, Scene scene, String key, String value, Decimals decimals, List<String> problems) {
        try {
            for (Knob knob : scene.knobs()) {
                if (knob.key().equals(key) && (knob instanceof Knob.Choice || knob instanceof Knob.Text)) {
                    return config.with(key, value);
                } else if (knob.key().equals(key)) {
                    OptionalDouble number = Decimal.read(value, decimals);
                    if (number.isEmpty()) {
                        throw new BadSetting(key, Words.say("scene.address.expects-number"));
                    }
                    return config.with(key, number.getAsDouble());
                }
            }
            throw new BadSetting(key, Words.say("scene.address.not-knob-scene", scene.id()));
        } catch (BadSetting bad) {
            problems.add(Words.say("scene.address.found", shown(key), bad.sentence(), shown(value)));
            return config;
        }
    }

    /** Cut to a length that fits a sentence. */
    static String shown(String text) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < text.length() && clean.length() < 32; i++) {
            char c = text.charAt(i);
            clean.append(c < ' ' || (c >= 0x7f && c < 0xa0) || Character.isSurrogate(c) ? '?' : c);
        }
        return text.length() > 32 ? clean + "…" : clean.toString();
    }

    /** The shortest address that {@link #parse} reads as this one; problems are left out. */
    public String format(Decimals decimals) {
        StringBuilder text = new StringBuilder("scene=").append(scene.id());
        SceneConfig initial = SceneConfig.initial(scene.knobs());
        for (Knob knob : scene.knobs()) {
            if (knob instanceof Knob.Choice || knob instanceof Knob.Text) {
                if (!config.choice(knob.key()).equals(initial.choice(knob.key()))) {
                    append(text, knob.key(), config.choice(knob.key()));
                }
            } else if (config.real(knob.key()) != initial.real(knob.key())) {
                append(text, knob.key(), decimals.format(config.real(knob.key())));
            }
        }
        if (time.isPresent()) {
            append(text, "t", decimals.format(time.getAsDouble()));
        }
        for (String key : LOOK) {
            if (look.containsKey(key)) {
                append(text, key, look.getOrDefault(key, ""));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String key, String value) {
        text.append('&').append(key).append('=').append(PercentCode.encode(value));
    }

    /** Scene and knobs alone, as {@link #format} writes them: what is run. */
    public String bare(Decimals decimals) {
        return new Address(scene, config, OptionalDouble.empty(), Map.of(), List.of()).format(decimals);
    }

    /** The same address with other settings, and so without the digest that belonged to the run of these. */
    public Address with(SceneConfig changed) {
        return new Address(scene, changed, time, look, List.of()).looking("digest", "");
    }

    /** The same address with another look; an empty value takes it away. */
    public Address looking(String key, String value) {
        Map<String, String> other = new LinkedHashMap<>(look);
        other.remove(key);
        if (!value.isEmpty()) {
            other.put(key, value);
        }
        return new Address(scene, config, time, other, List.of());
    }

    /** The digest that the run of this address should have; empty if it names none. */
    public String digest() {
        return look.getOrDefault("digest", "");
    }

    /** Whether a digest, or the beginning of its digits, stands for a run's. */
    public static boolean meansDigest(String expected, String whole) {
        return whole.startsWith(expected.startsWith("d1-") ? expected : "d1-" + expected);
    }

    /** The same address at another step. */
    public Address at(double step) {
        return new Address(scene, config, OptionalDouble.of(step), look, List.of());
    }
}
