package dynlab.app;

import dynlab.measure.Likeness;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the reader looks at.
 *
 * @param step the time cursor
 * @param seen the last step that may be shown; infinite where the future is not covered
 * @param asked the question
 * @param guesses what the reader believes, {@code yes} or {@code no}, of each question that was guessed
 * @param reading what the item × property matrix shows
 * @param layer in which hidden layer similarity is shown; −1 is the output
 * @param likeness how alike is measured there
 * @param pointer what the pointer is on
 */
public record Gaze(
        double step,
        double seen,
        Asked asked,
        Map<Asked, String> guesses,
        Reading reading,
        int layer,
        Likeness likeness,
        Pointer pointer) {
    public Gaze {
        guesses = Map.copyOf(guesses);
    }

    static Gaze at(double step, Asked asked) {
        return new Gaze(
                step, Double.POSITIVE_INFINITY, asked, Map.of(), Reading.SAYS, 0, Likeness.INNER_PRODUCT, Pointer.AWAY);
    }

    Gaze at(double when) {
        return new Gaze(when, Math.max(seen, when), asked, guesses, reading, layer, likeness, pointer);
    }

    Gaze asking(Asked what) {
        return new Gaze(step, seen, what, guesses, reading, layer, likeness, pointer);
    }

    /** With nothing shown beyond the cursor, until it gets there or somebody has guessed. */
    Gaze covered() {
        return new Gaze(step, step, asked, guesses, reading, layer, likeness, pointer);
    }

    /** With all shown. */
    Gaze uncovered() {
        return new Gaze(step, Double.POSITIVE_INFINITY, asked, guesses, reading, layer, likeness, pointer);
    }

    /** With a guess of a question, after which all is shown; an empty word takes it back. */
    Gaze guessing(Asked question, String word) {
        Map<Asked, String> now = new LinkedHashMap<>(guesses);
        now.remove(question);
        if (!word.isEmpty()) {
            now.put(question, word);
        }
        return new Gaze(
                step, word.isEmpty() ? seen : Double.POSITIVE_INFINITY, asked, now, reading, layer, likeness, pointer);
    }

    Gaze reading(Reading what) {
        return new Gaze(step, seen, asked, guesses, what, layer, likeness, pointer);
    }

    Gaze layer(int which) {
        return new Gaze(step, seen, asked, guesses, reading, which, likeness, pointer);
    }

    Gaze alike(Likeness by) {
        return new Gaze(step, seen, asked, guesses, reading, layer, by, pointer);
    }

    Gaze pointing(Pointer at) {
        return new Gaze(step, seen, asked, guesses, reading, layer, likeness, at);
    }
}
