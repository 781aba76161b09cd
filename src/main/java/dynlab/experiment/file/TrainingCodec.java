package dynlab.experiment.file;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.experiment.Refused;
import dynlab.experiment.Training;
import dynlab.learning.Batch;
import dynlab.learning.LabelNoise;
import dynlab.learning.LearningRule;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.numeric.Seeds;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@code "training"} block of an experiment file. */
final class TrainingCodec {
    private TrainingCodec() {}

    static Training read(JsonCursor cursor, Architecture architecture, List<Context> contexts) {
        cursor.fields("dt", "tau", "steps", "from", "gates_every", "loss", "optimizer", "batch", "label_noise", "rule");
        Map<String, Integer> from = new LinkedHashMap<>();
        for (JsonCursor entry : cursor.optional("from").map(JsonCursor::entries).orElse(List.of())) {
            String edge = entry.name();
            Optional<Integer> e = architecture.edge(edge);
            if (e.isEmpty()) {
                throw entry.refused(Phrase.of("file.no-edge"));
            }
            if (!architecture.owns(e.get())) {
                throw entry.refused(Phrase.of("file.tied"));
            }
            from.put(edge, entry.whole(0, ExperimentCodec.MOST_STEPS));
        }
        Training training = new Training(
                cursor.required("dt").positive(),
                cursor.required("tau").positive(),
                cursor.required("steps").whole(0, ExperimentCodec.MOST_STEPS),
                from,
                cursor.optional("gates_every")
                        .map(c -> OptionalInt.of(c.whole(1, ExperimentCodec.MOST_STEPS)))
                        .orElse(OptionalInt.empty()),
                method(cursor, contexts));
        if (!Double.isFinite(training.learningRate()) || !Double.isFinite(training.dt() * training.steps())) {
            throw cursor.refused(Phrase.of("file.infinite-time"));
        }
        check(cursor, training, contexts);
        return training;
    }

    private static Method method(JsonCursor cursor, List<Context> contexts) {
        Loss loss = cursor.optional("loss")
                .map(c -> c.word(Loss.values(), Loss::word))
                .orElse(Loss.SQUARED);
        UpdateRule update =
                cursor.optional("optimizer").map(TrainingCodec::optimizer).orElse(UpdateRule.PLAIN);
        LearningRule rule = cursor.optional("rule").map(TrainingCodec::rule).orElse(LearningRule.BACKPROP);
        if (rule.kind().teacher().learns() && update.kind().mover().hasVelocity()) {
            throw cursor.required("rule")
                    .required("kind")
                    .refused(Phrase.of(
                            "file.optimizer",
                            Argument.name(rule.kind().word()),
                            Argument.name(update.kind().word())));
        }
        return new Method(
                loss,
                update,
                cursor.optional("batch").map(c -> batch(c, contexts)),
                cursor.optional("label_noise").map(c -> noise(c, loss)),
                rule);
    }

    private static UpdateRule optimizer(JsonCursor cursor) {
        cursor.fields("kind", "beta", "weight_decay");
        UpdateRule.Kind kind = cursor.optional("kind")
                .map(c -> c.word(UpdateRule.Kind.values(), UpdateRule.Kind::word))
                .orElse(UpdateRule.Kind.GRADIENT);
        Optional<JsonCursor> given = cursor.optional("beta");
        double beta = given.map(JsonCursor::atLeastZero).orElse(0.0);
        if (beta >= 1) {
            throw given.orElse(cursor).refused(Phrase.of("file.below-one"));
        }
        if (beta != 0 && !kind.mover().hasVelocity()) {
            throw given.orElse(cursor).refused(Phrase.of("file.no-momentum", Argument.name(kind.word())));
        }
        double decay =
                cursor.optional("weight_decay").map(JsonCursor::atLeastZero).orElse(0.0);
        return new UpdateRule(kind, beta, decay);
    }

    private static Batch batch(JsonCursor cursor, List<Context> contexts) {
        cursor.fields("size", "seed", "order");
        int samples = samples(contexts);
        if (samples == 0) {
            throw cursor.refused(Phrase.of("file.no-trained"));
        }
        return new Batch(
                cursor.required("size").whole(1, samples),
                cursor.required("seed").seed(),
                cursor.optional("order")
                        .map(c -> c.word(Batch.Order.values(), Batch.Order::word))
                        .orElse(Batch.Order.SHUFFLED));
    }

    private static int samples(List<Context> contexts) {
        return contexts.stream()
                .filter(Context::train)
                .mapToInt(Context::samples)
                .sum();
    }

