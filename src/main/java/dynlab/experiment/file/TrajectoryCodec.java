package dynlab.experiment.file;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.PathCount;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.network.Extras;
import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import dynlab.theory.Assumption;
import dynlab.theory.Claim;
import dynlab.theory.ClaimWords;
import dynlab.theory.Prediction;
import dynlab.theory.Saddle;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.words.Words;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trajectory file, {@code "format": "dynlab-trajectory/1"}. */
public final class TrajectoryCodec {
    /** The first field of every trajectory file. */
    public static final String FORMAT = "dynlab-trajectory/1";
    /** Engine and version, as written into every trajectory. */
    public static final String ENGINE = "dynlab 1.0.0";

    private static final BigInteger LARGEST_NUMBER = BigInteger.ONE.shiftLeft(53);

    private TrajectoryCodec() {}

    /**
     * The file of a finished run: its record, its paths, and what is known of its theory.
     *
     * @param runner a run that is done
     */
    public static String write(Runner runner, Decimals decimals) {
        Experiment experiment = runner.experiment();
        Result result = runner.result();
        Trajectory trajectory = result.trajectory();
        JsonWriter json = new JsonWriter(decimals);
        json.open('{');
        json.line().name("format").text(FORMAT);
        json.line().name("experiment").text(experiment.name());
        json.line().name("engine").text(ENGINE);
        trajectory.digest().ifPresent(digest -> json.line().name("digest").text(digest));
        if (trajectory.divergedAt().isPresent()) {
            json.line()
                    .name("diverged")
                    .open('{')
                    .name("step")
                    .number(trajectory.divergedAt().getAsInt())
                    .close('}');
        }
        writeNames(json, experiment);
        json.line().name("at").open('[');
        for (int i = 0; i < trajectory.count(); i++) {
            json.number(trajectory.step(i));
        }
        json.close(']').line().name("time").open('[');
        for (int i = 0; i < trajectory.count(); i++) {
            json.number(trajectory.time(i));
        }
        json.close(']').line().name("loss").open('[');
        for (int i = 0; i < trajectory.count(); i++) {
            json.number(trajectory.loss(i));
        }
        json.close(']');
        SeriesJson.write(json, experiment, trajectory);
        result.findings().ifPresent(findings -> FindingsJson.write(json, experiment, findings));
        writeLast(json, trajectory.last());
        writePaths(json, experiment.architecture());
        writeTheoryBlock(json, result, runner.reduction());
        List<String> notes = new ArrayList<>();
        trajectory.notes().forEach(note -> notes.add(Words.say(note)));
        result.findings().ifPresent(findings -> notes.addAll(FindingsJson.notes(experiment, findings)));
        if (!notes.isEmpty()) {
            json.line().name("notes").open('[');
            notes.forEach(json::text);
            json.close(']');
        }
        json.close('}');
        return json + "\n";
    }

    /** What the file calls the samples of each context, and the units of each output. */
    private static void writeNames(JsonWriter json, Experiment experiment) {
        List<String> keys = contextKeys(experiment.contexts());
        Map<String, List<String>> items = new LinkedHashMap<>();
        for (int c = 0; c < keys.size(); c++) {
            items.put(keys.get(c), experiment.contexts().get(c).items());
        }
        writeNames(json, "items", items);
        Map<String, List<String>> properties = new LinkedHashMap<>();
        experiment.architecture().nodes().forEach(node -> properties.put(node.id(), node.properties()));
        writeNames(json, "properties", properties);
    }

