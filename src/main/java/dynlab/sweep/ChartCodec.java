package dynlab.sweep;

import dynlab.experiment.file.JsonCursor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The {@code "figures"} of a plan. */
final class ChartCodec {
    private final List<String> axes;
    private final List<String> measures;

    private ChartCodec(List<String> axes, List<String> measures) {
        this.axes = axes;
        this.measures = measures;
    }

    static List<ChartPlan> read(JsonCursor file, List<String> axes, List<Gauge> gauges) {
        ChartCodec codec =
                new ChartCodec(axes, gauges.stream().map(Gauge::column).toList());
        List<ChartPlan> charts = new ArrayList<>();
        Optional<JsonCursor> list = file.optional("figures");
        Set<String> names = new LinkedHashSet<>(Set.of("rows"));
        if (list.isPresent()) {
            for (JsonCursor cursor : list.get().elements()) {
                ChartPlan chart = codec.chart(cursor);
                if (!names.add(chart.name())) {
                    throw cursor.refused("\"" + chart.name() + "\" is the name of another file");
                }
                charts.add(chart);
            }
        }
        return charts;
    }

    private ChartPlan chart(JsonCursor cursor) {
        boolean tiles = cursor.required("kind")
                .word(new String[] {"lines", "heat"}, word -> word)
                .equals("heat");
        return tiles ? tiles(cursor) : lines(cursor);
    }

    private ChartPlan tiles(JsonCursor cursor) {
        cursor.fields(
                "name", "kind", "title", "x", "y", "value", "centre", "below", "value_scale", "x_label", "y_label");
        String x = among(cursor.required("x"), axes, "an axis");
        String up = among(cursor.required("y"), axes, "an axis");
        String value = among(cursor.required("value"), measures, "a measure");
        return new ChartPlan(
                fileName(cursor),
                words(cursor, "title", value.replace('_', ' ')),
                true,
                x,
                Optional.empty(),
                Optional.of(up),
                List.of(value),
                summary(cursor, ChartPlan.Spread.NONE),
                false,
                log(cursor, "value_scale"),
                words(cursor, "x_label", x),
                words(cursor, "y_label", up));
    }

    private ChartPlan lines(JsonCursor cursor) {
        cursor.fields(
                "name", "kind", "title", "x", "over", "by", "y", "centre", "spread", "below", "x_scale", "y_scale",
                "x_label", "y_label");
        String x = among(cursor.required("x"), axes, "an axis");
        Optional<String> over = cursor.optional("over").map(at -> among(at, axes, "an axis"));
        Optional<String> by = cursor.optional("by").map(at -> among(at, axes, "an axis"));
        List<String> shown = new ArrayList<>();
        for (JsonCursor one : cursor.required("y").elements()) {
            shown.add(among(one, measures, "a measure"));
        }
        if (shown.isEmpty() || by.isPresent() && shown.size() > 1) {
            throw cursor.required("y").refused("expected one measure where there is by, and at least one");
        }
        ChartPlan.Spread spread = cursor.optional("spread")
                .map(at -> at.word(ChartPlan.Spread.values(), ChartPlan.Spread::word))
                .orElse(ChartPlan.Spread.NONE);
        String y = String.join(", ", shown).replace('_', ' ');
        return new ChartPlan(
                fileName(cursor),
                words(cursor, "title", y),
                false,
                x,
                over,
                by,
                shown,
                summary(cursor, spread),
                log(cursor, "x_scale"),
                log(cursor, "y_scale"),
                words(cursor, "x_label", x + over.map(o -> "/" + o).orElse("")),
                words(cursor, "y_label", y));
    }

    private static String among(JsonCursor cursor, List<String> names, String what) {
        String name = cursor.text();
        if (!names.contains(name)) {
            throw cursor.refused("expected " + what + " of this plan: " + String.join(", ", names));
        }
        return name;
    }

    private static String words(JsonCursor cursor, String field, String otherwise) {
        return cursor.optional(field).map(JsonCursor::text).orElse(otherwise);
    }

    private static boolean log(JsonCursor cursor, String field) {
        return cursor.optional(field)
                .map(at -> at.word(new String[] {"linear", "log"}, word -> word).equals("log"))
                .orElse(false);
    }

    private static ChartPlan.Summary summary(JsonCursor cursor, ChartPlan.Spread spread) {
        boolean median = cursor.optional("centre")
                .map(at ->
                        at.word(new String[] {"mean", "median"}, word -> word).equals("median"))
                .orElse(false);
        OptionalDouble below = cursor.optional("below")
                .map(at -> OptionalDouble.of(at.number()))
                .orElse(OptionalDouble.empty());
        return new ChartPlan.Summary(median, spread, below);
    }

    /** A name of small letters, digits and hyphens, so that it is one on every disk. */
    private static String fileName(JsonCursor cursor) {
        JsonCursor at = cursor.required("name");
        if (!at.text().matches("[a-z][a-z0-9-]{0,63}")) {
            throw at.refused("expected small letters, digits and hyphens");
        }
        return at.text();
    }
}
