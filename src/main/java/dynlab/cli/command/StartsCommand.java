package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.InputFile;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Numbers;
import dynlab.numeric.Vectors;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code starts [--check]}: the map of starts of the lesson {@code rich-lazy}, run by run. */
@Command(
        name = "starts",
        description = "Runs the lesson rich-lazy at every size and balance of its map and writes how far each run has"
                + " turned away from its start, or compares.")
public final class StartsCommand implements Callable<Integer> {
    private static final List<String> KINDS = List.of("apart", "balanced", "random");
    private static final int SIZES = 17;
    private static final int BALANCES = 21;
    private static final int OFTEN = 20;

    private final Streams streams;

    @Option(names = "--check", description = "Compare, and write nothing.")
    private boolean check;

    @Option(names = "--out", paramLabel = "FILE", description = "The file; that of the lesson unless named.")
    private String file = "src/main/resources/data/starts.csv";

    public StartsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        String text = text();
        if (!check) {
            OutputFile.write(file, text, streams.out());
            return Exit.DONE;
        }
        boolean same = InputFile.read(file).equals(text);
        if (!same) {
            streams.err().println(file + " is not what is computed now; rewrite it with: starts");
        }
        return same ? Exit.DONE : Exit.MISMATCH;
    }

    private static String text() {
        StringBuilder text = new StringBuilder("start,measure,size");
        for (int column = 0; column < BALANCES; column++) {
            text.append(',').append(column - 10);
        }
        for (String kind : KINDS) {
            double[][] features = new double[SIZES][BALANCES];
            double[][] kernel = new double[SIZES][BALANCES];
            for (int row = 0; row < SIZES; row++) {
                for (int column = 0; column < BALANCES; column++) {
                    double[] turned = turned(kind, size(row), column - 10);
                    features[row][column] = turned[0];
                    kernel[row][column] = turned[1];
                }
            }
            rows(text, kind + ",features,", features);
            rows(text, kind + ",kernel,", kernel);
        }
        return text.append('\n').toString();
    }

    /** From a thousandth to ten, four a decade. */
    static double size(int row) {
        return Math.min(10, Math.max(1e-3, Math.pow(10, -3 + row / 4.0)));
    }

    private static void rows(StringBuilder text, String head, double[][] values) {
        for (int row = 0; row < values.length; row++) {
            text.append('\n').append(head).append(Numbers.typed(size(row), 3));
            for (double value : values[row]) {
                text.append(',').append(Numbers.plain(value, 3));
            }
        }
    }

    /** How far the hidden picture has turned at the end of a run as the lesson opens, and its kernel at the furthest. */
    static double[] turned(String kind, double size, double balance) {
        Scene lesson = Scenes.byId("rich-lazy").orElseThrow();
        SceneConfig config = SceneConfig.initial(lesson.knobs())
                .with("start", kind)
                .with("size", size)
                .with("balance", balance);
        Experiment e = lesson.experiment(config);
        RecordPlan plan = new RecordPlan(
                new RecordPlan.When.Every(OFTEN),
                EnumSet.of(Quantity.LOSS, Quantity.SIMILARITY, Quantity.KERNEL_DISTANCE));
        Trajectory run = Runner.of(new Experiment(
                        e.name(),
                        e.description(),
                        e.architecture(),
                        e.contexts(),
                        e.start(),
                        e.training(),
                        plan,
                        false))
                .complete()
                .trajectory();
        double furthest = 0;
        double end = 0;
        for (SeriesKey key : run.series().keySet()) {
            Series series = run.series().get(key);
            if (key.quantity() == Quantity.KERNEL_DISTANCE) {
                for (double value : series.values()) {
                    furthest = Math.max(furthest, value);
                }
            } else if (key.quantity() == Quantity.SIMILARITY) {
                end = Vectors.turned(series.matrix(0), series.matrix(run.count() - 1));
            }
        }
        return new double[] {end, furthest};
    }
}
