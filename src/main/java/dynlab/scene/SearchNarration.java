package dynlab.scene;

import dynlab.experiment.Result;
import dynlab.experiment.search.Findings;
import dynlab.numeric.Numbers;
import dynlab.words.Words;
import java.util.Optional;

/** The steps of a search for gates, as the narrator tells them: train, find, retrain, and the verdict. */
final class SearchNarration {
    private SearchNarration() {}

    /** What is said of a run that asks for a search. */
    static Narration of(Result run) {
        Optional<Findings> found = run.findings();
        if (found.isEmpty()) {
            return new Narration(
                    Words.say("scene.search-narration.step-1-train"),
                    "",
                    Words.say("scene.search-narration.relu-network-learns"));
        }
        Findings findings = found.get();
        if (!findings.complete()) {
            return findings.trials().isEmpty()
                    ? new Narration(
                            Words.say("scene.search-narration.step-2-find"),
                            "",
                            Words.say("scene.search-narration.units-watched-four"))
                    : new Narration(
                            Words.say("scene.search-narration.step-3-retrain"),
                            Numbers.percent(findings.share()),
                            Words.say("scene.search-narration.fixed-gates-same", Words.say(findings.stage())));
        }
        int tried = findings.trials().size();
        return new Narration(
                findings.accepted()
                        ? Words.say("scene.search-narration.step-4-found")
                        : tried == 0
                                ? Words.say("scene.search-narration.step-4-nothing")
                                : Words.say("scene.search-narration.step-4-not"),
                tried == 0 ? "" : Words.say("scene.search-narration.sets-tried", Integer.toString(tried)),
                findings.judged() ? shortened(findings) : Words.say(findings.sentence()));
    }

    /** The verdict in the three lines that the narrator has; the whole stands beside the gates. */
    private static String shortened(Findings findings) {
        double ratio = findings.least(false) / findings.least(true);
        String times = ratio > 10
                ? Words.say("scene.search-narration.more-ten-times")
                : Words.say("scene.search-narration.of", Numbers.percent(ratio));
        String closest =
                findings.closest(false).map(trial -> Words.say(trial.name())).orElse("");
        return (findings.accepted()
                ? Words.say("scene.search-narration.best-best-controls", closest, times)
                : Words.say("scene.search-narration.best-best-controls-distance", closest, times));
    }
}
