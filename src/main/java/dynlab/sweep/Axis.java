package dynlab.sweep;

import dynlab.experiment.file.Json;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a sweep varies.
 *
 * @param name its column
 * @param sets the knob or the path that it sets
 * @param values what it is set to; empty where it is drawn from a range
 * @param also what else is set along with it, one value for each of its own
 * @param range where its values lie, if it has ends
 */
record Axis(String name, String sets, List<Json> values, Map<String, List<Json>> also, Optional<Range> range) {
    /** Ends of an axis, and whether equal ratios are equal steps. */
    record Range(double from, double to, boolean log) {
        /**
         * The value at a share of the way: {@code from + share · (to − from)}, or {@code from · exp(share · log(to / from))}.
         *
         * @param share 0…1; the ends are met exactly
         */
        double at(double share) {
            if (share == 0 || share == 1) {
                return share == 0 ? from : to;
            }
            if (log) {
                return from * ExactMath.exp(share * ExactMath.log(to / from));
            }
            return from + share * (to - from);
        }
    }

    /** What an axis is at one point. */
    record Value(Json own, Map<String, Json> settings) {}

    Axis {
        values = List.copyOf(values);
        also = new LinkedHashMap<>(also);
    }

    /** Evenly spaced values of a range. */
    static List<Json> spaced(Range range, int count, Decimals decimals) {
        List<Json> values = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            values.add(numeral(range.at(count == 1 ? 0 : k / (count - 1.0)), decimals));
        }
        return values;
    }

    static Json numeral(double value, Decimals decimals) {
        return new Json.Numeral(decimals.format(value));
    }

    /** Whether its values are numbers. */
    boolean real() {
        return values.stream().allMatch(Json.Numeral.class::isInstance);
    }

    /** The k-th value, and what it sets. */
    Value value(int k) {
        Map<String, Json> settings = new LinkedHashMap<>();
        settings.put(sets, values.get(k));
        also.forEach((where, list) -> settings.put(where, list.get(k)));
        return new Value(values.get(k), settings);
    }

    /** A random value: one of the list, or one of the range. */
    Value drawn(Rng rng, Decimals decimals) {
        if (range.isEmpty()) {
            return value(rng.nextInt(values.size()));
        }
        Json own = numeral(range.get().at(rng.nextDouble()), decimals);
        return new Value(own, Map.of(sets, own));
    }
}
