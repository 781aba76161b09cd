package dynlab.view;

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
import dynlab.view.plot.AlignmentPlot;
import dynlab.view.plot.InferencePlot;
import dynlab.view.plot.LevelPlot;
import dynlab.view.plot.MapStrip;
import dynlab.view.plot.MovedPlot;
import dynlab.view.plot.RhythmPlot;
import dynlab.view.plot.SquaresPlot;
import dynlab.view.plot.TasksPlot;
import java.util.List;

/** The views of further lessons about linear networks, besides those of the first lessons. */
public final class LinearViews {
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

    public static final List<View> ALL = List.of(
            FORMS,
            FOUND,
            FORM_MAP,
            MAP_STRIP,
            FITTED,
            WAYS,
            NARROW,
            SURFACE,
            HILL,
            SQUARES,
            CUTS,
            PACE,
            BALLS,
            CHANGES,
            WALL,
            LEVELS,
            WIDTHS,
            DISK,
            RESPONSE,
            STATES,
            RHYTHM,
            START_MAP,
            START_KERNEL,
            KERNEL,
            FEATURES,
            PICTURES,
            ALIGNMENT,
            TASKS,
            INFERENCE,
            AGES,
            TYPICAL,
            PLANTED,
            COHERENT,
            SIX);

    private LinearViews() {}
}
