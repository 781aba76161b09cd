package dynlab.experiment.file;

import dynlab.architecture.Architecture;
import dynlab.learning.Init;
import dynlab.numeric.Seeds;
import dynlab.words.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The {@code "init"} block of an experiment file. */
final class InitCodec {
    private InitCodec() {}

    static Init read(JsonCursor cursor, Architecture architecture) {
        Init base = single(cursor, true);
        Optional<JsonCursor> overrides = cursor.optional("overrides");
        if (overrides.isEmpty()) {
            return base;
        }
        Map<String, Init> byEdge = new LinkedHashMap<>();
        for (JsonCursor entry : overrides.get().entries()) {
            String edge = entry.path().substring(overrides.get().path().length() + 1);
            if (architecture.edge(edge).isEmpty()) {
                throw entry.refused(Phrase.of("file.no-edge"));
            }
            if (!architecture.owns(architecture.edge(edge).get())) {
                throw entry.refused(Phrase.of("file.tied"));
            }
            byEdge.put(edge, single(entry, false));
        }
        return new Init.Overridden(base, byEdge);
    }

    private static Init single(JsonCursor cursor, boolean whole) {
        JsonCursor kind = cursor.required("kind");
        String rest = whole ? "overrides" : "seed";
        return switch (kind.text()) {
            case "gaussian" -> {
                cursor.fields("kind", "sigma", "seed", rest);
                yield new Init.Gaussian(cursor.required("sigma").atLeastZero(), seed(cursor));
            }
            case "nma" -> {
                cursor.fields("kind", "gamma", "seed", rest);
                yield new Init.ScaledGaussian(cursor.required("gamma").atLeastZero(), seed(cursor));
            }
            case "orthogonal" -> {
                cursor.fields("kind", "gain", "seed", rest);
                yield new Init.Orthogonal(cursor.required("gain").atLeastZero(), seed(cursor));
            }
            case "balanced" -> {
                alone(kind, whole);
                cursor.fields("kind", "lambda", "scale", "seed", rest);
                yield new Init.Balanced(
                        cursor.required("lambda").number(),
                        cursor.required("scale").atLeastZero(),
                        seed(cursor));
            }
            case "decoupled" -> {
                alone(kind, whole);
                cursor.fields("kind", "b0", "seed", rest);
                yield new Init.Aligned(cursor.required("b0").number(), seed(cursor));
            }
            default -> throw kind.refused(Phrase.of("file.init-kinds"));
        };
    }

    private static void alone(JsonCursor kind, boolean whole) {
        if (!whole) {
            throw kind.refused(Phrase.of("file.whole-start"));
        }
    }

    private static int seed(JsonCursor cursor) {
        return cursor.required("seed").seed();
    }

    static void write(JsonWriter json, Init init) {
        if (init instanceof Init.Overridden overridden) {
            open(json, overridden.base()).name("overrides").open('{');
            overridden
                    .overrides()
                    .forEach((edge, one) -> open(json.name(edge), one).close('}'));
            json.close('}').close('}');
        } else {
            open(json, init).close('}');
        }
    }

    private static JsonWriter open(JsonWriter json, Init init) {
        json.open('{').name("kind");
        if (init instanceof Init.Gaussian gaussian) {
            json.text("gaussian").name("sigma").number(gaussian.sigma());
        } else if (init instanceof Init.ScaledGaussian scaled) {
            json.text("nma").name("gamma").number(scaled.gamma());
        } else if (init instanceof Init.Orthogonal orthogonal) {
            json.text("orthogonal").name("gain").number(orthogonal.gain());
        } else if (init instanceof Init.Balanced balanced) {
            json.text("balanced")
                    .name("lambda")
                    .number(balanced.lambda())
                    .name("scale")
                    .number(balanced.scale());
        } else if (init instanceof Init.Aligned aligned) {
            json.text("decoupled").name("b0").number(aligned.b0());
        } else {
            throw new AssertionError("a new kind of init");
        }
        return json.name("seed").number(Seeds.unsigned(init.seed()));
    }
}
