package dynlab.view;

import java.util.ArrayList;
import java.util.List;

/** Every view there is: those of the first page, and those of gated and nonlinear networks. */
public final class AllViews {
    public static final View EDGES = new EdgePlot();
    public static final View ROUTES = new RoutesPlot();
    public static final View OUTPUTS = new OutputGrid();
    public static final View DOMAINS = new DomainSimilarity();
    public static final View PLANE = new InputPlane();
    public static final View GRAPH = new GraphPlot();
    public static final View SHARE = new SweepPlot(false);
    public static final View GAIN = new SweepPlot(true);
    public static final View LANES = new LanesPlot();

    public static final List<View> ALL = all();

    private AllViews() {}

    private static List<View> all() {
        List<View> all = new ArrayList<>(FirstViews.ALL);
        all.addAll(List.of(EDGES, ROUTES, OUTPUTS, DOMAINS, PLANE, GRAPH, SHARE, GAIN, LANES));
        return List.copyOf(all);
    }
}
