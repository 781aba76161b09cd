package dynlab.theory.change;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Numbers;
import dynlab.numeric.Vectors;

/**
 * One mode of two layers from any start, while its target changes from time to time: learning, reversal, relearning.
 *
 * <pre>
 * x = W1 v,  z = W2ᵀ u:   R = |x + z|²/4,  Q = |x − z|²/4
 * a(t) = R e^{2E} − Q e^{−2E},   tau E′ = s(t) − a
 * </pre>
 *
 * <p>The product RQ never changes: it is what a network remembers of its start, and what a reversal has to grow from, every
 * time anew. White inputs of variance 1; one mode alone, or modes whose hidden vectors are orthogonal. Derived in
 * docs/theory.md §13.1.
 *
 * @param along R, the part of the start that grows with a positive target, ≥ 0
 * @param against Q, the part that grows with a negative one, ≥ 0
 */
public record SwitchedMode(double along, double against) {
    public SwitchedMode {
        if (!(along >= 0 && against >= 0)) {
            throw new IllegalArgumentException("squared lengths are not negative");
        }
    }

    /**
     * The mode of given hidden vectors.
     *
     * @param in x = W1 v, one entry a hidden unit
     * @param out z = W2ᵀ u, as many entries
     */
    public static SwitchedMode of(double[] in, double[] out) {
        double[] sum = in.clone();
        double[] difference = in.clone();
        for (int i = 0; i < in.length; i++) {
            sum[i] += out[i];
            difference[i] -= out[i];
        }
        return new SwitchedMode(Vectors.dot(sum, sum) / 4, Vectors.dot(difference, difference) / 4);
    }

    /** a = R − Q. */
    public double strength() {
        return along - against;
    }

    /**
     * The mode after some time with a target that stays as it is.
     *
     * <pre>
     * y = e^{2E},  k = √(s² + 4RQ),  y± = (s ± k)/(2R):   (y − y₊)/(y − y₋) shrinks like e^{−2kt/tau}
     * R ← R y,   Q ← Q/y
     * </pre>
     *
     * @param s target, any sign
     * @param t time, ≥ 0, same unit as tau
     * @param tau time constant, &gt; 0
     * @return relative rounding error about 1e-14 (1 + k t / tau)
     */
    public SwitchedMode after(double s, double t, double tau) {
        if (s < 0) {
            return mirrored().after(-s, t, tau).mirrored();
        }
        double four = 4 * along * against;
        double k = Math.sqrt(s * s + four);
        if (k == 0) {
            // no target, and one part is 0, so that the other fades by z′ = −2z²
            double lost = 1 + 2 * (along + against) * t / tau;
            return new SwitchedMode(along / lost, against / lost);
        }
        // f = e^{−2kt/tau}, roots r± = (s ± k)/2 of R y:  R y = (r₊ (R − r₋) − r₋ (R − r₊) f)/(R − r₋ − (R − r₊) f)
        double up = (s + k) / 2;
        double down = -2 * along * against / (s + k);
        double left = ExactMath.exp(-2 * k * t / tau);
        double far = along - down;
        double near = along - up;
        double divisor = far - near * left;
        if (divisor == 0) {
            return this;
        }
        double grown = (up * far - down * near * left) / divisor;
        double rest = along == 0 ? againstAlone(s, t, tau) : along * against / grown;
        return new SwitchedMode(grown, rest);
    }

    /** The mode of −a: what grows and what dies change places. */
    private SwitchedMode mirrored() {
        return new SwitchedMode(/* along= */ against, /* against= */ along);
    }

    /** Q/y where R = 0: y′ = 2(sy + Q) with y = 1 at first, so the mode fades towards 0, its saddle. */
    private double againstAlone(double s, double t, double tau) {
        double left = ExactMath.exp(-2 * s * t / tau);
        double shrunk = s + against * (1 - left);
        return s * against * left / shrunk;
    }

    /**
     * The time until the strength has a value on its way to the target.
     *
     * @param s target, any sign, not 0
     * @param a strength between the present one and s, neither included
     * @param tau time constant, &gt; 0
     * @return ≥ 0; infinite where the part that would have to grow is 0
     */
    public double timeTo(double s, double a, double tau) {
        if (s < 0) {
            return mirrored().timeTo(-s, -a, tau);
        }
        if (!((a > strength() && a < s) || (a < strength() && a > s))) {
            throw new IllegalArgumentException(
                    "the mode does not pass " + Numbers.precise(a) + " on its way to " + Numbers.precise(s));
        }
        double product = along * against;
        double k = Math.sqrt(s * s + 4 * product);
        double up = (s + k) / 2;
        double down = -2 * product / (s + k);
        double root = Math.sqrt(a * a + 4 * product);
        // R y at the strength a; for a below 0 the other form has no cancellation
        double there = a >= 0 ? (a + root) / 2 : 2 * product / (root - a);
        if (along == 0 || there == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double before = (along - up) / (along - down);
        double after = (there - up) / (there - down);
        return tau / (2 * k) * ExactMath.log(before / after);
    }

    /**
     * The time in which the strength passes half its target from a small start.
     *
     * <pre>(tau / 2s) ln(s/R)</pre>
     *
     * @param s target, &gt; 0
     * @return to first order in the start, whose R is small against s
     */
    public double learningTime(double s, double tau) {
        return tau / (2 * s) * ExactMath.log(s / along);
    }

    /**
     * The time in which a learned mode gets half way to its new target after the old one was turned round, the first time
     * and every later time: there are no savings.
     *
     * <pre>(tau / 2s) ln(s²/(2RQ))</pre>
     *
     * @param s size of the target, &gt; 0
     * @return to first order in the start; about twice {@link #learningTime}; infinite where RQ = 0
     */
    public double reversalTime(double s, double tau) {
        double product = 2 * along * against;
        return product == 0 ? Double.POSITIVE_INFINITY : tau / (2 * s) * ExactMath.log(s * s / product);
    }

    /**
     * How much later a mode turns round that has rested under weight decay: Q fades while R is held by its target.
     *
     * <pre>2 λ T/(s − λ)</pre>
     *
     * Derived in docs/theory.md §13.2.
     *
     * @param s size of the target, above the decay
     * @param decay λ, ≥ 0
     * @param rest T, time at rest, ≥ 0
     * @return in the unit of T
     */
    public static double delayOfRest(double s, double decay, double rest) {
        if (!(s > decay)) {
            throw new IllegalArgumentException("a mode that decay puts out is not turned round");
        }
        return 2 * decay * rest / (s - decay);
    }
}
