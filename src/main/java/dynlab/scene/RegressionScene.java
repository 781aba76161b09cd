package dynlab.scene;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.RegressionTask;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Is a deep linear network just linear regression? Deep, shallow and the formula end at the same map, by different roads; with
 * a narrow middle only the strongest modes fit, and if the targets are the inputs these are the principal components.
 */
final class RegressionScene extends LessonScene {
    private static final About ABOUT = About.of("regression", Words.say("scene.regression.isnt-just-linear"))
            .asks(Words.say("scene.regression.do-deep-shallow"))
            .inEmbeds()
            .gesture(Words.say("scene.regression.lesson.gesture"))
            .explains(Words.say("scene.regression.lesson.explains"))
            .terms("least-squares", "reduced-rank", "principal-component-analysis")
            .summary(Words.say("scene.regression.do-deep-shallow-formula"))
            .omits(Words.say("scene.regression.few-examples-many"));

    private static final String AUTOENCODER = "autoencoder";
    private static final int INPUTS = 5;
    private static final List<Double> LAW = List.of(3.2, 2.0, 1.2, 0.75);
    private static final Set<Quantity> DRAWN = EnumSet.of(Quantity.MODE_STRENGTH, Quantity.OUTPUTS, Quantity.WEIGHTS);

    private static final List<Knob> KNOBS = List.of(
            new Knob.Whole(
                    "middle",
                    Words.say("scene.regression.middle-layer"),
                    "r",
                    Words.say("scene.regression.units-middle-layer"),
                    1,
                    16,
                    16),
            new Knob.Choice(
                    "task",
                    Words.say("scene.regression.task"),
                    "",
                    Words.say("scene.regression.say-something-each"),
                    List.of(
                            new Knob.Option("law", Words.say("scene.regression.regression")),
                            new Knob.Option(AUTOENCODER, Words.say("scene.regression.autoencoder"))),
                    "law"),
            new Knob.Real(
                    "noise",
                    Words.say("scene.regression.noise-data"),
                    "",
                    Words.say("scene.regression.standard-deviation-no"),
                    0,
                    1,
                    0.12,
                    false),
            new Knob.Real(
                    "alike",
                    Words.say("scene.regression.inputs-alike"),
                    "ρ",
                    Words.say("scene.regression.correlation-every-two"),
                    0,
                    0.9,
                    0,
                    false),
            SharedKnobs.sigma(3e-3),
            SharedKnobs.rate("η", Words.say("scene.regression.each-step-adds"), 1e-4, 0.05, 0.01),
            SharedKnobs.epochs(100, 20_000, 1400),
            SharedKnobs.seed());

    private final OwnWorld own;

    RegressionScene(OwnWorld own) {
        super(ABOUT, own.with(KNOBS));
        this.own = own;
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        if (own.world(config).isPresent()) {
            return own.lesson(ABOUT.lesson());
        }
        if (autoencoder(config)) {
            return ABOUT.lesson()
                    .asks(Words.say("scene.regression.lesson.asks-autoencoder"))
                    .explains(Words.say("scene.regression.lesson.explains-autoencoder"));
        }
        return config.whole("middle") >= LAW.size()
                ? ABOUT.lesson()
                : ABOUT.lesson().explains(Words.say("scene.regression.lesson.narrow"));
    }

    private static boolean autoencoder(SceneConfig config) {
        return config.choice("task").equals(AUTOENCODER);
    }

    private RegressionTask.Data data(SceneConfig config) {
        Optional<World> mine = own.world(config);
        if (mine.isPresent()) {
            Matrix asked = rows(mine.get(), true);
            return autoencoder(config)
                    ? new RegressionTask.Data(mine.get().y(), mine.get().y())
                    : new RegressionTask.Data(rows(mine.get(), false), asked);
        }
        RegressionTask task =
                new RegressionTask(60, LAW, INPUTS, config.real("alike"), config.real("noise"), config.seed());
        return autoencoder(config) ? task.autoencoder() : task.data();
    }

    /** Which properties of the reader's own table are asked: those marked so, else the last. */
    private static boolean asked(World mine, int property) {
        int marked = 0;
        for (String name : mine.properties()) {
            marked += name.startsWith(">") ? 1 : 0;
        }
        int last = mine.properties().size() - 1;
        return marked == 0 || marked > last
                ? property == last
                : mine.properties().get(property).startsWith(">");
    }

    private static Matrix rows(World mine, boolean asked) {
        List<double[]> rows = new ArrayList<>();
        for (int p = 0; p < mine.properties().size(); p++) {
            if (asked(mine, p) == asked) {
                double[] row = new double[mine.items().size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = mine.y().at(p, i);
                }
                rows.add(row);
            }
        }
        return Matrix.of(rows.toArray(new double[0][]));
    }

    /** The reader's own items, with what is asked of them. */
    private static World shown(World mine, boolean all) {
        List<String> names = new ArrayList<>();
        for (int p = 0; p < mine.properties().size(); p++) {
            if (all || asked(mine, p)) {
                String name = mine.properties().get(p);
                names.add(name.startsWith(">") && name.length() > 1 ? name.substring(1) : name);
            }
        }
        Matrix y = all ? mine.y() : rows(mine, true);
        return new World(mine.items(), names, y, mine.tree(), List.of(), true);
    }

