package dynlab.theory.rhythm;

/**
 * One mode of a linear recurrent network that learns its response to an impulse: {@code h_1 = U x, h_{t+1} = W h_t,
 * y_t = C h_t}, trained through time.
 *
 * <pre>
 * e_t = y_t − c w^(t−1) u
 * u ← u + η Σ_t c w^(t−1) e_t,   c ← c + η Σ_t u w^(t−1) e_t,   w ← w + η Σ_t (t − 1) c u w^(t−2) e_t
 * </pre>
 *
 * <p>simultaneously, exact step by step for weights that are aligned with each other and with the response,
 * {@code Y_t = U_y diag(y_t) V_xᵀ}, {@code U = R diag(u) Vᵀ}, {@code W = R diag(w) Rᵀ}, {@code C = U_y diag(c) Rᵀ}, white
 * inputs: by the argument of docs/theory.md §10.5 for the unrolled chain with tied edges, §13.5.
 *
 * @param in u
 * @param memory w, the eigenvalue of the recurrent weights
 * @param out c
 */
public record RecurrentMode(double in, double memory, double out) {

    /**
     * An exponentially fading response, {@code y_t = s λ^(t−1)}.
     *
     * @param gain s
     * @param decay λ
     * @param times T, number of times t = 1 … T
     */
    public static double[] fading(double gain, double decay, int times) {
        double[] response = new double[times];
        double y = gain;
        for (int t = 0; t < times; t++) {
            response[t] = y;
            y *= decay;
        }
        return response;
    }

    /** c w^(t−1) u for t = 1 … {@code times}. */
    public double[] response(int times) {
        return fading(out * in, memory, times);
    }

    /** ½ Σ_t e_t². */
    public double loss(double[] target) {
        double[] mine = response(target.length);
        double sum = 0;
        for (int t = 0; t < target.length; t++) {
            double error = target[t] - mine[t];
            sum += error * error;
        }
        return 0.5 * sum;
    }

    /**
     * The mode after steps of gradient descent.
     *
     * @param target y_t for t = 1 … T, the wanted response of this mode
     * @param learningRate η
     * @param steps number of steps, ≥ 0
     * @return exact but for rounding, which grows with the steps on the rise
     */
    public RecurrentMode descended(double[] target, double learningRate, int steps) {
        double u = in;
        double w = memory;
        double c = out;
        for (int step = 0; step < steps; step++) {
            double gain = c * u;
            double sum = 0;
            double slope = 0;
            double power = 1;
            double lower = 0;
            for (int t = 0; t < target.length; t++) {
                double error = target[t] - gain * power;
                sum += power * error;
                slope += t * lower * error;
                lower = power;
                power *= w;
            }
            double pull = learningRate * sum;
            double turn = learningRate * gain;
            double grownIn = u + c * pull;
            double grownOut = c + u * pull;
            w += turn * slope;
            u = grownIn;
            c = grownOut;
        }
        return new RecurrentMode(u, w, c);
    }

    /**
     * The pace at which the gain uc of a small start grows, in units of 1/tau.
     *
     * <pre>2 Σ_t y_t w₀^(t−1)</pre>
     *
     * Memory moves only while the gain is there, so modes are learned in the order of this pace: of what the response is
     * worth to a network that still forgets.
     */
    public double growth(double[] target) {
        double sum = 0;
        double power = 1;
        for (double y : target) {
            sum += power * y;
            power *= memory;
        }
        return 2 * sum;
    }
}
