package dynlab.sweep;

import dynlab.experiment.Refused;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonCursor;
import dynlab.experiment.file.JsonReader;
import dynlab.numeric.Decimals;
import dynlab.numeric.Seeds;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the plan of a sweep, {@code "format": "dynlab-sweep/1"}, with every name in it checked. */
public final class PlanCodec {
    /** The first field of every plan. */
    public static final String FORMAT = "dynlab-sweep/1";

    private static final int MOST_SEEDS = 100_000;

    private PlanCodec() {}

    /**
     * Reads a plan.
     *
     * @param files the text of a file that the plan names
     * @throws Refused with one sentence and the place of the first thing that is wrong
     */
    public static Plan read(String text, Function<String, String> files, Decimals decimals) {
        JsonCursor file = new JsonCursor(JsonReader.read(text), "", decimals);
        JsonCursor format = file.required("format");
        if (!format.text().equals(FORMAT)) {
            throw format.refused("expected \"" + FORMAT + "\"");
        }
        file.fields("format", "name", "description", "base", "axes", "keep", "sample", "seeds", "measures", "figures");
        file.optional("description").ifPresent(JsonCursor::text);
        Base base = base(file.required("base"), files, decimals);
        Optional<Points.Sample> sample = file.optional("sample").map(PlanCodec::sample);
        List<Axis> axes = AxisCodec.read(file.required("axes"), base, sample.isPresent(), decimals);
        List<Gauge> gauges = GaugeCodec.read(file.required("measures"));
        checkNames(file, axes, gauges);
        List<Points.Keep> keep = keep(file);
        List<List<Axis.Value>> points = sample.isPresent()
                ? Points.sample(axes, keep, sample.get(), decimals)
                : Points.grid(axes, keep, decimals);
        Optional<JsonCursor> seedBlock = file.optional("seeds");
        List<Json> seeds = seedBlock.map(block -> seeds(block, decimals)).orElse(List.of());
        String seedSets = seedBlock
                .flatMap(block -> block.optional("sets"))
                .map(JsonCursor::text)
                .orElse(base.seed());
        if (!seeds.isEmpty()) {
            seedBlock.ifPresent(block -> checked(base, block, seedSets));
        }
        double rows = (double) points.size() * Math.max(1, seeds.size());
        if (rows > Points.MOST || rows == 0) {
            throw file.refused("has " + decimals.format(rows) + " rows, from 1 to " + Points.MOST + " are run");
        }
        List<ChartPlan> charts =
                ChartCodec.read(file, axes.stream().map(Axis::name).toList(), gauges);
        String name = file.optional("name").map(JsonCursor::text).orElse("untitled");
        return new Plan(name, base, axes, points, seedSets, seeds, gauges, charts, decimals);
    }

    /** Refuses what cannot be set, at the place in the plan that names it. */
    static void checked(Base base, JsonCursor place, String sets) {
        try {
            base.check(sets);
        } catch (Refused refused) {
            throw place.refused(refused.line());
        }
    }

    private static Base base(JsonCursor cursor, Function<String, String> files, Decimals decimals) {
        Optional<JsonCursor> lesson = cursor.optional("lesson");
        if (lesson.isPresent()) {
            cursor.fields("lesson", "settings");
            return lesson(lesson.get(), cursor.optional("settings"), decimals);
        }
        cursor.fields("experiment", "file");
        Optional<JsonCursor> experiment = cursor.optional("experiment");
        if (experiment.isPresent() == cursor.optional("file").isPresent()) {
            throw cursor.refused("expected one of lesson, experiment, file");
        }
        if (experiment.isPresent()) {
            return new Base.File(experiment.get().value());
        }
        return new Base.File(JsonReader.read(files.apply(cursor.required("file").text())));
    }

    private static Base lesson(JsonCursor word, Optional<JsonCursor> settings, Decimals decimals) {
        Scene scene = Scenes.byId(word.text()).orElseThrow(() -> word.refused("there is no such lesson"));
        SceneConfig config = SceneConfig.initial(scene.knobs());
        if (settings.isPresent()) {
            for (JsonCursor setting : settings.get().entries()) {
                try {
                    config = Base.Lesson.with(config, setting.name(), setting.value(), decimals);
                } catch (Refused refused) {
                    throw setting.refused(refused.line());
                }
            }
        }
        return new Base.Lesson(scene, config, Base.Lesson.bare(scene, config, decimals));
    }

    private static Points.Sample sample(JsonCursor cursor) {
        cursor.fields("count", "seed");
        return new Points.Sample(
                cursor.required("count").whole(1, Points.MOST),
                cursor.required("seed").seed());
    }

    private static List<Points.Keep> keep(JsonCursor file) {
        List<Points.Keep> keep = new ArrayList<>();
        Optional<JsonCursor> list = file.optional("keep");
        if (list.isPresent()) {
            for (JsonCursor one : list.get().elements()) {
                one.fields("axis", "at_most");
                keep.add(new Points.Keep(
                        one.required("axis").text(), one.required("at_most").text()));
            }
        }
        return keep;
    }

    private static List<Json> seeds(JsonCursor cursor, Decimals decimals) {
        cursor.fields("from", "count", "values", "sets");
        List<Json> seeds = new ArrayList<>();
        Optional<JsonCursor> values = cursor.optional("values");
        if (values.isPresent()) {
            for (JsonCursor value : values.get().elements()) {
                seeds.add(Axis.numeral(Seeds.unsigned(value.seed()), decimals));
            }
            return seeds;
        }
        double from = Seeds.unsigned(cursor.required("from").seed());
        int count = cursor.required("count").whole(1, MOST_SEEDS);
        if (from + count - 1 > Seeds.MOST) {
            throw cursor.refused("goes beyond the largest seed, " + decimals.format(Seeds.MOST));
        }
        for (int k = 0; k < count; k++) {
            seeds.add(Axis.numeral(from + k, decimals));
        }
        return seeds;
    }

    /** Every column has a name of its own. */
    private static void checkNames(JsonCursor file, List<Axis> axes, List<Gauge> gauges) {
        Set<String> names = new LinkedHashSet<>(List.of("row", "seed", "status", "reason", "digest", "diverged_at"));
        for (Axis axis : axes) {
            if (!names.add(axis.name())) {
                throw file.required("axes").refused("\"" + axis.name() + "\" is the name of another column");
            }
        }
        for (Gauge gauge : gauges) {
            if (!names.add(gauge.column())) {
                throw file.required("measures").refused("\"" + gauge.column() + "\" is the name of another column");
            }
        }
    }
}
