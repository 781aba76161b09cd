package dynlab.app.build;

import dynlab.app.DigestWords;
import dynlab.app.Phase;
import dynlab.drawing.Drawing;
import dynlab.experiment.Divergence;
import dynlab.numeric.Numbers;
import dynlab.theory.Badge;
import dynlab.theory.ClaimWords;
import dynlab.theory.Prediction;
import dynlab.theory.Reach;
import dynlab.view.Learned;
import dynlab.words.Words;
import java.util.Optional;

/** What the badge of theory says of the run of a drawing. */
public final class BadgeText {
    /** Two curves that are closer than this lie on each other on every screen. */
    private static final double COINCIDE = 1e-9;

    private BadgeText() {}

    /** Which reduction there is, and how far it reaches. */
    public static Optional<Reach> reach(DrawnRun run) {
        return run.learned().flatMap(l -> l.result().prediction()).flatMap(Prediction::reach);
    }

    /** How good the theory is; nothing before that is known. */
    public static Optional<Badge.Grade> grade(DrawnRun run) {
        return reach(run).map(reach -> reach.badge().grade());
    }

    /** The badge itself. */
    public static String head(DrawnRun run) {
        Optional<Badge.Grade> grade = grade(run);
        if (grade.isPresent()) {
            return switch (grade.get()) {
                case EXACT -> Words.say("build.badge-text.exact");
                case APPROXIMATE -> Words.say("build.badge-text.approximate");
                case NONE -> Words.say("build.badge-text.does-not-apply");
            };
        }
        return switch (run.phase()) {
            case FAILED -> Words.say("build.badge-text.cannot-run");
            case ASKED -> Words.say("build.badge-text.not-run");
            default -> "…";
        };
    }

    /** Why, and what was measured. */
    public static String reason(DrawnRun run) {
        Optional<Reach> reach = reach(run);
        if (reach.isEmpty() || !run.sentence().isEmpty()) {
            return run.sentence();
        }
        Learned learned = run.learned().orElseThrow();
        String cut = DigestWords.shortCut(learned.result().trajectory().digest().orElse(""));
        return Words.say(reach.get().badge().reason())
                + measured(run.of(), learned, reach.get())
                + (cut.isEmpty() ? "" : Words.say("build.badge-text.short-cut", cut));
    }

    /** One sentence for those who listen. */
    public static String summary(DrawnRun run) {
        Optional<Learned> shown = run.learned();
        if (shown.isEmpty() || shown.get().loss().length == 0) {
            return "";
        }
        Learned learned = shown.get();
        if (learned.divergedAt() >= 0) {
            return Words.say(
                    "build.badge-text.run-diverged-step",
                    Integer.toString(learned.divergedAt()),
                    Words.say(Divergence.cause(learned.divergedAt())));
        }
        double left = learned.loss()[learned.loss().length - 1];
        Badge.Grade grade = grade(run).orElse(Badge.Grade.NONE);
        String name = Words.say(ClaimWords.name(grade));
        String word = grade == Badge.Grade.NONE ? name : Words.say("build.badge-text.is", name);
        String percent = Numbers.fixed(100 * left, 0);
        return run.phase() == Phase.READY
                ? Words.say("build.badge-text.run-finished-percent", percent, word)
                : Words.say("build.badge-text.run-so-far", percent, word);
    }

    /** What was found when the network ran beside its theory. */
    private static String measured(Drawing drawing, Learned learned, Reach reach) {
        if (learned.divergedAt() >= 0) {
            return Words.say(
                    "build.badge-text.run-left-all",
                    Integer.toString(learned.divergedAt()),
                    Words.say(Divergence.cause(learned.divergedAt())));
        }
        if (learned.theory().length == 0) {
            return "";
        }
        double gap = learned.gap();
        String apart = gap < COINCIDE
                ? Words.say("build.badge-text.dashed-curve-lies")
                : Words.say("build.badge-text.dashed-curve-off", Numbers.upTo(gap));
        long modes = drawing.modes();
        if (reach.badge().grade() != Badge.Grade.EXACT || modes >= drawing.weights()) {
            return apart;
        }
        String weights = Numbers.fixed(drawing.weights(), 0);
        return modes == 1
                ? Words.say("build.badge-text.weights-learn-number", apart, weights, String.valueOf(modes))
                : Words.say("build.badge-text.weights-learn-numbers", apart, weights, String.valueOf(modes));
    }
}
