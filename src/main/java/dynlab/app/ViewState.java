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
public record ViewState(
        double step,
        double seen,
        QuestionChoice asked,
        Map<QuestionChoice, String> guesses,
        Reading reading,
        int layer,
        Likeness likeness,
        Pointer pointer) {
    public ViewState {
        guesses = Map.copyOf(guesses);
    }

    static ViewState at(double step, QuestionChoice asked) {
        return new ViewState(
                step, Double.POSITIVE_INFINITY, asked, Map.of(), Reading.SAYS, 0, Likeness.INNER_PRODUCT, Pointer.AWAY);
    }

    /** With the cursor elsewhere. */
    public ViewState at(double when) {
        return new ViewState(when, Math.max(seen, when), asked, guesses, reading, layer, likeness, pointer);
    }

    ViewState asking(QuestionChoice what) {
        return new ViewState(step, seen, what, guesses, reading, layer, likeness, pointer);
    }

    /** With nothing shown beyond the cursor, until it gets there or somebody has guessed. */
    ViewState covered() {
        return new ViewState(step, step, asked, guesses, reading, layer, likeness, pointer);
    }

    /** With all shown. */
    ViewState uncovered() {
        return new ViewState(step, Double.POSITIVE_INFINITY, asked, guesses, reading, layer, likeness, pointer);
    }

    /** With a guess of a question, after which all is shown; an empty word takes it back. */
    ViewState guessing(QuestionChoice question, String word) {
        Map<QuestionChoice, String> now = new LinkedHashMap<>(guesses);
        now.remove(question);
        if (!word.isEmpty()) {
            now.put(question, word);
        }
        return new ViewState(
                step, word.isEmpty() ? seen : Double.POSITIVE_INFINITY, asked, now, reading, layer, likeness, pointer);
    }

    ViewState reading(Reading what) {
        return new ViewState(step, seen, asked, guesses, what, layer, likeness, pointer);
    }

    ViewState layer(int which) {
        return new ViewState(step, seen, asked, guesses, reading, which, likeness, pointer);
    }

    ViewState alike(Likeness by) {
        return new ViewState(step, seen, asked, guesses, reading, layer, by, pointer);
    }

    ViewState pointing(Pointer at) {
        return new ViewState(step, seen, asked, guesses, reading, layer, likeness, at);
    }
}