    private static LabelNoise noise(JsonCursor cursor, Loss loss) {
        JsonCursor word = cursor.required("kind");
        LabelNoise.Kind kind = word.word(LabelNoise.Kind.values(), LabelNoise.Kind::word);
        cursor.fields("kind", kind.field(), "seed");
        if (kind.forShares() != loss.function().ofShares()) {
            throw word.refused(Phrase.of("file.noise-loss", Argument.name(kind.word()), Argument.name(loss.word())));
        }
        JsonCursor amount = cursor.required(kind.field());
        double value = amount.atLeastZero();
        if (value > kind.most()) {
            throw amount.refused(Phrase.of("file.number-to", new Argument.Whole(kind.most())));
        }
        return new LabelNoise(kind, value, cursor.required("seed").seed());
    }

    private static LearningRule rule(JsonCursor cursor) {
        LearningRule.Kind kind = cursor.optional("kind")
                .map(c -> c.word(LearningRule.Kind.values(), LearningRule.Kind::word))
                .orElse(LearningRule.Kind.BACKPROP);
        if (!kind.teacher().mirrors()) {
            cursor.fields("kind");
            return new LearningRule(kind, 0);
        }
        cursor.fields("kind", "mirror");
        return new LearningRule(kind, cursor.required("mirror").atLeastZero());
    }

    /** What does not go together. */
    private static void check(JsonCursor cursor, Training training, List<Context> contexts) {
        boolean periods = contexts.stream().anyMatch(context -> context.during().isPresent());
        Optional<JsonCursor> batch = cursor.optional("batch");
        if (periods && batch.isPresent()) {
            throw batch.get().refused(Phrase.of("file.batch-periods"));
        }
        Optional<JsonCursor> held = cursor.optional("gates_every");
        if (held.isPresent() && (periods || batch.isPresent())) {
            throw held.get().refused(periods ? Phrase.of("file.gates-periods") : Phrase.of("file.gates-batches"));
        }
        if (training.method().loss().function().ofShares()) {
            checkShares(contexts, training.method().loss());
        }
    }

    private static void checkShares(List<Context> contexts, Loss loss) {
        for (int c = 0; c < contexts.size(); c++) {
            for (Map.Entry<String, Matrix> y : contexts.get(c).y().entrySet()) {
                for (int i = 0; i < y.getValue().rows(); i++) {
                    for (int n = 0; n < y.getValue().columns(); n++) {
                        if (y.getValue().at(i, n) < 0) {
                            throw new Refused(
                                    "contexts[" + c + "].y." + y.getKey() + "[" + i + "][" + n + "]",
                                    Phrase.of("file.negative-target", Argument.name(loss.word())));
                        }
                    }
                }
            }
        }
    }

    static void write(JsonWriter json, Training training) {
        json.open('{').name("dt").number(training.dt());
        json.name("tau").number(training.tau()).name("steps").number(training.steps());
        if (!training.from().isEmpty()) {
            json.name("from").open('{');
            training.from().forEach((edge, step) -> json.name(edge).number(step));
            json.close('}');
        }
        training.gatesEvery().ifPresent(every -> json.name("gates_every").number(every));
        Method method = training.method();
        if (method.loss() != Loss.SQUARED) {
            json.name("loss").text(method.loss().word());
        }
        UpdateRule update = method.update();
        if (!update.equals(UpdateRule.PLAIN)) {
            json.name("optimizer").open('{').name("kind").text(update.kind().word());
            json.name("beta").number(update.beta());
            json.name("weight_decay").number(update.weightDecay()).close('}');
        }
        method.batch().ifPresent(batch -> {
            json.name("batch").open('{').name("size").number(batch.size());
            json.name("seed").number(Seeds.unsigned(batch.seed()));
            json.name("order").text(batch.order().word()).close('}');
        });
        method.noise().ifPresent(noise -> {
            json.name("label_noise").open('{').name("kind").text(noise.kind().word());
            json.name(noise.kind().field()).number(noise.amount());
            json.name("seed").number(Seeds.unsigned(noise.seed())).close('}');
        });
        LearningRule rule = method.rule();
        if (!rule.equals(LearningRule.BACKPROP)) {
            json.name("rule").open('{').name("kind").text(rule.kind().word());
            if (rule.kind().teacher().mirrors()) {
                json.name("mirror").number(rule.mirror());
            }
            json.close('}');
        }
        json.close('}');
    }
}
