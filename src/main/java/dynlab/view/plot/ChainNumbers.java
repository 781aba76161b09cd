package dynlab.view.plot;

import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Start;

/**
 * What theory asks of a chain of equal weights, read off its experiment.
 *
 * @param depth number of weights
 * @param variance m = ⟨x²⟩
 * @param slope what is learned
 * @param start every weight at first
 * @param rate learning rate
 */
record ChainNumbers(int depth, double variance, double slope, double start, double rate) {
    static ChainNumbers of(Experiment experiment) {
        Context data = experiment.contexts().get(0);
        double[] x = data.x().values().iterator().next().row(0);
        double[] y = data.y().values().iterator().next().row(0);
        double[] w = data.weights();
        double xx = 0;
        double yx = 0;
        for (int i = 0; i < w.length; i++) {
            xx += w[i] * x[i] * x[i];
            yx += w[i] * y[i] * x[i];
        }
        double start = experiment.start() instanceof Start.Given given
                ? given.weights().get(0).at(0, 0)
                : 0;
        int depth = experiment.architecture().edges().size();
        return new ChainNumbers(depth, xx, yx / xx, start, experiment.training().learningRate());
    }

    /** {@code L = (m/2)(s − p)²}. */
    double loss(double product) {
        double gap = slope - product;
        return variance / 2 * gap * gap;
    }
}
