package dynlab.sweep;

import dynlab.experiment.Refused;
import dynlab.experiment.file.Json;
import dynlab.numeric.Decimals;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.List;

/** All points of a plan, in the order of its rows but for the seeds: the grid, or a random sample. */
final class Points {
    /** Rows and points of one sweep. */
    static final int MOST = 1_000_000;

    /** A sample is given up when so many draws in a row are left out by the conditions. */
    private static final int MOST_REFUSALS = 10_000;

    private Points() {}

    /** A condition: the number of one axis is at most that of another. */
    record Keep(String axis, String most) {}

    /** How a random sample is drawn. */
    record Sample(int count, int seed) {}

    static List<List<Axis.Value>> grid(List<Axis> axes, List<Keep> keep, Decimals decimals) {
        List<List<Axis.Value>> points = new ArrayList<>();
        int[] at = new int[axes.size()];
        boolean more = true;
        while (more) {
            List<Axis.Value> point = new ArrayList<>();
            for (int k = 0; k < at.length; k++) {
                point.add(axes.get(k).value(at[k]));
            }
            if (kept(axes, point, keep, decimals)) {
                points.add(point);
            }
            more = next(at, axes);
        }
        return points;
    }

    /** Counts on, the last axis fastest; whether there is another. */
    private static boolean next(int[] at, List<Axis> axes) {
        for (int k = at.length - 1; k >= 0; k--) {
            if (++at[k] < axes.get(k).values().size()) {
                return true;
            }
            at[k] = 0;
        }
        return false;
    }

    static List<List<Axis.Value>> sample(List<Axis> axes, List<Keep> keep, Sample sample, Decimals decimals) {
        List<List<Axis.Value>> points = new ArrayList<>();
        Rng rng = new Rng(sample.seed());
        int refused = 0;
        while (points.size() < sample.count()) {
            List<Axis.Value> point = new ArrayList<>();
            for (Axis axis : axes) {
                point.add(axis.drawn(rng, decimals));
            }
            if (kept(axes, point, keep, decimals)) {
                points.add(point);
                refused = 0;
            } else if (++refused == MOST_REFUSALS) {
                throw new Refused("keep", "leaves out all of " + MOST_REFUSALS + " points that were drawn");
            }
        }
        return points;
    }

    private static boolean kept(List<Axis> axes, List<Axis.Value> point, List<Keep> keep, Decimals decimals) {
        for (Keep one : keep) {
            if (!(number(axes, point, one.axis(), decimals) <= number(axes, point, one.most(), decimals))) {
                return false;
            }
        }
        return true;
    }

    private static double number(List<Axis> axes, List<Axis.Value> point, String name, Decimals decimals) {
        for (int k = 0; k < axes.size(); k++) {
            if (axes.get(k).name().equals(name) && point.get(k).own() instanceof Json.Numeral number) {
                return decimals.parse(number.text());
            }
        }
        throw new Refused("keep", "\"" + name + "\" is not an axis of numbers");
    }
}
