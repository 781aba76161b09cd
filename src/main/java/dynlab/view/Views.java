package dynlab.view;

import java.util.ArrayList;
import java.util.List;

/** Every view there is. */
public final class Views {
    public static final View LOSS = new LossPlot(false);
    public static final View MODES = new ModePlot();
    public static final View ANSWER = new AnswerPlot();
    public static final View WATERFALL = new Waterfall();
    public static final View WORLD = new WorldMap();
    public static final View SIMILARITY = new SimilarityMap();
    public static final View MAP = new MdsMap();
    public static final View TIME = new TimeLine();

    public static final View LOG_LOSS = new LossPlot(true);
    public static final View EDGES = new EdgePlot();
    public static final View ROUTES = new RoutesPlot();
    public static final View OUTPUTS = new OutputGrid();
    public static final View DOMAINS = new DomainSimilarity();
    public static final View PLANE = new InputPlane();
    public static final View GRAPH = new GraphPlot();
    public static final View SHARE = new SweepPlot(false);
    public static final View GAIN = new SweepPlot(true);
    public static final View LANES = new LanesPlot();
    public static final View PATHWAYS = new Pathways();
    public static final View FIT = new FitTable();
    public static final View OCCUPANCY = new Occupancy();
    public static final View TUNING = new TuningMap();
    public static final View ALIKE = new SharingPlot(false);
    public static final View SHARED = new SharingPlot(true);
    public static final View TRIALS = new TrialsPlot();
    public static final View GATES = new FoundGates();
    public static final View FITS = new FitsPlot();

    public static final List<View> ALL = List.of(
            LOSS,
            LOG_LOSS,
            MODES,
            ANSWER,
            WATERFALL,
            WORLD,
            SIMILARITY,
            MAP,
            TIME,
            EDGES,
            ROUTES,
            OUTPUTS,
            DOMAINS,
            PLANE,
            GRAPH,
            SHARE,
            GAIN,
            LANES,
            PATHWAYS,
            FIT,
            OCCUPANCY,
            TUNING,
            ALIKE,
            SHARED,
            TRIALS,
            GATES,
            FITS);

    private Views() {}

    /**
     * The view with this id; {@code id@k} is that of the k-th companion's run.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static View of(String id) {
        int at = id.indexOf('@');
        String name = at < 0 ? id : id.substring(0, at);
        for (View view : ALL) {
            if (view.id().equals(name)) {
                return at < 0 ? view : new Beside(view, Numbers.whole(id.substring(at + 1)));
            }
        }
        throw new IllegalArgumentException("no view " + id);
    }

    /** The views with these ids. */
    public static List<View> of(List<String> ids) {
        List<View> views = new ArrayList<>();
        for (String id : ids) {
            views.add(of(id));
        }
        return views;
    }
}
