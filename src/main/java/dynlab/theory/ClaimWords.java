package dynlab.theory;

import dynlab.numeric.Numbers;
import java.util.Arrays;

/** All sentences about claims and their assumptions, in one place. What they mean is in docs/theory.md. */
public final class ClaimWords {
    /** More modes than this are not named one by one. */
    private static final int MOST_NAMED = 6;

    private ClaimWords() {}

    /** The short name of a premise. */
    public static String name(Premise premise) {
        return switch (premise) {
            case ONE_CHAIN -> "one linear chain";
            case OPEN_GATES -> "open gates";
            case LINEAR_NODES -> "linear inside each context";
            case PLAIN_TRAINING -> "plain training";
            case FINITE_DATA -> "finite correlations";
            case COMMON_FRAME -> "common frame";
            case DIAGONALISABLE -> "mutually diagonalisable correlations";
            case ALIGNED_START -> "aligned start";
            case BALANCED_START -> "balanced start";
            case LAMBDA_BALANCED_START -> "λ-balanced start";
            case HIDDEN_PLANES -> "modes in planes of their own";
            case ACTUAL_START -> "start of this run";
            case TIED_FRAMES -> "frames that fit the ties";
            case ALIGNED_FEEDBACK -> "feedback of equal strength";
            case WHITE_INPUTS -> "white inputs";
            case SMALL_START -> "small start";
            case DISTINCT_MODES -> "distinct modes";
            case RANK -> "wide enough layers";
            case NO_SADDLE -> "no saddle at start";
            case NO_SIGN_TRAP -> "no sign trap";
            case STABLE_STEP -> "stable step";
            case SMALL_STEPS -> "small steps";
            case SEPARATE_PATHS -> "separate paths";
            case SHARED_FRAME -> "modes share a frame";
            case COMMON_PATH_FIRST -> "common path first";
            case AGREEMENT -> "agrees with the run";
        };
    }

    /** Why a mode cannot move, in a word or two. */
    public static String name(Saddle.Cause cause) {
        return switch (cause) {
            case ZERO -> "saddle";
            case SIGN -> "sign trap";
            case OCCUPIED -> "no unit left";
        };
    }

    /** What was measured, and what is expected. */
    static String sentence(Assumption a) {
        String meaning = meaning(a.premise());
        String subject = a.subject().isEmpty() ? "" : " " + a.subject();
        return a.state() == Assumption.State.NOT_MEASURED
                ? meaning + " This was not measured." + subject
                : meaning + subject;
    }

    private static String meaning(Premise premise) {
        return switch (premise) {
            case ONE_CHAIN -> "The graph is one chain of linear layers from one input to one output; 0 if it is.";
            case OPEN_GATES -> "Every gate of every trained context is 1: the largest |g − 1| is 0.";
            case LINEAR_NODES ->
                "Every node that is open in some context is linear: the number of those that are not is 0.";
            case PLAIN_TRAINING -> "The training has nothing that this theory does not know; 0 if so.";
            case FINITE_DATA -> "The correlations of the data are finite numbers; 0 if they are.";
            case COMMON_FRAME ->
                "The input correlation is diagonal in the right singular vectors of Σyx: the residual is"
                        + " below 1e-6 (the loss is off by about its square).";
            case DIAGONALISABLE ->
                "The correlations are diagonal in common frames within each interaction class: the"
                        + " residual is below 1e-6 (the loss is off by about its square; approximate below 0.03).";
            case ALIGNED_START ->
                "Every initial weight matrix is diagonal in the frames of the data: the share of a"
                        + " matrix outside is below 1e-9, since a plateau multiplies what is left.";
            case BALANCED_START ->
                "Neighbouring layers have W₂ᵀW₂ − W₁W₁ᵀ = 0: the largest departure, relative to their"
                        + " size, is below 1e-9.";
            case LAMBDA_BALANCED_START ->
                "Neighbouring layers have W₂ᵀW₂ − W₁W₁ᵀ = λ I: the largest departure, relative"
                        + " to their size, is below 1e-9.";
            case HIDDEN_PLANES ->
                "The hidden vectors of different modes are orthogonal: their largest inner product, as a share of"
                        + " all squares, is below 1e-9.";
            case ACTUAL_START ->
                "The curves start where the run starts; 0 if they do. One strength for all modes stands in"
                        + " for the start.";
            case TIED_FRAMES ->
                "Every mode enters and leaves all uses of a tied matrix along the same directions: the largest"
                        + " distance between two of them is below 1e-9.";
            case ALIGNED_FEEDBACK ->
                "The feedback carries every error equally strongly: ‖BBᵀ − c I‖ / ‖BBᵀ‖ is below 1e-9.";
            case WHITE_INPUTS ->
                "The inputs are uncorrelated and equally strong: ‖Σxx − c I‖ / ‖Σxx‖ is below 1e-9 (the"
                        + " map is off by about as much: the error is linear in it).";
            case SMALL_START ->
                "The start is small against what is learned: the largest ‖W‖² / s₁ is below 0.001 (the"
                        + " error shrinks with its square root).";
            case DISTINCT_MODES ->
                "A distinction is learned before the next one begins: (a₀/s)^(1 − s′/s) of neighbouring"
                        + " modes is below 0.05; equal modes count as one.";
            case RANK -> "The theory learns no more modes than the narrowest layer has units.";
            case NO_SADDLE ->
                "No mode starts on a saddle, where exact arithmetic would keep it for ever: the number of"
                        + " those that do is 0.";
            case NO_SIGN_TRAP ->
                "No mode starts with the opposite sign of its target on a path whose two smallest weights"
                        + " are of one size, so that its product can never pass 0: the number of those that do is 0.";
            case STABLE_STEP ->
                "The learning rate is stable: half of η times the largest curvature, at the start and at"
                        + " the end of the run, is below 1, and the run stays finite.";
            case SMALL_STEPS ->
                "The run follows the flow: η times the largest of s₁, the input power and what the start"
                        + " adds to the curvature is below 0.01 (the departure is of that order).";
            case SEPARATE_PATHS -> "Every path has two layers and is in a class of its own; 0 if so.";
            case SHARED_FRAME ->
                "The modes of the task leave the input correlations diagonal; they miss it by the measure,"
                        + " which is below 1e-9.";
            case COMMON_PATH_FIRST ->
                "The common path is taken to learn as if it were alone; trained jointly it shares its"
                        + " slow modes, so this never holds to rounding.";
            case AGREEMENT ->
                "Theory and run, where both are known and before rounding can decide, differ by less than"
                        + " 1e-6 of the first loss.";
        };
    }

