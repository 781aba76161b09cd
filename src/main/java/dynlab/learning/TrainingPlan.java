package dynlab.learning;

/**
 * All that a {@link Trainer} has to know.
 *
 * @param rate η = dt / tau of weights and biases
 * @param gateRates dt / tau of each group of learned gates
 * @param from the first step, from 0, at which an edge learns, one an edge; until then its weights stay
 * @param gatesEvery for how many steps ReLU units keep their gates, at least 1
 * @param method what is learned by
 */
public record TrainingPlan(double rate, double[] gateRates, int[] from, int gatesEvery, Method method) {
    public TrainingPlan {
        gateRates = gateRates.clone();
        from = from.clone();
    }

    @Override
    public double[] gateRates() {
        return gateRates.clone();
    }

    @Override
    public int[] from() {
        return from.clone();
    }
}
