package dynlab.app;

import dynlab.architecture.Context;
import dynlab.experiment.search.Findings;
import dynlab.numeric.Numbers;
import dynlab.theory.Assumption;
import dynlab.theory.Badge;
import dynlab.theory.Claim;
import dynlab.theory.ClaimWords;
import dynlab.theory.Prediction;
import dynlab.theory.Reach;
import dynlab.view.Frame;
import dynlab.view.ReachWords;
import dynlab.view.RunView;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Theory against network: what the badge says, of whose theory, and what that takes for granted.
 *
 * @param mood how it stands: a word for the style sheet
 * @param badge the badge itself
 * @param means what the badge measures; may be empty
 * @param whose whose theory it is; empty where it is the scene's own run's
 * @param rows one each for what the theory takes for granted
 * @param few whether one column of rows is enough
 */
public record TheoryBadge(Mood mood, String badge, String means, String whose, List<Row> rows, boolean few) {
    private static final double NEAR = 0.25;
    private static final int FEW = 5;

    public TheoryBadge {
        rows = List.copyOf(rows);
    }

    /** How well theory and network agree. */
    public enum Mood {
        TODO,
        GOOD,
        WARN,
        BAD
    }

    /** One line of the list: a word for the style sheet, what it says, and a sentence on it. */
    public record Row(String type, String words, String sentence) {}

    /** Before there is anything to say. */
    public static TheoryBadge none() {
        return todo("");
    }

    /** Those of a state; nothing of a run before is said. */
    public static TheoryBadge of(LabState state) {
        if (state.stale() || !state.runs().complete()) {
            return todo(
                    switch (state.computation().phase()) {
                        case OPENING -> Words.say("lab.theory.not-run-yet");
                        case RUNNING, VERIFYING, READY -> Words.say("lab.theory.running");
                        case ASKED, FAILED -> Words.say("lab.theory.not-run");
                        case STOPPED -> Words.say("lab.theory.stopped");
                    });
        }
        RunSet runs = state.runs();
        RunView own = runs.story().orElseThrow();
        if (own.divergedAt() >= 0) {
            Row cause = new Row("wide bad", Narrator.causeOfDivergence(runs), "");
            return new TheoryBadge(Mood.BAD, Words.say("lab.theory.diverged"), "", "", List.of(cause), true);
        }
        if (own.theory().isPresent()) {
            return theory(own, "");
        }
        for (Frame.Rival rival : runs.rivals()) {
            if (rival.story().theory().isPresent()) {
                boolean twin = gated(rival.story()) && !gated(own);
                return theory(
                        rival.story(),
                        (twin ? Words.say("lab.theory.gated-twin") : Words.say("lab.theory.run-beside"))
                                + rival.name());
            }
        }
        Optional<Findings> found = own.run().findings();
        return found.filter(f -> f.complete() && !f.trials().isEmpty())
                .map(TheoryBadge::twin)
                .orElseGet(() -> todo(Words.say("lab.theory.none-network")));
    }

    private static TheoryBadge todo(String words) {
        return new TheoryBadge(Mood.TODO, words, "", "", List.of(), false);
    }

    /** The linear network under gates that were found stands in for a theory. */
    private static TheoryBadge twin(Findings findings) {
        double least = findings.least(false);
        return new TheoryBadge(
                findings.accepted() ? Mood.WARN : Mood.BAD,
                Double.isInfinite(least)
                        ? Words.say("lab.theory.diverged")
                        : findings.accepted()
                                ? Words.say("lab.theory.within", Numbers.upTo(least))
                                : Words.say("lab.theory.no-better-controls"),
                Words.say(
                        "lab.theory.distance-loss-network",
                        Double.isInfinite(least) ? "." : ": " + Numbers.brief(least) + "."),
                Words.say(
                        "lab.theory.gated-twin-2",
                        findings.closest(false)
                                .map(trial -> Words.say(trial.name()))
                                .orElse("")),
                List.of(new Row(findings.accepted() ? "wide" : "wide bad", Words.say(findings.sentence()), "")),
                true);
    }

    private static boolean gated(RunView story) {
        for (Context context : story.experiment().contexts()) {
            if (!context.gates().open()) {
                return true;
            }
        }
        return false;
    }

    /** What there is of a reduction: that of a plain chain is one of several theories and shown by its gap alone. */
    private static Optional<Reach> reach(RunView story) {
        Optional<Reach> reach = story.run().prediction().flatMap(Prediction::reach);
        boolean chain =
                !gated(story) && story.experiment().architecture().linearChain().isPresent();
        return chain ? Optional.empty() : reach;
    }

    private static TheoryBadge theory(RunView story, String whose) {
        Prediction prediction = story.theory().orElseThrow();
        Optional<Reach> reach = reach(story);
        double gap = story.gap();
        Claim claim = prediction.claim();
        boolean exact = claim.grade() == Badge.Grade.EXACT;
        boolean near = gap >= 0
                ? gap <= NEAR
                : reach.filter(r -> r.badge().grade() != Badge.Grade.NONE).isPresent();
        String unseen =
                Words.say(ClaimWords.name(reach.map(r -> r.badge().grade()).orElse(Badge.Grade.NONE)));
        String within = !near
                ? Words.say("lab.theory.off", Numbers.upTo(gap))
                : exact ? Words.say("lab.theory.exact") : Words.say("lab.theory.within", Numbers.upTo(gap));
        List<Row> rows = new ArrayList<>();
        for (Assumption assumption : prediction.assumptions()) {
            String failed = near ? "warn" : "bad";
            String type = assumption.state() == Assumption.State.FAILS ? failed : "open";
            rows.add(new Row(
                    assumption.holds() ? "" : type, Words.say(assumption.name()), Words.say(assumption.sentence())));
        }
        boolean few = rows.size() < FEW;
        boolean says = claim.of() == Claim.Of.FLOW || !claim.saddles().isEmpty();
        if (reach.isEmpty() && !exact && says) {
            rows.add(new Row(near ? "wide warn" : "wide bad", Words.say(ClaimWords.reason(claim)), ""));
        }
        reach.ifPresent(far -> reduction(far, story, rows));
        return new TheoryBadge(
                !near ? Mood.BAD : exact ? Mood.GOOD : Mood.WARN,
                gap < 0 ? unseen : within,
                gap < 0 ? "" : Words.say("lab.theory.largest-departure-any", Numbers.brief(gap)),
                whose,
                rows,
                few);
    }

    private static void reduction(Reach reach, RunView story, List<Row> rows) {
        String type = switch (reach.badge().grade()) {
            case EXACT -> "wide";
            case APPROXIMATE -> "wide warn";
            case NONE -> "wide bad";
        };
        rows.add(new Row(type, ReachWords.badge(reach), ""));
        if (reach.classes() > 0) {
            rows.add(new Row(
                    "wide open",
                    Words.say("lab.theory.residual", ReachWords.number(reach.residual()), ReachWords.joint(reach)),
                    ""));
        }
        if (!reach.traps().isEmpty() || reach.unsearched().isPresent()) {
            for (String line : ReachWords.traps(reach, story.experiment().architecture())) {
                rows.add(new Row(reach.traps().isEmpty() ? "wide open" : "wide bad", line, ""));
            }
        }
    }
}
