package dynlab.view;

import dynlab.view.graph.GraphPlot;
import dynlab.view.lesson.AgeBars;
import dynlab.view.lesson.BallPace;
import dynlab.view.lesson.ChangeChips;
import dynlab.view.lesson.ChangeWall;
import dynlab.view.lesson.EigenDisk;
import dynlab.view.lesson.FitScatter;
import dynlab.view.lesson.FormMap;
import dynlab.view.lesson.FormPictures;
import dynlab.view.lesson.FoundModes;
import dynlab.view.lesson.HiddenPictures;
import dynlab.view.lesson.NarrowMiddle;
import dynlab.view.lesson.PlantedKinds;
import dynlab.view.lesson.ResponsePlot;
import dynlab.view.lesson.SaddleCuts;
import dynlab.view.lesson.SixIndividuals;
import dynlab.view.lesson.StageWidths;
import dynlab.view.lesson.StartMap;
import dynlab.view.lesson.StatePictures;
import dynlab.view.lesson.SurfacePlot;
import dynlab.view.lesson.TypicalLine;
import dynlab.view.lesson.WaysToMap;
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
import dynlab.view.plot.AlignmentPlot;
import dynlab.view.plot.EdgePlot;
import dynlab.view.plot.FitTable;
import dynlab.view.plot.FitsPlot;
import dynlab.view.plot.InferencePlot;
import dynlab.view.plot.LevelPlot;
import dynlab.view.plot.MapStrip;
import dynlab.view.plot.MovedPlot;
import dynlab.view.plot.Occupancy;
import dynlab.view.plot.RaceLanes;
import dynlab.view.plot.RhythmPlot;
import dynlab.view.plot.RoutesPlot;
import dynlab.view.plot.SearchVerdict;
import dynlab.view.plot.SharingPlot;
import dynlab.view.plot.SquaresPlot;
import dynlab.view.plot.SweepPlot;
import dynlab.view.plot.TasksPlot;
import dynlab.view.plot.TrialsPlot;
import java.util.ArrayList;
import java.util.List;

/** Every view there is: those of the first page, and those of gated and nonlinear networks. */
public final class AllViews {
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

    public static final View FORMS = new FormPictures();
    public static final View FOUND = new FoundModes();
    public static final View FORM_MAP = new FormMap();
    public static final View MAP_STRIP = new MapStrip();

    public static final View FITTED = new FitScatter();
    public static final View WAYS = new WaysToMap();
    public static final View NARROW = new NarrowMiddle();

    public static final View SURFACE = new SurfacePlot(false);
    public static final View HILL = new SurfacePlot(true);
    public static final View SQUARES = new SquaresPlot();
    public static final View CUTS = new SaddleCuts();
    public static final View PACE = new BallPace(false);
    public static final View BALLS = new BallPace(true);

    public static final View CHANGES = new ChangeChips();
    public static final View WALL = new ChangeWall();
    public static final View LEVELS = new LevelPlot();
    public static final View WIDTHS = new StageWidths();

    public static final View DISK = new EigenDisk();
    public static final View RESPONSE = new ResponsePlot();
    public static final View STATES = new StatePictures();
    public static final View RHYTHM = new RhythmPlot();

    public static final View START_MAP = new StartMap(false);
    public static final View START_KERNEL = new StartMap(true);
    public static final View KERNEL = new MovedPlot(true);
    public static final View FEATURES = new MovedPlot(false);
    public static final View PICTURES = new HiddenPictures();
    public static final View ALIGNMENT = new AlignmentPlot();
    public static final View TASKS = new TasksPlot();

    public static final View INFERENCE = new InferencePlot();
    public static final View AGES = new AgeBars();
    public static final View TYPICAL = new TypicalLine();
    public static final View PLANTED = new PlantedKinds(true);
    public static final View COHERENT = new PlantedKinds(false);
    public static final View SIX = new SixIndividuals();

    public static final List<View> ALL = all();

    private AllViews() {}

    private static List<View> all() {
        List<View> all = new ArrayList<>(FirstViews.ALL);
        all.addAll(List.of(EDGES, ROUTES, OUTPUTS, DOMAINS, PLANE, GRAPH, SHARE, GAIN, LANES));
        all.addAll(List.of(PATHWAYS, FIT, OCCUPANCY, TUNING, ALIKE, SHARED, TRIALS, GATES, SEARCH_VERDICT, FITS));
        all.addAll(List.of(FORMS, FOUND, FORM_MAP, MAP_STRIP, FITTED, WAYS, NARROW));
        all.addAll(List.of(SURFACE, HILL, SQUARES, CUTS, PACE, BALLS));
        all.addAll(List.of(CHANGES, WALL, LEVELS, WIDTHS, DISK, RESPONSE, STATES, RHYTHM));
        all.addAll(List.of(START_MAP, START_KERNEL, KERNEL, FEATURES, PICTURES, ALIGNMENT, TASKS));
        all.addAll(List.of(INFERENCE, AGES, TYPICAL, PLANTED, COHERENT, SIX));
        all.addAll(List.of(ACCURACY, ROADS, ROAD, CONFUSION));
        return List.copyOf(all);
    }
}
