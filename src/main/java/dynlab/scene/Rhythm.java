package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.learning.Init;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.numeric.Vectors;
import dynlab.task.GatedTask;
import dynlab.task.Recurrence;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recurrent networks that learn what to answer to an impulse: do the stages survive when a network feeds itself? */
enum Rhythm {
    FADING(
            "fading",
            Words.say("scene.rhythm.fades"),
            Words.say("scene.rhythm.fading"),
            "rate=0.02&epochs=600&width=12&t=160"),
    SWINGING(
            "swinging",
            Words.say("scene.rhythm.swings"),
            Words.say("scene.rhythm.swinging"),
            "rate=0.02&epochs=1200&width=16&t=500"),
    CURVED("tanh", "tanh", Words.say("scene.rhythm.curved"), "rate=0.002&epochs=2200&width=32&t=2100");

    private final String word;
    private final String label;
    private final String title;
    private final String settings;

    Rhythm(String word, String label, String title, String settings) {
        this.word = word;
        this.label = label;
        this.title = title;
        this.settings = settings;
    }

    Knob.Option option() {
        return new Knob.Option(word, label);
    }

    Preset preset() {
        return new Preset(title, "net=" + word + "&" + settings);
    }

    /** The one that is chosen; nothing where the network has layers. */
    static Optional<Rhythm> of(SceneConfig config) {
        for (Rhythm rhythm : values()) {
            if (rhythm.word.equals(config.choice("net"))) {
                return Optional.of(rhythm);
            }
        }
        return Optional.empty();
    }

    private GatedTask task(int units) {
        return switch (this) {
            case FADING -> Recurrence.fading(units);
            case SWINGING -> Recurrence.swinging(units);
            case CURVED -> Recurrence.curved(units);
        };
    }

    World world() {
        Matrix first = task(1).contexts().get(0).y().values().iterator().next();
        List<String> names = new ArrayList<>();
        for (int k = 1; k <= first.rows(); k++) {
            names.add(Integer.toString(k));
        }
        return World.plain(names, names, first);
    }

    /** What is drawn of the run itself, and of one beside it. */
    private static final Set<Quantity> OWN = EnumSet.of(Quantity.OUTPUTS, Quantity.EIGENVALUES);

    private static final Set<Quantity> BESIDE = EnumSet.of(Quantity.EIGENVALUES);

    /** The run itself. */
    Experiment run(Scene scene, SceneConfig config) {
        int seed = config.seed();
        return switch (this) {
            case FADING -> run(scene, config, aligned(task(config.whole("width"))), OWN);
            case SWINGING -> run(scene, config, drawn(1e-3, seed), OWN);
            case CURVED -> run(scene, config, drawn(0.02, seed), OWN);
        };
    }

    List<Companion> companions(Scene scene, SceneConfig config) {
        int seed = config.seed();
        return switch (this) {
            case FADING ->
                List.of(peer(Words.say("scene.rhythm.random"), run(scene, config, drawn(0.01, seed), BESIDE)));
            case SWINGING ->
                List.of(peer(Words.say("scene.rhythm.larger"), run(scene, config, drawn(0.05, seed), BESIDE)));
            case CURVED -> {
                double large = 1.2 / Math.sqrt(config.whole("width"));
                Init init = new Init.Overridden(
                        new Init.Gaussian(0.3, seed), Map.of("W", new Init.Gaussian(large, seed + 100)));
                yield List.of(
                        peer(
                                Words.say("scene.rhythm.other-seed"),
                                run(scene, config, drawn(0.02, seed + 1000), BESIDE)),
                        peer(Words.say("scene.rhythm.large"), run(scene, config, new Start.Drawn(init), BESIDE)));
            }
        };
    }

    private static Companion peer(String name, Experiment run) {
        return new Companion(name, run, Companion.Manner.PEER);
    }

    String called() {
        return switch (this) {
            case FADING -> Words.say("scene.rhythm.aligned");
            case SWINGING, CURVED -> Words.say("scene.rhythm.small");
        };
    }

