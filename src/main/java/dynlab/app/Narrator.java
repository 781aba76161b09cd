package dynlab.app;

import dynlab.experiment.Divergence;
import dynlab.experiment.Trajectory;
import dynlab.numeric.Numbers;
import dynlab.scene.Narration;
import dynlab.scene.Scene;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.Wording;
import java.util.Optional;

/** What is said of the moment: of the run that the settings ask for, as far as it has been computed, and of nothing else. */
public final class Narrator {
    private Narrator() {}

    /** The words of a state. */
    public static Narration of(LabState state) {
        if (state.stale()) {
            return awaited(state.computing().phase());
        }
        RunSet runs = state.runs();
        RunView story = runs.story().orElseThrow();
        double step = state.gaze().step();
        boolean within = story.reaches(step);
        if (story.divergedAt() >= 0 && (!within || last(story) <= step)) {
            return new Narration("Diverged", "at step " + story.divergedAt(), causeOfDivergence(runs));
        }
        if (!within) {
            return beyond(story, state.computing().busy());
        }
        Scene scene = runs.setup().scene();
        Optional<Narration> own = scene.tells(runs.setup().config(), runs.results(), step);
        return own.orElseGet(() -> plain(state, story, step));
    }

    private static Narration awaited(Phase phase) {
        return switch (phase) {
            case OPENING, RUNNING, VERIFYING, READY -> new Narration("Computing", "", "");
            case ASKED -> new Narration("Not run", "", "This run waits for a word, because it would be long.");
            case STOPPED -> new Narration("Stopped", "", "Nothing of this run has been computed.");
            case FAILED -> new Narration("Not run", "", "Nothing of this run has been computed.");
        };
    }

    private static double last(RunView story) {
        double[] steps = story.steps();
        return steps.length == 0 ? 0 : steps[steps.length - 1];
    }

    private static Narration beyond(RunView story, boolean busy) {
        String so = Numbers.fixed(last(story), 0);
        return busy
                ? new Narration("Computing", "so far to t = " + so, "What comes later has not been computed yet.")
                : new Narration("Not computed", "it stopped at t = " + so, "What comes later has not been computed.");
    }

    /** Words that fit every tree. */
    private static Narration plain(LabState state, RunView story, double step) {
        Frame.Asked asked = state.asked();
        String guess = state.guess();
        boolean over = step >= story.horizon() && !guess.isEmpty();
        double sign = guess.equals("yes") ? 1 : -1;
        String verdict = over ? Wording.verdict(story, asked.property(), asked.item(), sign) + " " : "";
        return new Narration(
                Wording.stage(story, step),
                Wording.dated(story, step),
                verdict + Wording.because(story, asked.property(), asked.item(), step));
    }

    /** Why a run blew up: what its scene knows of it, or else what its record shows. */
    static String causeOfDivergence(RunSet runs) {
        Trajectory run = runs.story().orElseThrow().run().trajectory();
        Optional<String> known = runs.setup().scene().divergence(runs.setup().config(), run);
        if (known.isPresent()) {
            return known.get();
        }
        int last = run.divergedAt().orElse(-1);
        if (last == 0) {
            return Divergence.cause(last) + " " + Divergence.advice(last);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < run.count(); i++) {
            least = Math.min(least, run.loss(i));
        }
        boolean fell = run.count() > 0 && least < run.loss(0);
        return fell
                ? "The loss fell to " + Numbers.brief(least / run.loss(0))
                        + " of the first and then grew with every step: the steps are too large for what it had learned. Try a"
                        + " smaller learning rate."
                : "The loss grew from the first step on: the steps are too large for where it began. Try a smaller start or"
                        + " a smaller learning rate.";
    }
}
