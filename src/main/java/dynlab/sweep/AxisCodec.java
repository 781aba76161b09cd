package dynlab.sweep;

import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonCursor;
import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code "axes"} of a plan. */
final class AxisCodec {
    private static final int MOST_AXES = 8;
    private static final int MOST_VALUES = 100_000;

    /** Letters, digits and underscores, not beginning with a digit. */
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,63}";

    private AxisCodec() {}

    static List<Axis> read(JsonCursor list, Base base, boolean sampled, Decimals decimals) {
        List<JsonCursor> elements = list.elements();
        if (elements.size() > MOST_AXES) {
            throw list.refused("has " + elements.size() + " axes, at most " + MOST_AXES + " are read");
        }
        List<Axis> axes = new ArrayList<>();
        double points = 1;
        for (JsonCursor element : elements) {
            Axis axis = axis(element, base, sampled, decimals);
            axes.add(axis);
            points *= sampled ? 1 : axis.values().size();
        }
        if (points > Points.MOST) {
            throw list.refused("have " + decimals.format(points) + " points, at most " + Points.MOST + " are run");
        }
        return axes;
    }

    /** A name that a column or a file can have. */
    static String name(JsonCursor cursor) {
        String name = cursor.text();
        if (!name.matches(NAME)) {
            throw cursor.refused("expected letters, digits and underscores, and no digit at the beginning");
        }
        return name;
    }

    private static Axis axis(JsonCursor cursor, Base base, boolean sampled, Decimals decimals) {
        cursor.fields("name", "sets", "values", "also", "from", "to", "count", "scale");
        String name = name(cursor.required("name"));
        String sets = cursor.optional("sets").map(JsonCursor::text).orElse(name);
        PlanCodec.checked(base, cursor, sets);
        Optional<JsonCursor> listed = cursor.optional("values");
        if (listed.isEmpty()) {
            Axis.Range range = range(cursor);
            if (cursor.optional("also").isPresent()) {
                throw cursor.refused("has also without values");
            }
            List<Json> values = List.of();
            if (!sampled) {
                values = Axis.spaced(range, cursor.required("count").whole(1, MOST_VALUES), decimals);
            }
            return new Axis(name, sets, values, Map.of(), Optional.of(range));
        }
        List<Json> values = values(listed.get());
        Map<String, List<Json>> also = new LinkedHashMap<>();
        if (cursor.optional("also").isPresent()) {
            for (JsonCursor other : cursor.required("also").entries()) {
                PlanCodec.checked(base, other, other.name());
                List<Json> list = values(other);
                if (list.size() != values.size()) {
                    throw other.refused(
                            "expected " + values.size() + " values, one for each of the axis, found " + list.size());
                }
                also.put(other.name(), list);
            }
        }
        return new Axis(name, sets, values, also, Optional.empty());
    }

    private static Axis.Range range(JsonCursor cursor) {
        double from = cursor.required("from").number();
        double to = cursor.required("to").number();
        boolean log = cursor.optional("scale")
                .map(scale ->
                        scale.word(new String[] {"linear", "log"}, word -> word).equals("log"))
                .orElse(false);
        if (log && !(from > 0 && to > 0)) {
            throw cursor.refused("expected both ends above 0 where the scale is log");
        }
        return new Axis.Range(from, to, log);
    }

    /** Numbers, or words. */
    private static List<Json> values(JsonCursor cursor) {
        List<Json> values = new ArrayList<>();
        boolean numbers = true;
        for (JsonCursor element : cursor.elements()) {
            boolean number = element.value() instanceof Json.Numeral;
            if (number) {
                element.number();
            } else {
                element.text();
            }
            if (!values.isEmpty() && number != numbers) {
                throw element.refused("expected numbers or words, not both");
            }
            numbers = number;
            values.add(element.value());
        }
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw cursor.refused("expected from 1 to " + MOST_VALUES + " values");
        }
        return values;
    }
}
