package dynlab.scene;

import dynlab.architecture.Context;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.learning.LabelNoise;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.Tree;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two weights in a row, the smallest deep network: why a run stops near a saddle and then goes, and what never changes on the
 * way. Three starts are dropped on the surface of the loss.
 */
final class SurfaceScene extends LessonScene {
    private static final About ABOUT = About.of("surface", Words.say("scene.surface.two-weights-one"))
            .asks(Words.say("scene.surface.why-does-stop"))
            .inEmbeds()
            .gesture(Words.say("scene.surface.lesson.gesture"))
            .explains(Words.say("scene.surface.lesson.explains"))
            .terms("saddle", "conserved-quantity")
            .summary(Words.say("scene.surface.why-does-stop-then"))
            .omits(Words.say("scene.surface.more-weights-flat"));

    private static final double REACH = 2.2;
    private static final List<String> NAMES = List.of("A", "B", "C");

    private static final List<Knob> KNOBS = knobsOfThreeBalls();

    private static List<Knob> knobsOfThreeBalls() {
        double[][] starts = {{-1.25, 1.2}, {1.05, -1.05}, {1.9, -0.45}};
        List<Knob> knobs = new ArrayList<>();
        for (int k = 0; k < starts.length; k++) {
            for (int w = 0; w < 2; w++) {
                String key = (k == 0 ? "a" : k == 1 ? "b" : "c") + (w == 0 ? "x" : "y");
                String label = (w == 0
                        ? Words.say("scene.surface.ball-first-weight", NAMES.get(k))
                        : Words.say("scene.surface.ball-second-weight", NAMES.get(k)));
                knobs.add(new Knob.Real(
                        key,
                        label,
                        w == 0 ? "w₁" : "w₂",
                        Words.say("scene.surface.where-ball-dropped"),
                        -REACH,
                        REACH,
                        starts[k][w],
                        false));
            }
        }
        knobs.add(new Knob.Real(
                "slope",
                Words.say("scene.surface.slope"),
                "s",
                Words.say("scene.surface.data-y-s"),
                0.1,
                2.5,
                1,
                false));
        knobs.add(new Knob.Real(
                "power",
                Words.say("scene.surface.mean-x"),
                "m",
                Words.say("scene.surface.how-large-inputs"),
                0.05,
                2,
                1,
                false));
        knobs.add(SharedKnobs.rate("η", Words.say("scene.surface.each-step-adds"), 1e-3, 1, 0.01));
        knobs.add(new Knob.Real(
                "momentum",
                Words.say("scene.surface.momentum"),
                "β",
                Words.say("scene.surface.step-keeps-last"),
                0,
                0.98,
                0,
                false));
        knobs.add(new Knob.Real(
                "noise",
                Words.say("scene.surface.noise-steps"),
                "",
                Words.say("scene.surface.standard-deviation-added"),
                0,
                3,
                0,
                false));
        knobs.add(new Knob.Choice(
                "show",
                Words.say("scene.surface.show"),
                "",
                Words.say("scene.surface.surface-above-or"),
                List.of(
                        new Knob.Option("flat", Words.say("scene.surface.flat")),
                        new Knob.Option("hill", Words.say("scene.surface.hill"))),
                "flat"));
        knobs.add(SharedKnobs.epochs(10, 20_000, 600));
        knobs.add(SharedKnobs.seed());
        return List.copyOf(knobs);
    }

    SurfaceScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public World world(SceneConfig config) {
        Tree tree = new Tree(List.of("x"), List.of(-1), 1);
        Matrix y = Matrix.of(1, 1, new double[] {config.real("slope")});
        return new World(List.of("x"), List.of("y"), y, tree, List.of(), true);
    }

    private Experiment ball(SceneConfig config, String letter) {
        double size = Math.sqrt(config.real("power"));
        Matrix x = Matrix.of(1, 1, new double[] {size});
        Matrix y = x.scaled(config.real("slope"));
        List<Matrix> start = List.of(one(config.real(letter + "x")), one(config.real(letter + "y")));
        Method method = Method.PLAIN;
        if (config.real("momentum") > 0) {
            method = method.with(new UpdateRule(UpdateRule.Kind.HEAVY_BALL, config.real("momentum"), 0));
        }
        if (config.real("noise") > 0) {
            method = method.with(new LabelNoise(LabelNoise.Kind.GAUSSIAN, config.real("noise"), config.seed()));
        }
        return LinearLessons.run(
                this,
                LinearLessons.chain(1, 1, 1),
                List.of(Context.open("line", 1, Map.of("x", x), Map.of("y", y))),
                new Start.Given(start),
                new Training(config.real("rate"), 1, config.whole("epochs")).by(method),
                EnumSet.of(Quantity.WEIGHTS));
    }