    private static Start drawn(double sigma, int seed) {
        return new Start.Drawn(new Init.Gaussian(sigma, seed));
    }

    /** Every response in a hidden unit of its own, 0.02 in and out, and no memory yet. */
    private static Start aligned(GatedTask task) {
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < task.architecture().edges().size(); e++) {
            int rows = task.architecture().rows(e);
            int columns = task.architecture().columns(e);
            double[] entries = new double[rows * columns];
            for (int k = 0; rows != columns && k < Math.min(rows, columns); k++) {
                entries[k * columns + k] = 0.02;
            }
            weights.add(Matrix.of(rows, columns, entries));
        }
        return new Start.Given(weights);
    }

    private Experiment run(Scene scene, SceneConfig config, Start start, Set<Quantity> drawn) {
        GatedTask task = task(config.whole("width"));
        Set<Quantity> recorded = EnumSet.copyOf(drawn);
        Training training = new Training(config.real("rate"), 1, config.whole("epochs"));
        if (this == CURVED) {
            recorded.add(Quantity.STATE_SIMILARITY);
            training = training.by(Method.PLAIN.with(new UpdateRule(UpdateRule.Kind.HEAVY_BALL, 0.9, 0)));
        }
        Experiment run = LinearLessons.run(scene, task.architecture(), task.contexts(), start, training, recorded);
        return this == CURVED ? run.with(run.record().picturing(Set.of(Quantity.STATE_SIMILARITY)), true) : run;
    }

    static Lesson lesson(Lesson usual) {
        return usual.asks(Words.say("scene.rhythm.asks"))
                .gesture(Words.say("scene.rhythm.gesture"))
                .explains(Words.say("scene.rhythm.explains"));
    }

    Panels panels() {
        return this == CURVED
                ? new Panels("disk", List.of("loss", "response"), List.of("states"), List.of("response"))
                : new Panels("disk", List.of("loss", "rhythm"), List.of("response"), List.of("rhythm"));
    }

    Optional<Narration> tells(List<Result> runs, double step) {
        Trajectory run = runs.get(0).trajectory();
        Optional<Series> eigenvalues = run.first(Quantity.EIGENVALUES);
        if (run.count() == 0 || eigenvalues.isEmpty()) {
            return Optional.empty();
        }
        int at = run.indexAt(step);
        String left = Words.say("scene.rhythm.error-left", Shares.percent(run.loss(at) / run.loss(0)));
        String when = "t = " + Numbers.fixed(step, 0);
        return Optional.of(new Narration(left, when, because(runs, step, eigenvalues.get(), at)));
    }

    private String because(List<Result> runs, double step, Series values, int at) {
        int n = values.columns();
        double[] now = values.matrix(at);
        double size = Math.sqrt(now[0] * now[0] + now[n] * now[n]);
        String first = Numbers.fixed(size, 2);
        if (this == FADING && n > 2) {
            return Words.say("scene.rhythm.memories", first, Numbers.fixed(now[1], 2), Numbers.fixed(now[2], 2));
        } else if (this == CURVED && runs.size() > 2) {
            double[] mine = states(runs.get(0), step);
            return Words.say(
                    "scene.rhythm.states",
                    Numbers.fixed(1 - Vectors.turned(mine, states(runs.get(1), step)), 2),
                    Numbers.fixed(1 - Vectors.turned(mine, states(runs.get(2), step)), 2));
        }
        if (size < 0.2) {
            return Words.say("scene.rhythm.nothing", first);
        } else if (size >= 1 || now[n] == 0 && now[0] < 0) {
            return Words.say("scene.rhythm.plain", first);
        }
        return now[n] == 0 ? Words.say("scene.rhythm.real", first) : Words.say("scene.rhythm.pair", first);
    }

    private static double[] states(Result result, double step) {
        Trajectory run = result.trajectory();
        return run.at(Quantity.STATE_SIMILARITY, step).orElse(new double[0]);
    }
}