    private static void writeNames(JsonWriter json, String word, Map<String, List<String>> names) {
        if (names.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        json.line().name(word).open('{');
        names.forEach((of, all) -> {
            if (!all.isEmpty()) {
                json.name(of).open('[');
                all.forEach(json::text);
                json.close(']');
            }
        });
        json.close('}');
    }

    /** Names of contexts where they are unique, also if empty, {@code #index} elsewhere. */
    static List<String> contextKeys(List<Context> contexts) {
        Map<String, Integer> uses = new HashMap<>();
        for (Context context : contexts) {
            uses.merge(context.name(), 1, Integer::sum);
        }
        List<String> keys = new ArrayList<>();
        for (int c = 0; c < contexts.size(); c++) {
            String name = contexts.get(c).name();
            keys.add(uses.getOrDefault(name, 0) == 1 ? name : "#" + c);
        }
        return keys;
    }

    /** Biases, θ of learned gates and feedback matrices after the last step. */
    private static void writeLast(JsonWriter json, Extras last) {
        if (!last.biases().isEmpty()) {
            json.line().name("final_biases").open('{');
            last.biases().forEach((node, b) -> json.name(node).numbers(b.toArray()));
            json.close('}');
        }
        if (!last.gates().isEmpty()) {
            json.line().name("final_gates").open('[');
            last.gates().forEach(group -> matrix(json.line(), group.initial()));
            json.close(']');
        }
        if (!last.feedback().isEmpty()) {
            json.line().name("final_feedback").open('{');
            last.feedback().forEach((name, b) -> matrix(json.line().name(name), b));
            json.close('}');
        }
    }

    private static void writePaths(JsonWriter json, Architecture architecture) {
        PathCount paths = new PathCount(architecture);
        count(json.line().name("paths").open('{').name("count"), paths.total());
        json.name("per_edge").open('{');
        for (int e = 0; e < architecture.edges().size(); e++) {
            count(json.name(architecture.edges().get(e).id()), paths.through(e));
        }
        json.close('}').close('}');
    }

    private static void count(JsonWriter json, BigInteger count) {
        if (count.compareTo(LARGEST_NUMBER) > 0) {
            json.text(count.toString());
        } else {
            json.literal(count.toString());
        }
    }

    /** The two residuals and the number of classes always, the prediction if there is one. */
    private static void writeTheoryBlock(JsonWriter json, Result result, Optional<NeuralRaceReduction> reduction) {
        if (reduction.isEmpty() && result.prediction().isEmpty()) {
            return;
        }
        json.line().name("theory").open('{');
        if (reduction.isPresent()) {
            json.name("residual").number(reduction.get().residual());
            json.name("joint_residual").number(reduction.get().jointResidual());
            json.name("interaction_components").number(reduction.get().interactionClasses());
        } else {
            result.prediction().ifPresent(prediction -> json.name("residual").number(prediction.residual()));
        }
        result.prediction().ifPresent(prediction -> writePrediction(json, prediction));
        json.close('}');
    }

    private static void writePrediction(JsonWriter json, Prediction prediction) {
        writeClaim(json, prediction.claim());
        json.line().name("assumptions").open('[');
        for (Assumption assumption : prediction.assumptions()) {
            json.line().open('{').name("name").text(Words.say(assumption.name()));
            json.name("code").text(assumption.premise().code());
            boolean measured = assumption.state() != Assumption.State.NOT_MEASURED;
            json.name("holds").literal(measured ? Boolean.toString(assumption.holds()) : "null");
            if (Double.isFinite(assumption.measure())) {
                json.name("measure").number(assumption.measure());
            }
            json.name("limit").number(assumption.limit());
            json.name("sentence").text(Words.say(assumption.sentence())).close('}');
        }
        json.close(']');
        if (prediction.loss().length > 0) {
            json.line().name("loss").numbers(prediction.loss());
        }
        prediction.modeStrength().ifPresent(m -> matrix(json.line().name("mode_strength"), m));
        if (!prediction.strength().isEmpty()) {
            json.line().name("strength").open('{');
            prediction.strength().forEach((edge, m) -> matrix(json.line().name(edge), m));
            json.close('}');
        }
        if (!prediction.map().isEmpty()) {
            json.line().name("map").open('[');
            prediction.map().forEach(m -> matrix(json.line(), m));
            json.close(']');
        }
        if (!prediction.also().isEmpty()) {
            json.line().name("also").open('[');
            for (Prediction also : prediction.also()) {
                json.line().open('{');
                writePrediction(json, also);
                json.close('}');
            }
            json.close(']');
        }
    }

    private static void writeClaim(JsonWriter json, Claim claim) {
        json.name("kind").text(claim.kind());
        if (claim.of() != Claim.Of.NOTHING) {
            json.name("of").text(claim.of().word());
        }
        json.name("exact").literal(Boolean.toString(claim.exact()));
        if (claim.distance().isPresent() && Double.isFinite(claim.distance().getAsDouble())) {
            json.name("distance").number(claim.distance().getAsDouble());
        }
        if (Double.isFinite(claim.trustedUntil())) {
            json.name("trusted_until").number(Math.floor(claim.trustedUntil()));
        }
        if (!claim.saddles().isEmpty()) {
            json.line().name("saddles").open('[');
            for (Saddle saddle : claim.saddles()) {
                json.line().open('{').name("mode").number(saddle.mode() + 1);
                json.name("cause").text(saddle.cause().word());
                json.name("path").open('[');
                saddle.path().forEach(json::text);
                json.close(']');
                json.name("initial").number(saddle.initial());
                if (Double.isFinite(saddle.required())) {
                    json.name("required").number(saddle.required());
                }
                json.name("escape");
                if (Double.isFinite(saddle.escape())) {
                    json.number(Math.floor(saddle.escape()));
                } else {
                    json.text("never");
                }
                json.close('}');
            }
            json.close(']');
        }
        json.name("badge").text(Words.say(ClaimWords.reason(claim)));
    }

    private static void matrix(JsonWriter json, Matrix m) {
        json.matrix(m.toArray(), 0, m.rows(), m.columns());
    }
}
