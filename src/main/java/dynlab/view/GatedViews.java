package dynlab.view;

import dynlab.view.graph.GraphPlot;
import dynlab.view.map.ConfusionMap;
import dynlab.view.map.DigitRoad;
import dynlab.view.map.DomainSimilarity;
import dynlab.view.map.FoundGates;
import dynlab.view.map.OutputGrid;
import dynlab.view.map.PathwayPanels;
import dynlab.view.map.RoadsMap;
import dynlab.view.map.TuningMap;
import dynlab.view.map.UnitArrows;
import dynlab.view.plot.AccuracyPlot;
import dynlab.view.plot.EdgePlot;
import dynlab.view.plot.FitTable;
import dynlab.view.plot.FitsPlot;
import dynlab.view.plot.Occupancy;
import dynlab.view.plot.RaceLanes;
import dynlab.view.plot.RoutesPlot;
import dynlab.view.plot.SearchVerdict;
import dynlab.view.plot.SharingPlot;
import dynlab.view.plot.SweepPlot;
import dynlab.view.plot.TrialsPlot;
import java.util.List;

/** The views of lessons about gated and nonlinear networks, besides those of the first lessons. */
public final class GatedViews {
    public static final View EDGES = new EdgePlot();
    public static final View ROUTES = new RoutesPlot();
    public static final View OUTPUTS = new OutputGrid();
    public static final View DOMAINS = new DomainSimilarity();
    public static final View PLANE = new UnitArrows();
    public static final View GRAPH = new GraphPlot();
    public static final View SHARE = new SweepPlot(false);
    public static final View GAIN = new SweepPlot(true);
    public static final View LANES = new RaceLanes();
    public static final View PATHWAYS = new PathwayPanels();
    public static final View FIT = new FitTable();
    public static final View OCCUPANCY = new Occupancy();
    public static final View TUNING = new TuningMap();
    public static final View ALIKE = new SharingPlot(false);
    public static final View SHARED = new SharingPlot(true);
    public static final View TRIALS = new TrialsPlot();
    public static final View GATES = new FoundGates();
    public static final View SEARCH_VERDICT = new SearchVerdict();
    public static final View FITS = new FitsPlot();
    public static final View ACCURACY = new AccuracyPlot();
    public static final View ROADS = new RoadsMap();
    public static final View ROAD = new DigitRoad();
    public static final View CONFUSION = new ConfusionMap();

    public static final List<View> ALL = List.of(
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
            SEARCH_VERDICT,
            FITS,
            ACCURACY,
            ROADS,
            ROAD,
            CONFUSION);

    private GatedViews() {}
}
