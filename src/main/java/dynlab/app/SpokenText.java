package dynlab.app;

import dynlab.scene.Narration;
import dynlab.view.RunView;
import dynlab.words.Words;

/** What is told to those who listen: the words that stand on the page. */
public final class SpokenText {
    private SpokenText() {}

    /** Where the run stands. */
    public static String now(LabState state) {
        Narration words = Narrator.of(state);
        StringBuilder text = new StringBuilder(words.stage());
        if (!words.happened().isEmpty()) {
            text.append(text.length() == 0 ? "" : ", ").append(words.happened());
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) != '.') {
            text.append('.');
        }
        if (!words.because().isEmpty()) {
            text.append(text.length() == 0 ? "" : " ").append(words.because());
        }
        return text.toString();
    }

    /** The same where the run has just ended; a run that blew up did not finish. */
    public static String finished(LabState state) {
        int diverged = state.runs().story().map(RunView::divergedAt).orElse(-1);
        return (diverged < 0
                        ? Words.say("lab.spoken.run-finished")
                        : Words.say("lab.spoken.run-diverged-step", Integer.toString(diverged)))
                + now(state);
    }
}
