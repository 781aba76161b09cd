package dynlab.scene;

import dynlab.numeric.Numbers;
import dynlab.words.Words;

/** A knob value that was refused: which knob, and one sentence of what was expected. */
public final class BadSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String key;

    public BadSetting(String key, String sentence) {
        super(sentence);
        this.key = key;
    }

    static void unless(boolean good, String key, String expected, double least, double most) {
        if (!good) {
            throw new BadSetting(
                    key,
                    Words.say("scene.bad-setting.expects", expected, Numbers.typed(least, 4), Numbers.typed(most, 4)));
        }
    }

    public String key() {
        return key;
    }

    /** What is wrong, to follow the key: "expects a number between 0 and 1". */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
