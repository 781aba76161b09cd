package dynlab.app;

import java.util.ArrayList;
import java.util.List;

/**
 * The runs that a reader has put beside one another, at most {@value #MOST}.
 *
 * @param queries what stands behind # in a link to each, settings alone
 */
public record Pins(List<String> queries) {
    /** More than this nobody tells apart. */
    public static final int MOST = 4;

    public Pins {
        queries = List.copyOf(queries);
    }

    /** Reads what {@link #text} wrote; what is too much is left out. */
    public static Pins of(String text) {
        Pins pins = new Pins(List.of());
        String rest = text;
        while (!rest.isEmpty()) {
            int end = rest.indexOf('\n');
            String query = end < 0 ? rest : rest.substring(0, end);
            rest = end < 0 ? "" : rest.substring(end + 1);
            pins = query.isEmpty() ? pins : pins.with(query);
        }
        return pins;
    }

    /** The same with one run more, if it is not there and there is room. */
    public Pins with(String query) {
        if (queries.contains(query) || queries.size() == MOST) {
            return this;
        }
        List<String> more = new ArrayList<>(queries);
        more.add(query);
        return new Pins(more);
    }

    /** The same without one of them. */
    public Pins without(String query) {
        List<String> fewer = new ArrayList<>(queries);
        fewer.remove(query);
        return new Pins(fewer);
    }

    public boolean full() {
        return queries.size() == MOST;
    }

    /** One a line, as links and the browser keep them. */
    public String text() {
        return String.join("\n", queries);
    }
}
