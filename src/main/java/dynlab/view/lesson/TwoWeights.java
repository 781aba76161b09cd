package dynlab.view.lesson;

import dynlab.architecture.Context;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.view.Frame;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.List;

/** The numbers of runs of two weights in a row. */
final class TwoWeights {
    private TwoWeights() {}

    /** One run. */
    record Ball(RunView run, String name, String key) {
        /** How many records there are of it. */
        int count() {
            Series first = run.run().trajectory().series().get(new SeriesKey(Quantity.WEIGHTS, 0, 0));
            Series second = run.run().trajectory().series().get(new SeriesKey(Quantity.WEIGHTS, 1, 0));
            return first == null || second == null || first.size() != 1 || second.size() != 1
                    ? 0
                    : Math.min(run.steps().length, first.count());
        }

        double weight(int which, int record) {
            return weights(which)[record];
        }

        /** At every record. */
        double[] weights(int which) {
            return run.run()
                    .trajectory()
                    .series()
                    .getOrDefault(new SeriesKey(Quantity.WEIGHTS, which, 0), NONE)
                    .values();
        }

        int record(double step) {
            return Math.min(run.record(step), count() - 1);
        }
    }

    private static final Series NONE = new Series(1, 1, new double[] {0});

    /** The runs that have two weights, the scene's own first. */
    static List<Ball> balls(Frame frame) {
        String[] keys = {"a", "b", "c"};
        List<Ball> balls = new ArrayList<>();
        for (int k = 0; k <= Math.min(2, frame.rivals().size()); k++) {
            RunView run = k == 0 ? frame.story() : frame.rivals().get(k - 1).story();
            String name = frame.nameOf(k);
            Ball ball = new Ball(run, name, keys[k]);
            if (ball.count() > 0) {
                balls.add(ball);
            }
        }
        return balls;
    }

    /** Mean of x². */
    static double power(Frame frame) {
        double sum = 0;
        for (Context context : frame.story().experiment().contexts()) {
            double[] shares = context.weights();
            for (var x : context.x().values()) {
                for (int i = 0; i < x.columns(); i++) {
                    sum += shares[i] * x.at(0, i) * x.at(0, i);
                }
            }
        }
        return sum;
    }

    static double slope(Frame frame) {
        return frame.story().world().y().at(0, 0);
    }

    /** m/2 (s − w₁w₂)². */
    static double loss(double power, double slope, double product) {
        double gap = slope - product;
        return power / 2 * gap * gap;
    }
}
