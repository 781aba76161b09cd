package dynlab.theory;

import dynlab.numeric.ExactMath;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Decides what theory says of a run, from what was measured of it. Whoever has a theory hands over its measurements; the
 * claim is made here and nowhere else.
 */
public final class Judge {
    /** ln 2²⁶. */
    private static final double ROUNDS_UP = 18.02182669455858;

    private final List<Assumption> assumptions;
    private final List<Saddle> saddles = new ArrayList<>();
    private double until = Double.NaN;

    /** @param measured what was measured already */
    public Judge(List<Assumption> measured) {
        assumptions = new ArrayList<>(measured);
    }

    /** One more assumption. */
    public Judge assume(Assumption assumption) {
        assumptions.add(assumption);
        return this;
    }

    /** The modes that cannot move; also says of none that there is none. */
    public Judge saddles(List<Saddle> found) {
        saddles.addAll(found);
        int signs = SignTrap.among(found).size();
        assumptions.add(Assumption.measured(Premise.NO_SADDLE, found.size() - signs));
        assumptions.add(Assumption.measured(Premise.NO_SIGN_TRAP, signs));
        return this;
    }

    /** The largest curvature that the run meets. */
    public Judge stability(double rate, double curvature, StepRule rule) {
        assumptions.add(Assumptions.stableStep(rate, (curvature + rule.decay()) / rule.reach()));
        return this;
    }

    /**
     * The same of curves that were followed up to a step. With momentum a run that leaves them by rounding overshoots by what
     * nobody has followed.
     */
    public Judge stability(double rate, double curvature, StepRule rule, int last) {
        Assumption followed = Assumptions.stableStep(rate, (curvature + rule.decay()) / rule.reach());
        boolean leaves = rule.beta() > 0 && !saddles.isEmpty() && trusted() < last;
        double factor = 2 * followed.measure() - 1;
        if (factor > 1 && !(until <= ROUNDS_UP / ExactMath.log(factor))) {
            // such a step multiplies rounding in the steepest direction by this; from 2⁻⁵² to its root it may be
            // trusted
            until = Math.max(1, ROUNDS_UP / ExactMath.log(factor));
        }
        assumptions.add(
                leaves && followed.holds()
                        ? Assumption.notMeasured(Premise.STABLE_STEP, Phrase.of("claim.overshoots"))
                        : followed);
        return this;
    }

    /** The step from which rounding can decide; ∞ if it never can, NaN if it was not looked at. */
    public Judge rounding(double step) {
        until = step;
        return this;
    }

    private double trusted() {
        double trusted = until;
        for (Saddle saddle : saddles) {
            trusted = trusted <= saddle.escape() ? trusted : saddle.escape();
        }
        return trusted;
    }

    /** What is claimed. */
    public Claim claim(String kind, Claim.Of of) {
        return new Claim(kind, of, assumptions, saddles, trusted(), OptionalDouble.empty());
    }

    /** That there is no theory, because of an assumption that fails. */
    public Claim none() {
        return claim(Claim.NONE, Claim.Of.NOTHING);
    }
}
