package dynlab.scene;

import dynlab.numeric.Numbers;
import dynlab.numeric.Seeds;
import dynlab.words.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value for every knob of a scene, each within its range. */
public final class SceneConfig {
    private final List<Knob> knobs;
    private final Map<String, Double> numbers;
    private final Map<String, String> words;

    private SceneConfig(List<Knob> knobs, Map<String, Double> numbers, Map<String, String> words) {
        this.knobs = knobs;
        this.numbers = Collections.unmodifiableMap(numbers);
        this.words = Collections.unmodifiableMap(words);
    }

    /** Every knob at its initial value. */
    public static SceneConfig initial(List<Knob> knobs) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Knob knob : knobs) {
            if (knob instanceof Knob.Real real) {
                numbers.put(real.key(), real.initial());
            } else if (knob instanceof Knob.Whole whole) {
                numbers.put(whole.key(), (double) whole.initial());
            } else if (knob instanceof Knob.Choice choice) {
                words.put(choice.key(), choice.initial());
            } else if (knob instanceof Knob.Text text) {
                words.put(text.key(), text.initial());
            } else {
                throw new AssertionError(knob.key());
            }
        }
        return new SceneConfig(List.copyOf(knobs), numbers, words);
    }

    public double real(String key) {
        Double value = numbers.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no numeric knob " + key);
        }
        return value;
    }

    public int whole(String key) {
        return (int) real(key);
    }

    /** The bits of the seed, which may be larger than an int. */
    public int seed() {
        return Seeds.bits(real("seed"));
    }

    public String choice(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("no knob of words " + key);
        }
        return word;
    }

    /** The value of a knob that is words, as it stands in an address. */
    public String text(String key) {
        return choice(key);
    }

    /**
     * The same with one number changed.
     *
     * @throws BadSetting if there is no such knob or the value is out of range
     */
    public SceneConfig with(String key, double value) {
        Knob knob = knob(key);
        if (knob instanceof Knob.Real real) {
            BadSetting.unless(
                    value >= real.least() && value <= real.most(),
                    key,
                    Words.say("scene.scene-config.number-between"),
                    real.least(),
                    real.most());
        } else if (knob instanceof Knob.Whole whole) {
            if (value != Math.rint(value) || value < whole.least() || value > whole.most()) {
                String range = Words.say(
                        "scene.scene-config.and", Numbers.digits(whole.least()), Numbers.digits(whole.most()));
                throw new BadSetting(key, Words.say("scene.scene-config.expects-whole-number", range));
            }
        } else {
            throw new BadSetting(key, Words.say("scene.scene-config.choice-words-not"));
        }
        Map<String, Double> changed = new LinkedHashMap<>(numbers);
        changed.put(key, value);
        return new SceneConfig(knobs, changed, words);
    }

    /**
     * The same with one choice or text changed.
     *
     * @throws BadSetting if there is no such knob or it has no such word
     */
    public SceneConfig with(String key, String word) {
        Knob knob = knob(key);
        if (knob instanceof Knob.Choice choice) {
            known(choice, word);
        } else if (knob instanceof Knob.Text text) {
            String complaint = word.length() > text.longest()
                    ? Words.say("scene.scene-config.expects-most-characters", Integer.toString(text.longest()))
                    : text.form().complaint(word);
            if (!complaint.isEmpty()) {
                throw new BadSetting(key, complaint);
            }
        } else {
            throw new BadSetting(key, Words.say("scene.scene-config.expects-number"));
        }
        Map<String, String> changed = new LinkedHashMap<>(words);
        changed.put(key, word);
        return new SceneConfig(knobs, numbers, changed);
    }

    private static void known(Knob.Choice choice, String word) {
        StringBuilder all = new StringBuilder();
        boolean known = false;
        for (Knob.Option option : choice.options()) {
            all.append(all.length() == 0 ? "" : ", ").append(option.word());
            known |= option.word().equals(word);
        }
        if (!known) {
            throw new BadSetting(choice.key(), Words.say("scene.scene-config.expects-one", String.valueOf(all)));
        }
    }

    private Knob knob(String key) {
        for (Knob knob : knobs) {
            if (knob.key().equals(key)) {
                return knob;
            }
        }
        throw new BadSetting(key, Words.say("scene.scene-config.not-knob-scene"));
    }

    /** Whether two settings give every knob the same value. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SceneConfig config && numbers.equals(config.numbers) && words.equals(config.words);
    }

    @Override
    public int hashCode() {
        return 31 * numbers.hashCode() + words.hashCode();
    }
}
