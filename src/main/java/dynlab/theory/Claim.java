package dynlab.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What theory claims of a run: the one decision that files, the library and every page show. Nobody sets {@link #exact}: it
 * follows from the assumptions.
 *
 * @param kind {@code reduction}, {@code riccati}, {@code planes}, {@code two-layer}, {@code chain}, {@code shallow}, {@code logistic},
 *     {@code closed form} or {@code none}
 * @param of what the curves are curves of
 * @param assumptions what it takes for granted, each measured
 * @param saddles modes that cannot move in exact arithmetic
 * @param trustedUntil the step from which rounding can decide more than the theory does; ∞ if it never does, NaN where
 *     that was not looked at
 * @param distance largest departure of the theory's loss from the run's over the recorded times, of the first loss; absent
 *     where one of them is not known
 */
public record Claim(
        String kind,
        Of of,
        List<Assumption> assumptions,
        List<Saddle> saddles,
        double trustedUntil,
        OptionalDouble distance) {
    /** What a theory speaks of. */
    public enum Of {
        /** Every single step of descent. */
        STEPS("steps"),
        /** The limit of tiny steps. */
        FLOW("flow"),
        /** Nothing: there is no theory. */
        NOTHING("");

        private final String word;

        Of(String word) {
            this.word = word;
        }

        /** The word in files. */
        public String word() {
            return word;
        }
    }

    /** The kind of a claim that there is no theory. */
    public static final String NONE = "none";

    public Claim {
        assumptions = List.copyOf(assumptions);
        saddles = List.copyOf(saddles);
    }

    /** The same with one more assumption. */
    Claim with(Assumption another) {
        List<Assumption> more = new ArrayList<>(assumptions);
        more.add(another);
        return new Claim(kind, of, more, saddles, trustedUntil, distance);
    }

    /** The same of a run whose loss stopped being finite: its step is not stable, wherever the curvature was looked at. */
    Claim blownUp() {
        if (of == Of.NOTHING) {
            return this;
        }
        List<Assumption> others = new ArrayList<>(assumptions);
        others.removeIf(assumption -> assumption.premise() == Premise.STABLE_STEP);
        others.add(Assumption.measured(Premise.STABLE_STEP, Double.POSITIVE_INFINITY));
        return new Claim(kind, of, others, saddles, trustedUntil, distance);
    }

    /** Whether there is a theory and every assumption is measured and holds. */
    public boolean exact() {
        boolean all = of != Of.NOTHING;
        for (Assumption assumption : assumptions) {
            all &= assumption.holds();
        }
        return all;
    }

    /** In a word: of the run itself, so that a flow, which steps of finite size leave, is approximate. */
    public Badge.Grade grade() {
        if (of == Of.NOTHING) {
            return Badge.Grade.NONE;
        }
        return exact() && of == Of.STEPS ? Badge.Grade.EXACT : Badge.Grade.APPROXIMATE;
    }

    /**
     * The claim beside the run that it speaks of. A theory of every step that is off by more than a millionth of the first
     * loss before rounding can decide has a failed assumption more: whatever was measured missed something.
     *
     * @param steps recorded steps, ascending
     * @param theory the theory's loss at the first of them
     * @param run the run's loss at all of them
     */
    public Claim beside(int[] steps, double[] theory, double[] run) {
        int both = Math.min(Math.min(theory.length, run.length), steps.length);
        if (of == Of.NOTHING || both == 0 || !(run[0] > 0)) {
            return this;
        }
        double all = 0;
        double trusted = 0;
        for (int i = 0; i < both; i++) {
            double gap = Math.abs(theory[i] - run[i]) / run[0];
            all = Math.max(all, gap);
            trusted = steps[i] >= trustedUntil ? trusted : Math.max(trusted, gap);
        }
        Claim known = new Claim(kind, of, assumptions, saddles, trustedUntil, OptionalDouble.of(all));
        return exact() && of == Of.STEPS ? known.with(Assumption.measured(Premise.AGREEMENT, trusted)) : known;
    }
}
