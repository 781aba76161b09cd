package dynlab.sweep;

import dynlab.experiment.Quantity;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonCursor;
import dynlab.measure.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The {@code "measures"} of a plan. */
final class GaugeCodec {
    private static final int MOST = 64;
    private static final int MOST_STEPS = 100_000_000;

    private GaugeCodec() {}

    static List<Gauge> read(JsonCursor list) {
        List<Gauge> gauges = new ArrayList<>();
        for (JsonCursor element : list.elements()) {
            gauges.add(element.value() instanceof Json.Text ? known(element) : entry(element));
        }
        if (gauges.isEmpty() || gauges.size() > MOST) {
            throw list.refused("expected from 1 to " + MOST + " measures");
        }
        return gauges;
    }

    private static Gauge known(JsonCursor cursor) {
        return cursor.word(Known.values(), Known::column);
    }

    private static Gauge entry(JsonCursor cursor) {
        cursor.fields("name", "quantity", "of", "row", "column", "at");
        JsonCursor word = cursor.required("quantity");
        Quantity quantity = word.word(Quantity.values(), Quantity::word);
        Form.Of of = quantity.measure().form().of();
        if (quantity.afterwards() || of == Form.Of.OUTPUT) {
            throw word.refused("cannot be a column of a sweep");
        }
        if (of == Form.Of.RUN && cursor.optional("of").isPresent()) {
            throw cursor.required("of").refused("is not asked for: it is of the whole run");
        }
        String part = of == Form.Of.RUN ? "" : cursor.required("of").text();
        OptionalInt step = cursor.optional("at")
                .map(at -> OptionalInt.of(at.whole(0, MOST_STEPS)))
                .orElse(OptionalInt.empty());
        return new Gauge.Entry(
                AxisCodec.name(cursor.required("name")),
                quantity,
                part,
                place(cursor, "row"),
                place(cursor, "column"),
                step);
    }

    private static int place(JsonCursor cursor, String field) {
        return cursor.optional(field).map(at -> at.whole(0, MOST_STEPS)).orElse(0);
    }
}
