package dynlab.experiment.search;

import dynlab.experiment.Trajectory;
import dynlab.measure.CurveDistance;
import java.util.Optional;

/** The distance of two recorded runs' losses, on as many evenly spread steps as both have come. */
public final class RunDistance {
    private static final int POINTS = 401;

    private RunDistance() {}

    /** How far {@code run} lies from {@code reference}; nothing until both have records. Shifts are in steps. */
    public static Optional<CurveDistance> between(Trajectory run, Trajectory reference) {
        if (run.count() < 2 || reference.count() < 2 || !(reference.loss(0) > 0)) {
            return Optional.empty();
        }
        int end = Math.min(run.step(run.count() - 1), reference.step(reference.count() - 1));
        int points = Math.min(POINTS, end + 1);
        if (points < 2) {
            return Optional.empty();
        }
        CurveDistance distance = CurveDistance.between(curve(run, end, points), curve(reference, end, points));
        double pace = end / (points - 1.0);
        return Optional.of(new CurveDistance(
                distance.nrmse(),
                distance.alignedNrmse(),
                (int) Math.rint(distance.shift() * pace),
                distance.area(),
                distance.largest(),
                distance.endRatio()));
    }

    /** The loss at evenly spread steps, between records on the straight line. */
    private static double[] curve(Trajectory run, int end, int points) {
        double[] curve = new double[points];
        int i = 0;
        for (int k = 0; k < points; k++) {
            double at = (double) end * k / (points - 1);
            while (i + 2 < run.count() && run.step(i + 1) <= at) {
                i++;
            }
            double part = (at - run.step(i)) / (run.step(i + 1) - run.step(i));
            curve[k] = run.loss(i) + Math.min(1, part) * (run.loss(i + 1) - run.loss(i));
        }
        return curve;
    }
}
