package dynlab.scene;

import dynlab.numeric.Matrix;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader changed in a world of living things: items renamed, properties of the world turned around for some
 * items, properties added. Immutable; every change gives another one or a sentence why not. In an address it is three
 * texts: {@code names=Shark,,,Parrot}, {@code flips=3.1,4.0} (property.item of the world itself) and
 * {@code rows=has bones:-+++----} (one sign an item).
 *
 * @param names a name for each item that has another one, else empty
 * @param flips cells of the world itself that are turned around, property × items + item
 * @param rows added properties by name, +1 or −1 an item
 */
public record WorldEdits(List<String> names, List<Integer> flips, Map<String, List<Integer>> rows) {
    static final int MOST_ROWS = 12;
    /** Longest of the three texts. */
    static final int LONGEST = 1024;

    private static final String SIGNS = "+-";

    public WorldEdits {
        names = List.copyOf(names);
        List<Integer> sorted = new ArrayList<>(flips);
        sorted.sort(Integer::compare);
        flips = List.copyOf(sorted);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** A change, or why it was not made. */
    public record Outcome(Optional<WorldEdits> edits, String complaint) {
        static Outcome of(WorldEdits edits) {
            return new Outcome(Optional.of(edits), "");
        }

        static Outcome not(String complaint) {
            return new Outcome(Optional.empty(), complaint);
        }
    }

    /** The edits that three texts describe; each has been accepted by its form. */
    static WorldEdits parse(String names, String flips, String rows, int items) {
        return new WorldEdits(parseNames(names, items), parseFlips(flips, items), parseRows(rows, items));
    }

    private static List<String> parseNames(String text, int items) {
        List<String> names = new ArrayList<>(split(text, ','));
        while (names.size() < items) {
            names.add("");
        }
        return names.subList(0, items);
    }

    private static List<Integer> parseFlips(String text, int items) {
        List<Integer> flips = new ArrayList<>();
        for (String cell : split(text, ',')) {
            int dot = cell.indexOf('.');
            if (dot > 0) {
                int flip = number(cell.substring(0, dot)) * items + number(cell.substring(dot + 1));
                if (!flips.contains(flip)) {
                    flips.add(flip);
                }
            }
        }
        return flips;
    }

    private static Map<String, List<Integer>> parseRows(String text, int items) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (String row : split(text, ';')) {
            int colon = row.indexOf(':');
            List<Integer> signs = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                signs.add(row.charAt(colon + 1 + i) == '+' ? 1 : -1);
            }
            rows.put(row.substring(0, colon), signs);
        }
        return rows;
    }

    /** What is wrong with a text of names. */
    static String complainOfNames(String text, int items) {
        List<String> names = split(text, ',');
        if (names.size() > items) {
            return Words.say("scene.world-edits.expects-most-names", Integer.toString(items));
        }
        for (String name : names) {
            if (!name.isEmpty() && !goodName(name)) {
                return Words.say("scene.world-edits.expects-names-most", Integer.toString(NameText.LONGEST));
            }
        }
        return "";
    }

    /** What is wrong with a text of turned cells, in a world of so many properties. */
    static String complainOfFlips(String text, int properties, int items) {
        for (String cell : split(text, ',')) {
            int dot = cell.indexOf('.');
            int property = dot < 1 ? -1 : number(cell.substring(0, dot));
            int item = dot < 1 ? -1 : number(cell.substring(dot + 1));
            if (property < 0 || property >= properties || item < 0 || item >= items) {
                return Words.say(
                        "scene.world-edits.expects-cells-like",
                        Integer.toString(properties - 1),
                        Integer.toString(items - 1));
            }
        }
        return "";
    }

    /** What is wrong with a text of added properties. */
    static String complainOfRows(String text, int items) {
        List<String> rows = split(text, ';');
        List<String> seen = new ArrayList<>();
        if (rows.size() > MOST_ROWS) {
            return Words.say("scene.world-edits.expects-most-properties", Integer.toString(MOST_ROWS));
        }
        for (String row : rows) {
            int colon = row.indexOf(':');
            boolean good = colon > 0 && goodName(row.substring(0, colon)) && row.length() == colon + 1 + items;
            for (int i = 0; good && i < items; i++) {
                good = SIGNS.indexOf(row.charAt(colon + 1 + i)) >= 0;
            }
            if (!good || seen.contains(row.substring(0, colon))) {
                return Words.say(
                        "scene.world-edits.expects-properties-like",
                        "-+++----".substring(0, Math.min(8, items)),
                        Integer.toString(items));
            }
            seen.add(row.substring(0, colon));
        }
        return "";
    }

    private static boolean goodName(String name) {
        boolean good =
                !name.isEmpty() && name.length() <= NameText.LONGEST && !name.startsWith(" ") && !name.endsWith(" ");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            good &= ",;:".indexOf(c) < 0;
        }
        return good && NameText.visible(name);
    }

    /** A whole number of at most four digits, or −1. */
    private static int number(String digits) {
        int value = digits.isEmpty() || digits.length() > 4 ? -1 : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            char c = digits.charAt(i);
            value = c >= '0' && c <= '9' ? 10 * value + (c - '0') : -1;
        }
        return value;
    }

    static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == at) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return text.isEmpty() ? List.of() : parts;
    }

    String namesText() {
        StringBuilder text = new StringBuilder();
        int last = names.size();
        while (last > 0 && names.get(last - 1).isEmpty()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            text.append(i == 0 ? "" : ",").append(names.get(i));
        }
        return text.toString();
    }

    String flipsText() {
        StringBuilder text = new StringBuilder();
        for (int cell : flips) {
            text.append(text.length() == 0 ? "" : ",")
                    .append(cell / names.size())
                    .append('.')
                    .append(cell % names.size());
        }
        return text.toString();
    }

    String rowsText() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<Integer>> row : rows.entrySet()) {
            text.append(text.length() == 0 ? "" : ";").append(row.getKey()).append(':');
            for (int sign : row.getValue()) {
                text.append(sign > 0 ? '+' : '-');
            }
        }
        return text.toString();
    }

    /** The world with these changes. A property that nothing has any more keeps its row, all zero. */
    World applied(World base) {
        int items = base.items().size();
        int own = base.properties().size();
        double[] y = new double[(own + rows.size()) * items];
        for (int p = 0; p < own; p++) {
            double yes = 0;
            for (int i = 0; i < items; i++) {
                yes = Math.max(yes, base.y().at(p, i));
            }
            for (int i = 0; i < items; i++) {
                double value = base.y().at(p, i);
                boolean turned = flips.contains(p * items + i);
                y[p * items + i] = !turned ? value : value > 0 ? 0 : yes;
            }
        }
        List<String> properties = new ArrayList<>(base.properties());
        for (Map.Entry<String, List<Integer>> row : rows.entrySet()) {
            for (int i = 0; i < items; i++) {
                y[properties.size() * items + i] = row.getValue().get(i);
            }
            properties.add(row.getKey());
        }
        List<String> called = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            called.add(names.get(i).isEmpty() ? base.items().get(i) : names.get(i));
        }
        Matrix all = Matrix.of(properties.size(), items, y);
        return new World(called, properties, all, base.tree(), base.levels(), base.named());
    }

    /** Another name for an item of the world; an empty one gives its own back. */
    public Outcome rename(World base, int item, String wanted) {
        String name = wanted.trim();
        if (!name.isEmpty() && !goodName(name)) {
            return Outcome.not(Words.say("scene.world-edits.name-most-characters", Integer.toString(NameText.LONGEST)));
        }
        for (int other = 0; other < names.size(); other++) {
            String taken = names.get(other).isEmpty() ? base.items().get(other) : names.get(other);
            if (other != item && lower(taken).equals(lower(name))) {
                return Outcome.not(Words.say("scene.world-edits.already", taken));
            }
        }
        List<String> changed = new ArrayList<>(names);
        changed.set(item, name.equals(base.items().get(item)) ? "" : name);
        return Outcome.of(new WorldEdits(changed, flips, rows));
    }

    /** As an address asks about it: the first letter small, in ASCII alone. */
    private static String lower(String name) {
        char first = name.isEmpty() ? ' ' : name.charAt(0);
        return first >= 'A' && first <= 'Z' ? (char) (first + 32) + name.substring(1) : name;
    }

    /** Turns one cell around: a property of the world itself, or an added one behind them. */
    public WorldEdits toggle(World base, int property, int item) {
        int own = base.properties().size();
        if (property < own) {
            List<Integer> changed = new ArrayList<>(flips);
            Integer cell = property * names.size() + item;
            if (!changed.remove(cell)) {
                changed.add(cell);
            }
            return new WorldEdits(names, changed, rows);
        }
        Map<String, List<Integer>> changed = new LinkedHashMap<>(rows);
        String name = new ArrayList<>(rows.keySet()).get(property - own);
        List<Integer> signs = new ArrayList<>(rows.getOrDefault(name, List.of()));
        signs.set(item, -signs.get(item));
        changed.put(name, List.copyOf(signs));
        return new WorldEdits(names, flips, changed);
    }

    /** A further property, which nothing has yet. */
    public Outcome add(World base, String wanted) {
        String name = wanted.trim();
        String complaint = complaintOfProperty(base, name, "");
        if (!complaint.isEmpty()) {
            return Outcome.not(complaint);
        }
        if (rows.size() >= MOST_ROWS) {
            return Outcome.not(Words.say("scene.world-edits.can-most-added", Integer.toString(MOST_ROWS)));
        }
        Map<String, List<Integer>> changed = new LinkedHashMap<>(rows);
        changed.put(name, Collections.nCopies(names.size(), -1));
        return Outcome.of(new WorldEdits(names, flips, changed));
    }

    /** Another name for an added property. */
    public Outcome renameRow(World base, String old, String wanted) {
        String name = wanted.trim();
        String complaint = complaintOfProperty(base, name, old);
        if (!complaint.isEmpty()) {
            return Outcome.not(complaint);
        }
        Map<String, List<Integer>> changed = new LinkedHashMap<>();
        rows.forEach((key, signs) -> changed.put(key.equals(old) ? name : key, signs));
        return Outcome.of(new WorldEdits(names, flips, changed));
    }

    /** Without an added property. */
    public WorldEdits remove(String row) {
        Map<String, List<Integer>> changed = new LinkedHashMap<>(rows);
        changed.remove(row);
        return new WorldEdits(names, flips, changed);
    }

    private String complaintOfProperty(World base, String name, String instead) {
        if (!goodName(name)) {
            return Words.say("scene.world-edits.property-needs-name", Integer.toString(NameText.LONGEST));
        }
        boolean taken = base.properties().contains(name) || rows.containsKey(name) && !name.equals(instead);
        return taken ? Words.say("scene.world-edits.property-already", name) : "";
    }
}
