package dynlab.theory;

import dynlab.numeric.Numbers;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that is said of claims and their assumptions, in one place. What it means is in docs/theory.md. */
public final class ClaimWords {
    /** More modes than this are not named one by one. */
    private static final int MOST_NAMED = 6;

    private ClaimWords() {}

    /** The short name of a premise. */
    public static Phrase name(Premise premise) {
        return switch (premise) {
            case ONE_CHAIN -> Phrase.of("claim.name.one-chain");
            case OPEN_GATES -> Phrase.of("claim.name.open-gates");
            case LINEAR_NODES -> Phrase.of("claim.name.linear-nodes");
            case PLAIN_TRAINING -> Phrase.of("claim.name.plain-training");
            case FINITE_DATA -> Phrase.of("claim.name.finite-data");
            case COMMON_FRAME -> Phrase.of("claim.name.common-frame");
            case DIAGONALISABLE -> Phrase.of("claim.name.diagonalisable");
            case ALIGNED_START -> Phrase.of("claim.name.aligned-start");
            case BALANCED_START -> Phrase.of("claim.name.balanced-start");
            case LAMBDA_BALANCED_START -> Phrase.of("claim.name.lambda-balanced-start");
            case HIDDEN_PLANES -> Phrase.of("claim.name.hidden-planes");
            case ACTUAL_START -> Phrase.of("claim.name.actual-start");
            case TIED_FRAMES -> Phrase.of("claim.name.tied-frames");
            case ALIGNED_FEEDBACK -> Phrase.of("claim.name.aligned-feedback");
            case WHITE_INPUTS -> Phrase.of("claim.name.white-inputs");
            case SMALL_START -> Phrase.of("claim.name.small-start");
            case DISTINCT_MODES -> Phrase.of("claim.name.distinct-modes");
            case RANK -> Phrase.of("claim.name.rank");
            case NO_SADDLE -> Phrase.of("claim.name.no-saddle");
            case NO_SIGN_TRAP -> Phrase.of("claim.name.no-sign-trap");
            case STABLE_STEP -> Phrase.of("claim.name.stable-step");
            case SMALL_STEPS -> Phrase.of("claim.name.small-steps");
            case SEPARATE_PATHS -> Phrase.of("claim.name.separate-paths");
            case SHARED_FRAME -> Phrase.of("claim.name.shared-frame");
            case COMMON_PATH_FIRST -> Phrase.of("claim.name.common-path-first");
            case AGREEMENT -> Phrase.of("claim.name.agreement");
        };
    }

    /** How far a reduction reaches, in a word or two. */
    public static Phrase name(Badge.Grade grade) {
        return switch (grade) {
            case EXACT -> Phrase.of("claim.grade.exact");
            case APPROXIMATE -> Phrase.of("claim.grade.approximate");
            case NONE -> Phrase.of("claim.grade.none");
        };
    }

    /** What was measured, and what is expected. */
    static Phrase sentence(Assumption a) {
        Phrase meaning = meaning(a.premise());
        Phrase known = a.state() == Assumption.State.NOT_MEASURED
                ? Phrase.of("claim.not-measured", Argument.of(meaning))
                : meaning;
        return a.subject().map(subject -> both(known, subject)).orElse(known);
    }

    /** Two sentences, one after the other. */
    public static Phrase both(Phrase first, Phrase second) {
        return Phrase.of("claim.also", Argument.of(first), Argument.of(second));
    }

    private static Phrase meaning(Premise premise) {
        return switch (premise) {
            case ONE_CHAIN -> Phrase.of("claim.means.one-chain");
            case OPEN_GATES -> Phrase.of("claim.means.open-gates");
            case LINEAR_NODES -> Phrase.of("claim.means.linear-nodes");
            case PLAIN_TRAINING -> Phrase.of("claim.means.plain-training");
            case FINITE_DATA -> Phrase.of("claim.means.finite-data");
            case COMMON_FRAME -> Phrase.of("claim.means.common-frame");
            case DIAGONALISABLE -> Phrase.of("claim.means.diagonalisable");
            case ALIGNED_START -> Phrase.of("claim.means.aligned-start");
            case BALANCED_START -> Phrase.of("claim.means.balanced-start");
            case LAMBDA_BALANCED_START -> Phrase.of("claim.means.lambda-balanced-start");
            case HIDDEN_PLANES -> Phrase.of("claim.means.hidden-planes");
            case ACTUAL_START -> Phrase.of("claim.means.actual-start");
            case TIED_FRAMES -> Phrase.of("claim.means.tied-frames");
            case ALIGNED_FEEDBACK -> Phrase.of("claim.means.aligned-feedback");
            case WHITE_INPUTS -> Phrase.of("claim.means.white-inputs");
            case SMALL_START -> Phrase.of("claim.means.small-start");
            case DISTINCT_MODES -> Phrase.of("claim.means.distinct-modes");
            case RANK -> Phrase.of("claim.means.rank");
            case NO_SADDLE -> Phrase.of("claim.means.no-saddle");
            case NO_SIGN_TRAP -> Phrase.of("claim.means.no-sign-trap");
            case STABLE_STEP -> Phrase.of("claim.means.stable-step");
            case SMALL_STEPS -> Phrase.of("claim.means.small-steps");
            case SEPARATE_PATHS -> Phrase.of("claim.means.separate-paths");
            case SHARED_FRAME -> Phrase.of("claim.means.shared-frame");
            case COMMON_PATH_FIRST -> Phrase.of("claim.means.common-path-first");
            case AGREEMENT -> Phrase.of("claim.means.agreement");
        };
    }

