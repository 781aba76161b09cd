package dynlab.table;

import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;

/**
 * The cells of a table as numbers. Whether a comma parts decimals or thousands is one decision for the whole table, made by
 * the cells that leave no doubt.
 *
 * @param rows equally long
 * @param commas whether commas can stand inside a number
 */
record NumberCells(List<List<Cell>> rows, boolean commas) {
    Matrix matrix(Decimals decimals, Preparation.Comma meant) {
        boolean comma = meant == Preparation.Comma.DECIMAL || meant.open() && shows(NumberText.Kind.COMMA);
        boolean thousands = meant == Preparation.Comma.THOUSANDS || meant.open() && groupsOfThousands();
        double[][] values = new double[rows.size()][];
        for (int r = 0; r < values.length; r++) {
            List<Cell> row = rows.get(r);
            values[r] = new double[row.size()];
            for (int k = 0; k < values[r].length; k++) {
                values[r][k] = value(row.get(k), comma, thousands, decimals);
            }
        }
        return Matrix.of(values);
    }

    private boolean shows(NumberText.Kind kind) {
        return rows.stream()
                .anyMatch(row ->
                        row.stream().anyMatch(cell -> NumberText.of(cell.text()).kind() == kind));
    }

    /** Whether a cell shows that commas part thousands: two commas, or a comma before a point. */
    private boolean groupsOfThousands() {
        return rows.stream()
                .anyMatch(row -> row.stream()
                        .anyMatch(cell -> cell.text().indexOf(',') >= 0
                                && NumberText.of(cell.text()).kind() == NumberText.Kind.POINT));
    }

    private double value(Cell cell, boolean comma, boolean thousands, Decimals decimals) {
        if (cell.blank()) {
            throw cell.wrong(Phrase.of("table.empty"));
        }
        NumberText read = NumberText.of(cell.text());
        boolean withComma = cell.text().indexOf(',') >= 0;
        if (read.kind() == NumberText.Kind.NOT_FINITE) {
            throw cell.wrong(Phrase.of("table.not-finite", cell.shown()));
        } else if (read.kind() == NumberText.Kind.NONE || withComma && !commas) {
            throw cell.wrong(Phrase.of("table.not-a-number", cell.shown()));
        }
        String decimal = read.decimal();
        if (read.kind() == NumberText.Kind.EITHER) {
            if (comma == thousands) {
                throw cell.wrong(Phrase.of(
                        "table.comma",
                        cell.shown(),
                        exactly(read.withThousands(), decimals),
                        exactly(decimal, decimals)));
            }
            decimal = comma ? decimal : read.withThousands();
        } else if (comma && pointMayBeThousands(cell.text(), read)) {
            throw cell.wrong(Phrase.of(
                    "table.point", cell.shown(), exactly(read.withThousands(), decimals), exactly(decimal, decimals)));
        }
        double value = decimals.parse(decimal);
        if (!Double.isFinite(value)) {
            throw cell.wrong(Phrase.of("table.too-large", cell.shown()));
        }
        return value;
    }

    private static Argument exactly(String decimal, Decimals decimals) {
        return Argument.name(decimals.format(decimals.parse(decimal)));
    }

    /** One to three digits, a point and three digits, in a table that has decimal commas. */
    private static boolean pointMayBeThousands(String text, NumberText read) {
        int point = text.indexOf('.');
        boolean only = read.kind() == NumberText.Kind.POINT && point >= 0 && text.indexOf(',') < 0;
        int sign = !text.isEmpty() && (text.charAt(0) < '0' || text.charAt(0) > '9') ? 1 : 0;
        int whole = point - sign;
        return only && text.length() - point == 4 && whole >= 1 && whole <= 3 && text.charAt(sign) != '0';
    }
}