    private static Matrix one(double weight) {
        return Matrix.of(1, 1, new double[] {weight});
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return ball(config, "a");
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        return List.of(
                new Companion(NAMES.get(1), ball(config, "b"), Companion.Manner.PEER),
                new Companion(NAMES.get(2), ball(config, "c"), Companion.Manner.PEER));
    }

    @Override
    public String name(SceneConfig config) {
        return NAMES.get(0);
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(0.3 * config.whole("epochs"));
    }

    /** Its balls lie where they are put: a seed changes nothing. */
    @Override
    public boolean furtherSeeds(SceneConfig config) {
        return false;
    }

    @Override
    public Panels panels(SceneConfig config) {
        String surface = config.choice("show").equals("hill") ? "hill" : "surface";
        return new Panels(
                "balls", List.of("loss", "squares", surface), List.of("cuts", "pace"), List.of("loss", surface));
    }

    @Override
    public List<Preset> presets() {
        String course =
                "power=0.351851851851851851&slope=1&rate=0.3&epochs=40&ax=0.5&ay=-0.5&bx=0.55&by=-0.45&cx=-1.8&cy=1.7";
        return List.of(
                new Preset(Words.say("scene.surface.courses-vector-field"), course + "&t=40"),
                new Preset(
                        Words.say("scene.surface.courses-hill"),
                        "power=0.351851851851851851&slope=1&rate=0.04&epochs=240&ax=-1.8&ay=1.7&bx=1.5&by=-1.5&show=hill&t=90"),
                new Preset(Words.say("scene.surface.momentum-balls-overshoot"), "momentum=0.9&rate=0.003&t=200"),
                new Preset(Words.say("scene.surface.noise-balls-slide"), "noise=2&rate=0.02&epochs=4000&t=4000"));
    }

    /** Both weights of a run at a time. */
    private static double[] weights(Trajectory run, double step) {
        double[] both = new double[2];
        for (int e = 0; e < 2; e++) {
            Optional<Series> series = run.series(new SeriesKey(Quantity.WEIGHTS, e, 0));
            if (series.isPresent() && run.count() > 0) {
                both[e] = series.get().at(run.indexAt(step), 0, 0);
            }
        }
        return both;
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Trajectory run = runs.get(0).trajectory();
        if (run.count() == 0) {
            return Optional.empty();
        }
        double nearest = Double.POSITIVE_INFINITY;
        int at = 0;
        for (int i = 0; i < run.count(); i++) {
            double[] w = weights(run, run.step(i));
            double far = Math.sqrt(w[0] * w[0] + w[1] * w[1]);
            if (far < nearest) {
                nearest = far;
                at = run.step(i);
            }
        }
        double[] now = weights(run, step);
        double far = Math.sqrt(now[0] * now[0] + now[1] * now[1]);
        double error = config.real("slope") - now[0] * now[1];
        double speed = config.real("power") * Math.abs(error) * far;
        boolean done = Math.abs(error) < 0.05 * config.real("slope");
        String stage = done
                ? Words.say("scene.surface.bottom")
                : step < at ? Words.say("scene.surface.towards-saddle") : Words.say("scene.surface.away-saddle");
        double[] b = {config.real("bx"), config.real("by")};
        String why = b[0] == -b[1] && config.real("noise") == 0
                ? Words.say("scene.surface.ball-b-began")
                : Words.say("scene.surface.each-pulled");
        return Optional.of(new Narration(
                stage,
                Words.say("scene.surface.nearest-away", Integer.toString(at), Numbers.fixed(nearest, 2)),
                Words.say("scene.surface.ball-saddle-moves", Numbers.fixed(far, 2), Numbers.fixed(speed, 2), why)));
    }
}