    /** Why the grade of a claim is what it is, in a sentence or two. */
    public static String reason(Claim claim) {
        return switch (claim.grade()) {
            case EXACT -> exact(claim);
            case APPROXIMATE -> near(claim);
            case NONE -> "No theory speaks of this run: " + failed(claim) + ".";
        };
    }

    private static String exact(Claim claim) {
        return claim.of() == Claim.Of.FLOW
                ? "The theory is exact for tiny steps" + within(claim) + "."
                : "The theory is exact, step by step" + until(claim) + ".";
    }

    private static String near(Claim claim) {
        if (claim.exact()) {
            return exact(claim);
        }
        if (!claim.saddles().isEmpty()) {
            return saddles(claim);
        }
        return "The theory is not exact here: " + failed(claim) + within(claim) + ".";
    }

    private static String saddles(Claim claim) {
        // whole numbers, not boxed ones: text made of any object brings the text of every record into the first page
        int[] numbers = new int[claim.saddles().size()];
        Arrays.setAll(numbers, k -> claim.saddles().get(k).mode() + 1);
        Arrays.sort(numbers);
        StringBuilder modes = new StringBuilder();
        int named = 0;
        for (int k = 0; k < numbers.length; k++) {
            boolean again = k > 0 && numbers[k] == numbers[k - 1];
            if (!again && named < MOST_NAMED) {
                modes.append(named == 0 ? "" : ", ").append(numbers[k]);
            }
            named += again ? 0 : 1;
        }
        boolean signs = true;
        for (Saddle saddle : claim.saddles()) {
            signs &= saddle.cause() == Saddle.Cause.SIGN;
        }
        String which = (named == 1 ? "mode " : "modes ") + modes + (named > MOST_NAMED ? ", …" : "");
        return (signs ? "The run starts with a wrong sign that it cannot pass: " : "The run starts on a saddle: ")
                + which + ". " + patience(claim);
    }

    /** For how long a curve on a saddle can be trusted. */
    private static String patience(Claim claim) {
        double until = claim.trustedUntil();
        return Double.isNaN(until)
                ? "When rounding frees it is not known."
                : Double.isInfinite(until)
                        ? "Rounding does not free it in this run."
                        : "The theory can be trusted until about step " + Numbers.fixed(until, 0)
                                + ", when rounding frees it.";
    }

    private static String until(Claim claim) {
        double until = claim.trustedUntil();
        return until < Double.POSITIVE_INFINITY
                ? ", until about step " + Numbers.fixed(until, 0) + ", when rounding has grown too large"
                : "";
    }

    private static String within(Claim claim) {
        if (claim.distance().isEmpty()) {
            return "";
        }
        double share = claim.distance().getAsDouble();
        return share < 1 ? "; here within " + percent(share) : "; here it is off by more than the whole first loss";
    }

    /** A share of the first loss, rounded up to one digit: 20 %, 0.3 %, 0.002 %; or a millionth of it. */
    private static String percent(double share) {
        if (share < 1e-6) {
            return "a millionth of the first loss";
        }
        double percent = 100 * share;
        double unit = 100;
        while (unit > percent) {
            unit /= 10;
        }
        return Numbers.plain(Math.ceil(percent / unit) * unit, 5) + " % of the first loss";
    }

    private static String failed(Claim claim) {
        StringBuilder list = new StringBuilder();
        for (Assumption a : claim.assumptions()) {
            if (!a.holds()) {
                String verb = a.state() == Assumption.State.FAILS ? " fails" : " was not measured";
                list.append(list.length() == 0 ? "“" : ", “")
                        .append(a.name())
                        .append("”")
                        .append(verb);
            }
        }
        return list.length() == 0 ? "nothing was asked of it" : list.toString();
    }
}
