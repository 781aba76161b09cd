package dynlab.app;

import dynlab.experiment.Divergence;
import dynlab.experiment.Trajectory;
import dynlab.numeric.Numbers;
import dynlab.scene.Narration;
import dynlab.scene.Scene;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.Wording;
import dynlab.words.Words;
import java.util.Optional;

/** What is said of the moment: of the run that the settings ask for, as far as it has been computed, and of nothing else. */
public final class Narrator {
    private Narrator() {}

    /** The words of a state. */
    public static Narration of(LabState state) {
        if (state.stale()) {
            return awaited(state.computation().phase());
        }
        RunSet runs = state.shown().orElseThrow();
        RunView story = runs.story().orElseThrow();
        double step = state.view().step();
        boolean within = story.reaches(step);
        if (story.divergedAt() >= 0 && (!within || last(story) <= step)) {
            return new Narration(
                    Words.say("lab.narrator.diverged"),
                    Words.say("lab.narrator.step", Integer.toString(story.divergedAt())),
                    causeOfDivergence(runs));
        }
        if (!within) {
            return beyond(story, state.computation().busy());
        }
        Scene scene = runs.setup().scene();
        Optional<Narration> own = scene.tells(runs.setup().config(), runs.results(), step);
        return own.orElseGet(() -> plain(state, story, step));
    }

    private static Narration awaited(Phase phase) {
        return switch (phase) {
            case OPENING, RUNNING, VERIFYING, READY -> new Narration(Words.say("lab.narrator.computing"), "", "");
            case ASKED ->
                new Narration(Words.say("lab.narrator.not-run"), "", Words.say("lab.narrator.run-waits-word"));
            case STOPPED ->
                new Narration(Words.say("lab.narrator.stopped"), "", Words.say("lab.narrator.nothing-run-been"));
            case FAILED ->
                new Narration(Words.say("lab.narrator.not-run"), "", Words.say("lab.narrator.nothing-run-been"));
        };
    }

    private static double last(RunView story) {
        double[] steps = story.steps();
        return steps.length == 0 ? 0 : steps[steps.length - 1];
    }

    private static Narration beyond(RunView story, boolean busy) {
        String so = Numbers.fixed(last(story), 0);
        return busy
                ? new Narration(
                        Words.say("lab.narrator.computing"),
                        Words.say("lab.narrator.far", so),
                        Words.say("lab.narrator.comes-later-not"))
                : new Narration(
                        Words.say("lab.narrator.not-computed"),
                        Words.say("lab.narrator.stopped-2", so),
                        Words.say("lab.narrator.comes-later-not-been"));
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
            return Words.say(Divergence.cause(last)) + " " + Words.say(Divergence.advice(last));
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < run.count(); i++) {
            least = Math.min(least, run.loss(i));
        }
        boolean fell = run.count() > 0 && least < run.loss(0);
        return fell
                ? Words.say("lab.narrator.loss-fell-first", Numbers.brief(least / run.loss(0)))
                : Words.say("lab.narrator.loss-grew-first");
    }
}