    /** Why the grade of a claim is what it is, in a sentence or two. */
    public static Phrase reason(Claim claim) {
        return switch (claim.grade()) {
            case EXACT -> exact(claim);
            case APPROXIMATE -> near(claim);
            case NONE -> Phrase.of("claim.reason.none", failed(claim));
        };
    }

    private static Phrase exact(Claim claim) {
        if (claim.of() == Claim.Of.FLOW) {
            return claim.distance().isEmpty()
                    ? Phrase.of("claim.reason.flow")
                    : Phrase.of("claim.reason.flow-off", off(claim.distance().getAsDouble()));
        }
        return claim.trustedUntil() < Double.POSITIVE_INFINITY
                ? Phrase.of("claim.reason.steps-until", new Argument.Whole(claim.trustedUntil()))
                : Phrase.of("claim.reason.steps");
    }

    private static Phrase near(Claim claim) {
        if (claim.exact()) {
            return exact(claim);
        }
        if (!claim.saddles().isEmpty()) {
            return saddles(claim);
        }
        return claim.distance().isEmpty()
                ? Phrase.of("claim.reason.not-exact", failed(claim))
                : Phrase.of(
                        "claim.reason.not-exact-off",
                        failed(claim),
                        off(claim.distance().getAsDouble()));
    }

    private static Phrase saddles(Claim claim) {
        int[] numbers = new int[claim.saddles().size()];
        Arrays.setAll(numbers, k -> claim.saddles().get(k).mode() + 1);
        Arrays.sort(numbers);
        List<Argument> named = new ArrayList<>();
        int different = 0;
        for (int k = 0; k < numbers.length; k++) {
            if (k > 0 && numbers[k] == numbers[k - 1]) {
                continue;
            }
            if (different++ < MOST_NAMED) {
                named.add(Argument.count(numbers[k]));
            }
        }
        boolean signs = true;
        for (Saddle saddle : claim.saddles()) {
            signs &= saddle.cause() == Saddle.Cause.SIGN;
        }
        Argument which = Argument.of(Phrase.of(
                different == 1 ? "claim.modes.one" : different > MOST_NAMED ? "claim.modes.more" : "claim.modes.all",
                new Argument.Listed(named)));
        return Phrase.of(
                signs ? "claim.reason.wrong-sign" : "claim.reason.saddle", which, Argument.of(patience(claim)));
    }

    /** For how long a curve on a saddle can be trusted. */
    private static Phrase patience(Claim claim) {
        double until = claim.trustedUntil();
        return Double.isNaN(until)
                ? Phrase.of("claim.freed.unknown")
                : Double.isInfinite(until)
                        ? Phrase.of("claim.freed.never")
                        : Phrase.of("claim.freed.until", new Argument.Whole(until));
    }

    /** A share of the first loss, rounded up to one digit: 20 %, 0.3 %, 0.002 %; or a millionth of it. */
    private static Argument off(double share) {
        if (!(share < 1)) {
            return Argument.of(Phrase.of("claim.off.more"));
        }
        if (share < 1e-6) {
            return Argument.of(Phrase.of("claim.off.millionth"));
        }
        double percent = 100 * share;
        double unit = 100;
        while (unit > percent) {
            unit /= 10;
        }
        String digits = Numbers.plain(Math.ceil(percent / unit) * unit, 5);
        return Argument.of(Phrase.of("claim.off.percent", Argument.name(digits)));
    }

    private static Argument failed(Claim claim) {
        List<Argument> list = new ArrayList<>();
        for (Assumption a : claim.assumptions()) {
            if (!a.holds()) {
                list.add(Argument.of(Phrase.of(
                        a.state() == Assumption.State.FAILS ? "claim.failed.fails" : "claim.failed.not-measured",
                        Argument.of(a.name()))));
            }
        }
        return list.isEmpty() ? Argument.of(Phrase.of("claim.failed.nothing")) : new Argument.Listed(list);
    }
}
