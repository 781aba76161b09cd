package dynlab.scene;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.architecture.Period;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A first task, then a second on the same items: what was learned before is in the way, and is forgotten. */
enum PriorTask {
    /** Two items change places: siblings, cousins, or an animal and a plant. */
    SWAPS(
            "swaps",
            Words.say("scene.prior-task.swap"),
            Words.say("scene.prior-task.swaps"),
            "start=random&width=32&size=0.001&epochs=6000&t=4200"),
    /** Every property turns into its opposite. */
    REVERSAL(
            "reversal",
            Words.say("scene.prior-task.reverse"),
            Words.say("scene.prior-task.reversal"),
            "epochs=5000&t=3400"),
    /** The same after a rest, under weight decay. */
    REST("rest", Words.say("scene.prior-task.then-rest"), Words.say("scene.prior-task.rest"), "epochs=9000&t=5200");

    /** What is left of the first error when a task counts as learned; decay leaves more. */
    private static final double LEARNED = 0.01;

    private static final double NEARLY = 0.1;

    private static final double DECAY = 0.1;

    /** The items that change places with the first one: its sibling, a cousin, a plant. */
    private static final int[] WITH = {1, 2, 4};

    private final String word;
    private final String label;
    private final String title;
    private final String settings;

    PriorTask(String word, String label, String title, String settings) {
        this.word = word;
        this.label = label;
        this.title = title;
        this.settings = settings;
    }

    Knob.Option option() {
        return new Knob.Option(word, label);
    }

    Preset preset() {
        return new Preset(title, "tasks=" + word + "&" + settings);
    }

    static Optional<PriorTask> of(SceneConfig config) {
        for (PriorTask task : values()) {
            if (task.word.equals(config.choice("tasks"))) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    /** Weight decay λ of the training. */
    double decay() {
        return this == REST ? DECAY : 0;
    }

    /** The two tasks of the k-th run, one after the other. */
    List<Context> contexts(World world, int epochs, int k) {
        int change = change(epochs, k);
        Matrix second = this == SWAPS ? swapped(world.y(), WITH[k]) : world.y().scaled(-1);
        return List.of(
                task(Words.say("scene.prior-task.first"), world.y(), new Period(0, change)),
                task(Words.say("scene.prior-task.second"), second, new Period(change, epochs + 1)));
    }

    /** The step at which the second task begins in the k-th run. */
    int change(int epochs, int k) {
        return this == REST ? (k + 1) * epochs / 4 : epochs / 2;
    }

    private static Context task(String name, Matrix y, Period during) {
        int items = y.columns();
        double[] ones = new double[items];
        Arrays.fill(ones, 1);
        Map<String, Matrix> x = Map.of("x", Matrix.identity(items));
        return new Context(name, true, ones, Gates.OPEN, x, Map.of("y", y), Optional.of(during), List.of());
    }

    /** The targets with the first item in the place of another. */
    private static Matrix swapped(Matrix y, int other) {
        double[] entries = y.toArray();
        for (int row = 0; row < y.rows(); row++) {
            entries[row * y.columns()] = y.at(row, other);
            entries[row * y.columns() + other] = y.at(row, 0);
        }
        return Matrix.of(y.rows(), y.columns(), entries);
    }

    /** Runs beside the first. */
    int others() {
        return this == SWAPS ? WITH.length - 1 : this == REST ? 1 : 0;
    }

    String called(int k) {
        return switch (this) {
            case SWAPS ->
                k == 0
                        ? Words.say("scene.prior-task.siblings")
                        : k == 1 ? Words.say("scene.prior-task.cousins") : Words.say("scene.prior-task.kingdoms");
            case REVERSAL -> Words.say("scene.prior-task.reversed");
            case REST -> k == 0 ? Words.say("scene.prior-task.at-once") : Words.say("scene.prior-task.rested");
        };
    }

    Companion companion(int k, Experiment run) {
        return new Companion(called(k), run, Companion.Manner.PEER);
    }

    Lesson lesson(Lesson plain) {
        return plain.asks(Words.say("scene.prior-task.asks"))
                .gesture(Words.say("scene.prior-task.gesture"))
                .explains(
                        this == REST
                                ? Words.say("scene.prior-task.explains-rest")
                                : Words.say("scene.prior-task.explains"));
    }

    Panels panels() {
        return new Panels("world", List.of("loss", "tasks"), List.of("pictures"), List.of("tasks"));
    }

    /** How many steps a task took from its beginning; nothing where it is not learned. */
    Optional<Integer> took(Trajectory run, int task, int from) {
        Optional<Series> errors = run.series(SeriesKey.of(Quantity.CONTEXT_ERROR));
        double share = this == REST ? NEARLY : LEARNED;
        for (int i = 0; errors.isPresent() && i < run.count(); i++) {
            double error = errors.get().at(i, 0, task);
            if (run.step(i) >= from && error < share * errors.get().at(0, 0, 0)) {
                return Optional.of(run.step(i) - from);
            }
        }
        return Optional.empty();
    }

    private static String words(Optional<Integer> steps) {
        return steps.map(n -> Integer.toString(n)).orElse(Words.say("scene.prior-task.not-yet"));
    }

    Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        if (runs.size() <= others() || runs.get(0).trajectory().count() == 0) {
            return Optional.empty();
        }
        int epochs = config.whole("epochs");
        List<String> seconds = new ArrayList<>();
        for (int k = 0; k <= others(); k++) {
            String took = words(took(runs.get(k).trajectory(), 1, change(epochs, k)));
            seconds.add(others() == 0 ? took : called(k) + " " + took);
        }
        String stage =
                step < change(epochs, 0) ? Words.say("scene.prior-task.first") : Words.say("scene.prior-task.second");
        String first = words(took(runs.get(0).trajectory(), 0, 0));
        return Optional.of(new Narration(
                stage,
                "t = " + Numbers.fixed(step, 0),
                Words.say(
                        "scene.prior-task.took",
                        Shares.percent(this == REST ? NEARLY : LEARNED),
                        first,
                        String.join(", ", seconds))));
    }
}
