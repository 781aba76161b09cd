package dynlab.theory.race;

import dynlab.numeric.Rng;
import dynlab.theory.StepRule;
import java.util.Optional;

/**
 * How long the reduced dynamics decide what a run does, and not its rounding.
 *
 * <p>A second copy of the scalar networks gets an error of the size of rounding at every step: where the two losses part,
 * the map is sensitive (near a saddle, at a wrong sign, or in a chaotic large step). What lies between two modes is not in
 * the scalar networks at all: {@link BetweenModes} follows it, or, where that is too much, its size q is followed by
 *
 * <pre>q ← q (1 + η g) + c ε |W|,   g = max_e Σ_f Σ_{p ∋ e, f} max_k |pull_p| Π_{others} |B|</pre>
 *
 * from rounding, or from what of the start is not aligned, and it enters the loss in second order, with the curvature.
 * Derived in docs/theory.md.
 */
public final class Rounding {
    /** A share of the first loss: a tenth of what a claim of exactness allows. */
    private static final double TOLERANCE = 1e-7;
    /** Rounding of a step in units of 2⁻⁵² of the largest weight: a few sums of a few terms. */
    private static final double SIZE = 8 * 0x1p-52;
    /** Squares below this pull at nothing beside rounding itself. */
    private static final double KICKING = 1e-24;
    /** More numbers than this are not stepped. */
    private static final double MOST = 3e8;

    private final PathRace race;
    private final double[] left;
    private final double rate;
    private final StepRule rule;
    private final Rng rng = new Rng(1);
    private int bits;
    private int fresh;
    /** What lies between modes, where it is followed; else its size is. */
    private Optional<BetweenModes> others = Optional.empty();

    /**
     * @param race the scalar networks at their start
     * @param left the largest |S(p)| of a mode that has no unit on path p; 0 if there is none
     * @param rate η
     * @param rule how a step is made
     */
    public Rounding(PathRace race, double[] left, double rate, StepRule rule) {
        this.rule = rule;
        this.race = race;
        this.left = left.clone();
        this.rate = rate;
    }

    /** The same where what lies between modes is followed itself, if that is not too much. */
    Rounding beside(BetweenModes between, int steps) {
        others = steps * between.work() <= MOST ? Optional.of(between) : Optional.empty();
        return this;
    }

    /**
     * The first step at which rounding may have changed the loss by a ten-millionth of the first.
     *
     * @param steps how far to look
     * @param outside norm of the largest part of a matrix that is not diagonal at the start
     * @return ∞ if there is none, NaN if it was too much to look
     */
    public double until(int steps, double outside) {
        double[] state = race.start();
        if ((double) steps * state.length * race.edges().length > MOST) {
            return Double.NaN;
        }
        double[] shadow = state.clone();
        double[] change = new double[state.length];
        double[] other = new double[state.length];
        double[] velocity = new double[state.length];
        double[] shaking = new double[state.length];
        double first = race.descent(state, change);
        double between = outside;
        for (int step = 0; step <= steps; step++) {
            double loss = race.descent(state, change);
            double shaken = race.descent(shadow, other);
            if (!Double.isFinite(loss)) {
                return Double.POSITIVE_INFINITY;
            }
            double[] sizes = race.sizes(state);
            double second;
            double kick = 0;
            if (others.isPresent()) {
                second = others.get().look(state);
                double square = others.get().square();
                if (square > KICKING) {
                    double[] pace = pace(state, sizes);
                    // in second order what lies between modes pulls at the modes themselves
                    kick = rate * square * (pace[0] + pace[1]) / largest(sizes);
                }
            } else {
                double[] pace = pace(state, sizes);
                double square = between * between;
                double curvature = 0.5 * (pace[0] + pace[1]);
                second = square * curvature;
                double added = SIZE * largest(sizes);
                between *= rule.growth(rate * pace[0]);
                between += added / (1 - rule.beta());
            }
            double apart = Math.abs(loss - shaken) + second;
            if (!(apart <= TOLERANCE * first)) {
                return step;
            }
            others.ifPresent(followed -> {
                followed.move(rule, rate);
                followed.shake(sizes, SIZE, rng);
            });
            rule.move(state, change, velocity, rate);
            rule.move(shadow, other, shaking, rate);
            int at = 0;
            for (int e = 0; e < sizes.length; e++) {
                double noise = SIZE * sizes[e] + kick;
                for (int k = 0; k < race.modes(e); k++, at++) {
                    shadow[at] += sign() ? noise : -noise;
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private boolean sign() {
        if (fresh == 0) {
            bits = rng.nextInt();
            fresh = 32;
        }
        fresh--;
        boolean sign = (bits & 1) == 0;
        bits >>>= 1;
        return sign;
    }

    private static double largest(double[] sizes) {
        double largest = 0;
        for (double size : sizes) {
            largest = Math.max(largest, size);
        }
        return largest;
    }

    /** The fastest growth between modes, and the curvature along single paths. */
    private double[] pace(double[] state, double[] sizes) {
        double[][] pulls = race.pulls(state);
        double[] growth = new double[sizes.length];
        double curvature = 0;
        for (int p = 0; p < pulls.length; p++) {
            int[] path = race.edges()[p];
            double pull = swap(p, state);
            for (double one : pulls[p]) {
                pull = Math.max(pull, Math.abs(one));
            }
            double variance = 0;
            for (int k = 0; k < pulls[p].length; k++) {
                variance = Math.max(variance, race.d(p, k));
            }
            double[] after = new double[path.length + 1];
            after[path.length] = 1;
            for (int i = path.length - 1; i >= 0; i--) {
                after[i] = sizes[path[i]] * after[i + 1];
            }
            double before = 1;
            for (int i = 0; i < path.length; i++) {
                double jacobian = 0;
                for (int j = 0; j < path.length; j++) {
                    jacobian += path[j] == path[i] ? PathRace.others(sizes, path, j) : 0;
                }
                double square = PathRace.others(sizes, path, i) * jacobian;
                curvature += variance * square;
                // the product of the sizes without places i and j: those before i, those between, those after j
                double others = pull * before;
                for (int j = i + 1; j < path.length; j++) {
                    double product = others * after[j + 1];
                    growth[path[i]] += product;
                    growth[path[j]] += product;
                    others *= sizes[path[j]];
                }
                before *= sizes[path[i]];
            }
        }
        return new double[] {largest(growth), curvature};
    }

    /** How fast a mode without a unit can take one from the mode that defends it least. */
    private double swap(int p, double[] state) {
        if (left[p] == 0) {
            return 0;
        }
        int[] path = race.edges()[p];
        if (path.length != 2) {
            return left[p];
        }
        double fastest = 0;
        for (int k = 0; k < race.s()[p].length; k++) {
            double b1 = race.b(state, path[0], k);
            double b2 = race.b(state, path[1], k);
            double below = race.leastVariance(p) * b2 * b2;
            double above = race.d(p, k) * b1 * b1;
            double half = 0.5 * (below - above);
            double square = half * half + left[p] * left[p];
            fastest = Math.max(fastest, Math.sqrt(square) - 0.5 * (below + above));
        }
        return fastest;
    }
}
