package dynlab.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far networks have turned away from their starts, for every size and balance of a grid: finished runs, made by the command
 * {@code starts} and kept as a data file.
 *
 * @param balances λ of the columns
 * @param sizes a of the rows
 * @param rows one table a kind of start and a measure, row-major
 */
public record StartTable(double[] balances, double[] sizes, List<Rows> rows) {
    /** The name of the data file. */
    public static final String FILE = "starts.csv";

    /** One table. */
    public record Rows(String start, String measure, double[] values) {}

    private static Optional<StartTable> known = Optional.empty();

    /** The table that lies beside the program, if it is there. Read once. */
    public static Optional<StartTable> known() {
        if (known.isEmpty()) {
            known = DataFiles.text(FILE).map(StartTable::read);
        }
        return known;
    }

    /** A file as that command writes it. */
    static StartTable read(String text) {
        List<String> lines = parts(text, '\n');
        double[] balances = numbers(parts(lines.get(0), ','));
        List<Double> sizes = new ArrayList<>();
        List<Rows> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = parts(line, ',');
            double[] values = numbers(cells);
            int last = rows.size() - 1;
            boolean more = last >= 0
                    && rows.get(last).start().equals(cells.get(0))
                    && rows.get(last).measure().equals(cells.get(1));
            if (last < 0 || last == 0 && more) {
                sizes.add(number(cells.get(2)));
            }
            if (more) {
                double[] before = rows.get(last).values();
                double[] all = Arrays.copyOf(before, before.length + values.length);
                System.arraycopy(values, 0, all, before.length, values.length);
                rows.set(last, new Rows(cells.get(0), cells.get(1), all));
            } else {
                rows.add(new Rows(cells.get(0), cells.get(1), values));
            }
        }
        double[] all = new double[sizes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = sizes.get(i);
        }
        return new StartTable(balances, all, rows);
    }

    /** What stands between a mark, but for nothing at the end; String.split would bring regular expressions to the page. */
    private static List<String> parts(String text, char mark) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(mark); to >= 0; to = text.indexOf(mark, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        if (from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    /**
     * A number of a few digits, as the table has them: exact, since digits and power of ten both are. Double.parseDouble would
     * bring tables of powers to the page.
     */
    static double number(String text) {
        double digits = 0;
        double unit = 1;
        boolean behind = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                unit *= behind ? 10 : 1;
            } else if (c == '.' && !behind) {
                behind = true;
            } else if (c != '-' || i > 0) {
                throw new IllegalArgumentException("not a number of the table: " + text);
            }
        }
        return (text.startsWith("-") ? -digits : digits) / unit;
    }

    /** The numbers of a line, after its three heads. */
    private static double[] numbers(List<String> cells) {
        double[] numbers = new double[cells.size() - 3];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(cells.get(i + 3));
        }
        return numbers;
    }

    /** The table of a kind of start and a measure, sizes × balances; empty if there is none. */
    public double[] of(String start, String measure) {
        for (Rows one : rows) {
            if (one.start().equals(start) && one.measure().equals(measure)) {
                return one.values();
            }
        }
        return new double[0];
    }
}