    @Override
    public Optional<Guess> guess(SceneConfig config) {
        return autoencoder(config) ? Optional.empty() : Optional.of(Guess.yesOrNo(RegressionScene::same));
    }

    /** Whether deep and shallow end with the same strength of every mode, to a twentieth of the largest. */
    private static Optional<Guess.Verdict> same(List<Result> runs) {
        Optional<Series> deep = runs.get(0).trajectory().series(SeriesKey.of(Quantity.MODE_STRENGTH));
        Optional<Series> shallow = runs.get(1).trajectory().series(SeriesKey.of(Quantity.MODE_STRENGTH));
        if (deep.isEmpty()
                || shallow.isEmpty()
                || deep.get().count() == 0
                || shallow.get().count() == 0) {
            return Optional.empty();
        }
        double largest = 0;
        double apart = 0;
        for (int k = 0; k < deep.get().columns(); k++) {
            double one = deep.get().at(deep.get().count() - 1, 0, k);
            double other = shallow.get().at(shallow.get().count() - 1, 0, k);
            largest = Math.max(largest, Math.max(Math.abs(one), Math.abs(other)));
            apart = Math.max(apart, Math.abs(one - other));
        }
        return largest == 0
                ? Optional.empty()
                : Guess.says(
                        apart < 0.05 * largest, Words.say("scene.regression.guess", Shares.percent(apart / largest)));
    }

    @Override
    public World world(SceneConfig config) {
        Optional<World> mine = own.world(config);
        if (mine.isPresent()) {
            return shown(mine.get(), autoencoder(config));
        }
        return data(config).world(autoencoder(config) ? "x" : "y");
    }

    private Experiment run(SceneConfig config, int... hidden) {
        RegressionTask.Data data = data(config);
        double[] shares = new double[data.x().columns()];
        Arrays.fill(shares, 1.0 / shares.length);
        Context all = new Context("all", true, shares, Gates.OPEN, Map.of("x", data.x()), Map.of("y", data.y()));
        int[] widths = new int[hidden.length + 2];
        widths[0] = data.x().rows();
        System.arraycopy(hidden, 0, widths, 1, hidden.length);
        widths[widths.length - 1] = data.y().rows();
        return LinearLessons.run(
                this,
                LinearLessons.chain(widths),
                List.of(all),
                new Start.Drawn(new Init.Gaussian(config.real("sigma"), config.seed())),
                new Training(config.real("rate"), 1, config.whole("epochs")),
                DRAWN);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return run(config, config.whole("middle"));
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        return List.of(new Companion(Words.say("scene.run.shallow"), run(config), Companion.Manner.RIVAL));
    }

    @Override
    public String name(SceneConfig config) {
        return Words.say("scene.run.deep");
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(0.24 * config.whole("epochs"));
    }

    @Override
    public String pictured(SceneConfig config) {
        return "ways";
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                        "fitted",
                        List.of("loss", "modes", "modes@1"),
                        List.of("ways", "narrow"),
                        List.of("modes", "loss"))
                .first("ways");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.regression.middle-two-units"), "middle=2&t=1400"),
                new Preset(
                        Words.say("scene.regression.principal-components-autoencoder"),
                        "task=autoencoder&middle=2&rate=0.004&noise=0.4&t=1400"),
                new Preset(Words.say("scene.regression.inputs-alike-2"), "alike=0.6&epochs=4000&t=600"),
                new Preset(Words.say("scene.regression.no-noise"), "noise=0&t=340"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Result deep = runs.get(0);
        Optional<Series> found = deep.trajectory().series(SeriesKey.of(Quantity.MODE_STRENGTH));
        if (found.isEmpty() || deep.modes().isEmpty() || deep.trajectory().count() == 0) {
            return Optional.empty();
        }
        Series strengths = found.get();
        int record = deep.trajectory().indexAt(step);
        int last = strengths.count() - 1;
        int learned = 0;
        for (int k = 0; k < strengths.columns(); k++) {
            double end = strengths.at(last, 0, k);
            learned += end > 0.05 && strengths.at(record, 0, k) > 0.5 * end ? 1 : 0;
        }
        double left = deep.trajectory().loss(record) / deep.trajectory().loss(0);
        String also = "";
        if (runs.size() > 1 && runs.get(1).trajectory().count() > 0) {
            var shallow = runs.get(1).trajectory();
            also = Words.say(
                    "scene.regression.shallow", Shares.percent(shallow.loss(shallow.indexAt(step)) / shallow.loss(0)));
        }
        String what = autoencoder(config) ? Words.say("scene.regression.principal-components") : "modes";
        String because = config.whole("middle") < strengths.columns()
                ? Words.say("scene.regression.middle-lets-through", Integer.toString(config.whole("middle")), what)
                : Words.say("scene.regression.shallow-network-goes");
        return Optional.of(new Narration(
                Words.say(
                        "scene.regression.learned",
                        Integer.toString(learned),
                        Numbers.fixed(strengths.columns(), 0),
                        what),
                Words.say("scene.regression.error-left-deep", Shares.percent(left), also),
                because));
    }
}
