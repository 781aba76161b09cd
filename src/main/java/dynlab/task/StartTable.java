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
        String[] lines = text.split("\n");
        double[] balances = numbers(lines[0], 3);
        List<Double> sizes = new ArrayList<>();
        List<Rows> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",");
            double[] values = numbers(lines[i], 3);
            int last = rows.size() - 1;
            boolean more = last >= 0
                    && rows.get(last).start().equals(cells[0])
                    && rows.get(last).measure().equals(cells[1]);
            if (rows.isEmpty() || rows.size() == 1 && more) {
                sizes.add(Double.parseDouble(cells[2]));
            }
            if (more) {
                double[] before = rows.get(last).values();
                double[] all = Arrays.copyOf(before, before.length + values.length);
                System.arraycopy(values, 0, all, before.length, values.length);
                rows.set(last, new Rows(cells[0], cells[1], all));
            } else {
                rows.add(new Rows(cells[0], cells[1], values));
            }
        }
        double[] all = new double[sizes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = sizes.get(i);
        }
        return new StartTable(balances, all, rows);
    }

    private static double[] numbers(String line, int from) {
        String[] cells = line.split(",");
        double[] numbers = new double[cells.length - from];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(cells[from + i]);
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
