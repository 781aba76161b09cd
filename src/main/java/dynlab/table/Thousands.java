package dynlab.table;

import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/** Commas that may part thousands as well as cells, in lines whose cells are parted by commas. */
final class Thousands {
    private Thousands() {}

    /**
     * Refuses a table in which nobody can tell: a cell such as {@code 000} after one to three digits, or nothing but lines
     * such as {@code 1,234}.
     *
     * @throws Unreadable if commas have two readings
     */
    static void refuse(List<List<Cell>> rows) {
        boolean all = true;
        boolean uneven = false;
        Optional<Cell> first = Optional.empty();
        for (List<Cell> row : rows) {
            if (row.stream().noneMatch(Cell::numeric)) {
                continue; // names
            }
            for (int k = 1; k < row.size(); k++) {
                if (row.get(k).text().startsWith("0") && group(row.get(k)) && head(row.get(k - 1))) {
                    throw two(row.get(k - 1), row.get(k));
                }
            }
            all &= row.size() > 1
                    && head(row.get(0))
                    && row.subList(1, row.size()).stream().allMatch(Thousands::group);
            uneven |= row.get(0).text().length() < 3;
            first = first.isEmpty() ? Optional.of(row.get(0)) : first;
        }
        if (all && uneven && first.isPresent()) {
            throw first.get().wrong(Phrase.of("table.thousands"));
        }
    }

    private static Unreadable two(Cell before, Cell group) {
        return before.wrong(Phrase.of("table.one-or-two", Argument.name(before.text()), Argument.name(group.text())));
    }

    private static boolean group(Cell cell) {
        return !cell.quoted() && cell.text().length() == 3 && digits(cell.text());
    }

    private static boolean head(Cell cell) {
        String text = cell.text();
        return !cell.quoted() && !text.isEmpty() && text.length() <= 3 && text.charAt(0) != '0' && digits(text);
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
