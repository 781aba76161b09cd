package dynlab.experiment;

import dynlab.experiment.search.Findings;
import dynlab.theory.LayersForetold;
import dynlab.theory.Prediction;
import dynlab.theory.modes.Modes;
import java.util.Optional;

/**
 * A run beside its theory: all that a figure may show.
 *
 * @param trajectory the record, possibly of an unfinished run
 * @param prediction the theory, if one was asked for and the run is over
 * @param layers what theory says of two layers beside it, once the run is over
 * @param modes the data's singular modes, where there is one linear chain
 * @param trail map positions of the items wherever a hidden similarity was recorded, items × 2 each
 * @param findings the search for gates, if one was asked for and has begun
 */
public record Result(
        Trajectory trajectory,
        Optional<Prediction> prediction,
        LayersForetold layers,
        Optional<Modes> modes,
        Optional<Series> trail,
        Optional<Findings> findings) {
    /** What there is of a run that goes on. */
    public static Result of(Trajectory trajectory, Optional<Modes> modes) {
        return new Result(trajectory, Optional.empty(), LayersForetold.NONE, modes, Optional.empty(), Optional.empty());
    }

    /** What there was of it at a step; its theory, which was there before, is as long as it was. */
    public Result upTo(double step) {
        Trajectory cut = trajectory.upTo(step);
        Optional<Series> places = trail.map(series -> series.upTo(cut.count()));
        return new Result(cut, prediction, layers, modes, places, Optional.empty());
    }

    /** The same with what a search has found. */
    public Result finding(Findings found) {
        return new Result(trajectory, prediction, layers, modes, trail, Optional.of(found));
    }
}
