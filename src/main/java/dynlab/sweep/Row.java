package dynlab.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * What one run left: a text for each column of its plan, empty where there is no value.
 *
 * @param index its number from 0
 * @param status how the run ended
 * @param cells one for each column
 */
public record Row(int index, Status status, List<String> cells) {
    /** How a run ended. */
    public enum Status {
        DONE("done"),
        DIVERGED("diverged"),
        REFUSED("refused"),
        FAILED("failed");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** The status that a word stands for; failed if it is none. */
        static Status of(String word) {
            for (Status status : values()) {
                if (status.word.equals(word)) {
                    return status;
                }
            }
            return FAILED;
        }
    }

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cells as a line of a CSV file (RFC 4180), without its end. */
    public String line() {
        return line(cells);
    }

    /** Cells as a line. */
    public static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < cells.size(); k++) {
            String cell = cells.get(k);
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            line.append(k == 0 ? "" : ",").append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        return line.toString();
    }

    /** The cells of a line that {@link #line} wrote. */
    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
