package dynlab.view;

import dynlab.architecture.Architecture;
import dynlab.architecture.PathCorrelations;
import dynlab.architecture.PathwayGroups;
import dynlab.drawing.Drawing;
import dynlab.drawing.Learning;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.measure.HalfTime;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.theory.Prediction;
import dynlab.view.pen.Ink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The race between the pathways of a drawn network: how strong each has become, beside what its task asks.
 *
 * <pre>strength_k(t) = mean over the routes of a pathway of Π b_k(t),   goal_k = s_k / (v_kᵀ Σ^x v_k)</pre>
 *
 * where b_k is the k-th singular value of each edge on a route, s_k and v_k those of the route's gated Σ^yx: the product is
 * what the route maps where layers lie along one another, and the goal what it comes to when this route alone has learned
 * its data. Pathways that are open together share the goal. Source of the product: Saxe, Sodhani and Lewallen, ICML 2022.
 *
 * @param lanes the pathways that are open in some trained context, those with most routes first
 * @param narrow whether one of them has room for fewer modes than its task has, so that which ones it takes is open
 */
public record DrawnRace(List<Lane> lanes, boolean narrow) {
    /** More pathways than this have a colour of their own no more. */
    public static final int COLOURS = 6;

    /** More lanes than this are not drawn. */
    private static final int MOST_LANES = 16;

    private static final int MOST_MODES = 4;
    private static final double NOTHING = 1e-12;
    private static final double ROUNDING = 1e-9;

    public static final DrawnRace NONE = new DrawnRace(List.of(), false);

    public DrawnRace {
        lanes = List.copyOf(lanes);
    }

    /**
     * One pathway.
     *
     * @param name what it is called: a layer that it alone has, or all its layers
     * @param ink its colour, in the drawing, the table, the curves and the lanes
     * @param pathway its layers and routes
     * @param open how many of its routes are open in a trained context
     * @param drive what pulls at its layers at first: the strongest correlations of its routes, summed
     * @param goal what its task asks of each mode, strongest first
     * @param strength of each mode at each record
     * @param foretold the same of the strongest mode by the reduction; empty where there is none
     * @param half when it was half-way with the strongest mode
     * @param foretoldHalf when it is by the reduction
     */
    public record Lane(
            String name,
            Ink ink,
            PathwayGroups.Group pathway,
            int open,
            double drive,
            double[] goal,
            List<double[]> strength,
            double[] foretold,
            OptionalDouble half,
            OptionalDouble foretoldHalf) {

        /** Share of the strongest mode's goal at a step. */
        public double share(Learned run, double step) {
            return strength.isEmpty() ? 0 : run.at(strength.get(0), step) / goal[0];
        }
    }

    /** The race of a run, possibly an unfinished one. */
    public static DrawnRace of(Drawing drawing, Learned run) {
        Learning learning = drawing.settings().learning();
        if (learning.gates().isPresent() || learning.method().loss() != Loss.SQUARED) {
            return NONE; // a path is more than its weights, or nothing in particular is asked of it
        }
        Architecture graph = drawing.architecture();
        Optional<List<PathwayGroups.Group>> groups = PathwayGroups.of(graph, drawing.contexts());
        Optional<PathCorrelations> data = PathCorrelations.of(graph, drawing.contexts());
        if (groups.isEmpty() || data.isEmpty() || run.steps().length == 0) {
            return NONE;
        }
        List<Lane> lanes = new ArrayList<>();
        boolean narrow = false;
        for (PathwayGroups.Group group : groups.get()) {
            List<PathCorrelations.Path> open = open(group, data.get());
            if (!open.isEmpty() && lanes.size() < MOST_LANES) {
                lanes.add(lane(graph, groups.get(), group, open, data.get(), run));
                narrow |= narrow(graph, open);
            }
        }
        return new DrawnRace(lanes, narrow);
    }

