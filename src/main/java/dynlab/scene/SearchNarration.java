package dynlab.scene;

import dynlab.experiment.Result;
import dynlab.experiment.search.Findings;
import dynlab.numeric.Numbers;
import java.util.Optional;

/** The steps of a search for gates, as the narrator tells them: train, find, retrain, and the verdict. */
final class SearchNarration {
    private SearchNarration() {}

    /** What is said of a run that asks for a search. */
    static Narration of(Result run) {
        Optional<Findings> found = run.findings();
        if (found.isEmpty()) {
            return new Narration("Step 1: train", "", "The ReLU network learns, and is watched as it does.");
        }
        Findings findings = found.get();
        if (!findings.complete()) {
            return findings.trials().isEmpty()
                    ? new Narration(
                            "Step 2: find", "", "Its units are watched at four milestones of the loss and at the end.")
                    : new Narration(
                            "Step 3: retrain",
                            Numbers.percent(findings.share()),
                            "With fixed gates, from the same weights: " + findings.stage() + ".");
        }
        int tried = findings.trials().size();
        return new Narration(
                findings.accepted() ? "Step 4: found" : tried == 0 ? "Step 4: nothing to score" : "Step 4: not found",
                tried == 0 ? "" : tried + " sets tried",
                findings.judged() ? shortened(findings) : findings.sentence());
    }

    /** The verdict in the three lines that the narrator has; the whole stands beside the gates. */
    private static String shortened(Findings findings) {
        double ratio = findings.least(false) / findings.least(true);
        String times = ratio > 10 ? "more than ten times" : Numbers.percent(ratio) + " of";
        return "Best: " + findings.closest(false) + ", at " + times + " the best control's distance"
                + (findings.accepted() ? "." : "; under a third is asked for.");
    }
}
