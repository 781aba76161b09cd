package dynlab.experiment.file;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Refused;
import dynlab.experiment.Training;
import dynlab.numeric.Decimals;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The experiment file, {@code "format": "dynlab-experiment/1"}: reading with every cap and shape checked, and writing. */
public final class ExperimentCodec {
    /** The first field of every experiment file. */
    public static final String FORMAT = "dynlab-experiment/1";

    static final int MOST_STEPS = 100_000_000;
    static final int MOST_SIMILARITY_SAMPLES = 1024;
    /** Activities that a run may hold, width × samples over all nodes: 400 MB of doubles. */
    static final double MOST_ACTIVITIES = 5e7;

    /** What can be recorded of a run that holds its gates: other quantities look at units as they would be without. */
    private static final Set<Quantity> HELD = Set.of(Quantity.LOSS, Quantity.SINGULAR_VALUES, Quantity.WEIGHTS);

    /** Quantities with a number for every two samples. */
    private static final Set<Quantity> SQUARE =
            Set.of(Quantity.SIMILARITY, Quantity.EUCLIDEAN_DISTANCE, Quantity.CORRELATION_DISTANCE);

    private ExperimentCodec() {}

    /**
     * Reads an experiment file.
     *
     * @throws Refused with what is wrong first and its JSON path
     */
    public static Experiment read(String text, Decimals decimals) {
        return read(JsonReader.read(text), decimals);
    }

    /** The same of a file whose JSON has been read already. */
    public static Experiment read(Json value, Decimals decimals) {
        JsonCursor file = new JsonCursor(value, "", decimals);
        JsonCursor format = file.required("format");
        if (!format.text().equals(FORMAT)) {
            throw format.refused(Phrase.of("file.format", Argument.name(FORMAT)));
        }
        file.fields(
                "format",
                "name",
                "description",
                "graph",
                "contexts",
                "initial_weights",
                "init",
                "initial_biases",
                "learned_gates",
                "feedback",
                "training",
                "record",
                "theory",
                "expected",
                "drawing");
        Architecture architecture = GraphCodec.read(file.required("graph"));
        List<Context> contexts = ContextCodec.read(file.required("contexts"), architecture);
        Training training = TrainingCodec.read(file.required("training"), architecture, contexts);
        RecordPlan record = file.optional("record")
                .map(cursor -> RecordCodec.read(cursor, training.steps()))
                .orElse(new RecordPlan(
                        new RecordPlan.When.Adaptive(), Set.of(Quantity.LOSS, Quantity.SINGULAR_VALUES)));
        if (training.gatesEvery().isPresent() && !HELD.containsAll(record.quantities())) {
            throw file.required("training").refused(Phrase.of("file.holds-gates"));
        }
        checkSize(file, architecture, contexts, record);
        return new Experiment(
                file.optional("name").map(JsonCursor::text).orElse("untitled"),
                file.optional("description").map(JsonCursor::text).orElse(""),
                architecture,
                contexts,
                StartCodec.read(file, architecture),
                training,
                record,
                file.optional("theory").map(JsonCursor::bool).orElse(false),
                ExtrasCodec.read(file, architecture, contexts, training));
    }

    private static void checkSize(
            JsonCursor file, Architecture architecture, List<Context> contexts, RecordPlan record) {
        int samples = 0;
        for (Context context : contexts) {
            samples += context.samples();
        }
        double units = 0;
        for (Node node : architecture.nodes()) {
            units += node.width();
        }
        if (units * samples > MOST_ACTIVITIES) {
            throw file.required("contexts")
                    .refused(Phrase.of("file.activities", Lists.plain(units * samples), Lists.plain(MOST_ACTIVITIES)));
        }
        Optional<Quantity> square =
                record.quantities().stream().filter(SQUARE::contains).findFirst();
        if (square.isPresent() && samples > MOST_SIMILARITY_SAMPLES) {
            throw new Refused(
                    "record.quantities",
                    Phrase.of(
                            "file.square",
                            Argument.name(square.get().word()),
                            Argument.count(MOST_SIMILARITY_SAMPLES),
                            Argument.count(samples)));
        }
    }

    /** The file of an experiment; {@link #read} gives an equal experiment back. */
    public static String write(Experiment experiment, Decimals decimals) {
        JsonWriter json = new JsonWriter(decimals);
        Architecture architecture = experiment.architecture();
        json.open('{');
        json.line().name("format").text(FORMAT);
        json.line().name("name").text(experiment.name());
        json.line().name("description").text(experiment.description());
        GraphCodec.write(json.line().name("graph"), architecture);
        ContextCodec.write(json.line().name("contexts"), experiment.contexts());
        StartCodec.write(json, experiment.start(), architecture);
        ExtrasCodec.write(json, experiment.extras());
        TrainingCodec.write(json.line().name("training"), experiment.training());
        RecordCodec.write(json.line().name("record"), experiment.record());
        if (experiment.theory()) {
            json.line().name("theory").literal("true");
        }
        json.close('}');
        return json + "\n";
    }
}