    private static boolean narrow(Architecture graph, List<PathCorrelations.Path> open) {
        for (PathCorrelations.Path path : open) {
            double[] s = Svd.singularValues(path.sigmaYx());
            int asked = 0;
            while (asked < s.length && s[asked] > ROUNDING * s[0]) {
                asked++;
            }
            for (int e : path.edges()) {
                if (Math.min(graph.rows(e), graph.columns(e)) < asked) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<PathCorrelations.Path> open(PathwayGroups.Group group, PathCorrelations data) {
        List<PathCorrelations.Path> open = new ArrayList<>();
        for (PathCorrelations.Path path : data.paths()) {
            if (group.routes().contains(path.edges()) && path.sigmaYx().largest() > 0) {
                open.add(path);
            }
        }
        return open;
    }

    private static Lane lane(
            Architecture graph,
            List<PathwayGroups.Group> groups,
            PathwayGroups.Group group,
            List<PathCorrelations.Path> open,
            PathCorrelations data,
            Learned run) {
        int modes = MOST_MODES;
        for (PathCorrelations.Path path : open) {
            for (int e : path.edges()) {
                modes = Math.min(modes, Math.min(graph.rows(e), graph.columns(e)));
            }
        }
        double[] goal = new double[modes];
        double drive = 0;
        for (PathCorrelations.Path path : open) {
            Svd svd = Svd.thin(path.sigmaYx());
            drive += svd.s()[0];
            for (int k = 0; k < modes; k++) {
                goal[k] += goal(svd, k, variance(data, path)) / open.size();
            }
        }
        int asked = 0;
        while (asked < modes && goal[asked] > NOTHING * Math.max(NOTHING, goal[0])) {
            asked++;
        }
        List<double[]> strength = new ArrayList<>();
        for (int k = 0; k < asked; k++) {
            strength.add(strength(run, open, k));
        }
        double[] foretold = asked == 0 ? new double[0] : foretold(graph, run, open);
        return new Lane(
                name(graph, groups, group),
                ink(groups.indexOf(group)),
                group,
                open.size(),
                drive,
                goal,
                strength,
                foretold,
                strength.isEmpty() ? OptionalDouble.empty() : half(run, strength.get(0), goal[0]),
                half(run, foretold, goal[0]));
    }

    /** The colour of the pathway at a place in the order. */
    public static Ink ink(int place) {
        return place < COLOURS ? Ink.category(place) : Ink.INK_3;
    }

    /** A layer that no other pathway has, the input if that alone tells it apart, or all its layers. */
    static String name(Architecture graph, List<PathwayGroups.Group> groups, PathwayGroups.Group group) {
        for (PathwayGroups.Group other : groups) {
            if (!other.equals(group) && other.hidden().equals(group.hidden())) {
                return graph.nodes()
                        .get(graph.source(group.routes().get(0).get(0)))
                        .id();
            }
        }
        for (int v : group.hidden()) {
            boolean own = true;
            for (PathwayGroups.Group other : groups) {
                own &= other.equals(group) || !other.hidden().contains(v);
            }
            if (own) {
                return graph.nodes().get(v).id();
            }
        }
        StringBuilder all = new StringBuilder();
        for (int v : group.hidden()) {
            all.append(all.length() == 0 ? "" : "·").append(graph.nodes().get(v).id());
        }
        if (all.length() == 0) {
            int e = group.routes().get(0).get(0);
            all.append(graph.edges().get(e).source())
                    .append('→')
                    .append(graph.edges().get(e).target());
        }
        return all.toString();
    }

    private static Matrix variance(PathCorrelations data, PathCorrelations.Path path) {
        int at = data.paths().indexOf(path);
        for (PathCorrelations.Pair pair : data.pairs()) {
            if (pair.j() == at && pair.p() == at) {
                return pair.sigmaX();
            }
        }
        throw new AssertionError("an open path has inputs");
    }

    private static double goal(Svd svd, int k, Matrix variance) {
        if (k >= svd.s().length || svd.s()[k] <= NOTHING * svd.s()[0]) {
            return 0;
        }
        double[] v = svd.v().column(k);
        double along = 0;
        for (int i = 0; i < v.length; i++) {
            double row = 0;
            for (int j = 0; j < v.length; j++) {
                row += variance.at(i, j) * v[j];
            }
            along += v[i] * row;
        }
        return svd.s()[k] / Math.max(Double.MIN_NORMAL, along);
    }

    private static double[] strength(Learned run, List<PathCorrelations.Path> open, int mode) {
        Trajectory t = run.result().trajectory();
        double[] mean = new double[run.steps().length];
        for (PathCorrelations.Path path : open) {
            double[] product = new double[mean.length];
            Arrays.fill(product, 1.0 / open.size());
            for (int e : path.edges()) {
                Optional<Series> values = t.series(new SeriesKey(Quantity.SINGULAR_VALUES, e, 0));
                for (int i = 0; i < product.length; i++) {
                    boolean there = values.isPresent()
                            && i < values.get().count()
                            && mode < values.get().columns();
                    product[i] *= there ? values.get().at(i, 0, mode) : 0;
                }
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] += product[i];
            }
        }
        return mean;
    }

    /** The strongest product of the strengths that the reduction foretells, averaged over the routes. */
    private static double[] foretold(Architecture graph, Learned run, List<PathCorrelations.Path> open) {
        Optional<Prediction> prediction = run.result().prediction();
        if (prediction.isEmpty() || run.theory().length == 0) {
            return new double[0];
        }
        Map<String, Matrix> b = prediction.get().strength();
        double[] mean = new double[run.theory().length];
        for (PathCorrelations.Path path : open) {
            List<Matrix> along = new ArrayList<>();
            int modes = Integer.MAX_VALUE;
            for (int e : path.edges()) {
                Matrix of = b.get(graph.edges().get(e).id());
                if (of == null) {
                    return new double[0];
                }
                along.add(of);
                modes = Math.min(modes, of.columns());
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] += strongest(along, i, modes) / open.size();
            }
        }
        return mean;
    }

    private static double strongest(List<Matrix> along, int record, int modes) {
        double most = 0;
        for (int k = 0; k < modes; k++) {
            double product = 1;
            for (Matrix of : along) {
                product *= record < of.rows() ? of.at(record, k) : 0;
            }
            most = Math.max(most, Math.abs(product));
        }
        return most;
    }

    private static OptionalDouble half(Learned run, double[] curve, double goal) {
        if (curve.length == 0 || goal <= 0) {
            return OptionalDouble.empty();
        }
        return HalfTime.rising(Arrays.copyOf(run.steps(), curve.length), curve, goal / 2);
    }
}
