package dynlab.table;

import java.util.List;

/**
 * What one cell says as a number, in the writing of any country: a point or a comma before the decimals, groups of three
 * digits, the minus of typographers.
 *
 * <p>{@code 1,000} is a thousand to one reader and one to another. Which of them a table means is decided by its other
 * cells; where they do not tell, the cell is {@link Kind#EITHER} and nobody guesses.
 */
record NumberText(Kind kind, String decimal) {
    /** What a cell can be. */
    enum Kind {
        /** No number. */
        NONE,
        /** Not a number, infinite, or missing by a word that says so. */
        NOT_FINITE,
        /** A number that has one reading, and tells nothing of its commas. */
        PLAIN,
        /** A number that shows that the table writes decimals with a point, such as 1.5. */
        POINT,
        /** A number that shows that it writes them with a comma, such as 0,5 or 1.234,5. */
        COMMA,
        /** One to three digits, a comma and three digits: with decimals or with a thousand. */
        EITHER
    }

    private static final List<String> NOT_FINITE = List.of(
            "nan",
            "inf",
            "infinity",
            "+inf",
            "-inf",
            "+infinity",
            "-infinity",
            "#n/a",
            "#div/0!",
            "#num!",
            "∞",
            "-∞",
            "+∞");

    private static final NumberText NO = new NumberText(Kind.NONE, "");
    /** What parts groups of three digits, besides point and comma. */
    private static final String GROUPS = "\u00a0\u202f\u2009'’";
    /** Signs that people and typesetters put for a minus. */
    private static final String MINUS = "−–‐‑﹣－";

    /** Reads a cell; the decimal of {@link Kind#EITHER} takes the comma for a decimal one. */
    static NumberText of(String cell) {
        String text = plain(cell);
        if (NOT_FINITE.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return new NumberText(Kind.NOT_FINITE, "");
        }
        String sign = text.startsWith("-") ? "-" : "";
        String body = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        int e = exponentAt(body);
        String mantissa = e < 0 ? body : body.substring(0, e);
        String power = e < 0 ? "" : "e" + withoutPlus(body.substring(e + 1));
        if (e >= 0 && !wholeWithSign(power.substring(1))) {
            return NO;
        }
        NumberText read = mantissa(mantissa);
        if (read.kind == Kind.NONE) {
            return NO;
        }
        // a thousand is not written with an exponent
        Kind kind = read.kind == Kind.EITHER && e >= 0 ? Kind.COMMA : read.kind;
        return new NumberText(kind, sign + read.decimal + power);
    }

    static boolean looksLikeOne(String cell) {
        return of(cell).kind != Kind.NONE;
    }

    /** The number of a cell with a thousand where {@link Kind#EITHER} left that open. */
    String withThousands() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < decimal.length(); i++) {
            if (decimal.charAt(i) != '.') {
                all.append(decimal.charAt(i));
            }
        }
        return all.toString();
    }

    private static NumberText mantissa(String text) {
        int commas = count(text, ',');
        int points = count(text, '.');
        boolean spaced = hasAny(text, GROUPS);
        if (commas == 0 && points <= 1) {
            String joined = spaced ? ungrouped(beforeLast(text, '.'), GROUPS) : beforeLast(text, '.');
            return decimal(joined, afterLast(text, '.'), points == 1, points == 1 ? Kind.POINT : Kind.PLAIN);
        }
        if (points == 0 && commas == 1 && !spaced) {
            String whole = beforeLast(text, ',');
            String part = afterLast(text, ',');
            boolean group = part.length() == 3 && whole.length() >= 1 && whole.length() <= 3 && whole.charAt(0) != '0';
            return decimal(whole, part, true, group ? Kind.EITHER : Kind.COMMA);
        }
        if (points == 0 && commas == 1) { // 1 234,5
            return decimal(ungrouped(beforeLast(text, ','), GROUPS), afterLast(text, ','), true, Kind.COMMA);
        }
        if (points == 0) { // 1,234,567
            return decimal(ungrouped(text, ","), "", false, Kind.POINT);
        }
        if (commas == 0) { // 1.234.567
            return decimal(ungrouped(text, "."), "", false, Kind.COMMA);
        }
        // 1,234.5 and 1.234,5: the last sign parts the decimals
        boolean comma = text.lastIndexOf(',') > text.lastIndexOf('.');
        char last = comma ? ',' : '.';
        if (count(text, last) != 1) {
            return NO;
        }
        return decimal(
                ungrouped(beforeLast(text, last), comma ? "." : ","),
                afterLast(text, last),
                true,
                comma ? Kind.COMMA : Kind.POINT);
    }

    /** A JSON number of digits before and after the sign, or nothing. */
    private static NumberText decimal(String whole, String part, boolean sign, Kind kind) {
        if (!digits(whole) || !digits(part) || whole.length() + part.length() == 0) {
            return NO;
        }
        int zeros = 0;
        while (zeros + 1 < whole.length() && whole.charAt(zeros) == '0') {
            zeros++;
        }
        String before = whole.isEmpty() ? "0" : whole.substring(zeros);
        return new NumberText(kind, sign && !part.isEmpty() ? before + "." + part : before);
    }

    /** The digits of groups of three; a text that is no number where they are not. */
    private static String ungrouped(String text, String signs) {
        StringBuilder all = new StringBuilder();
        int inGroup = 0;
        boolean first = true;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : signs.charAt(0);
            if (signs.indexOf(c) < 0) {
                all.append(c);
                inGroup++;
                continue;
            }
            boolean fits = first ? inGroup >= 1 && (inGroup <= 3 || i == text.length()) : inGroup == 3;
            if (!fits) {
                return "?";
            }
            first = false;
            inGroup = 0;
        }
        return all.toString();
    }

    private static String plain(String cell) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            text.append(MINUS.indexOf(c) >= 0 ? '-' : c);
        }
        return text.toString();
    }

    private static int exponentAt(String text) {
        return Math.max(text.indexOf('e'), text.indexOf('E'));
    }

    private static String withoutPlus(String text) {
        return text.startsWith("+") ? text.substring(1) : text;
    }

    private static boolean wholeWithSign(String text) {
        String body = text.startsWith("-") ? text.substring(1) : text;
        return !body.isEmpty() && digits(body);
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int count(String text, char sign) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            found += text.charAt(i) == sign ? 1 : 0;
        }
        return found;
    }

    private static boolean hasAny(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String beforeLast(String text, char sign) {
        int at = text.lastIndexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String afterLast(String text, char sign) {
        int at = text.lastIndexOf(sign);
        return at < 0 ? "" : text.substring(at + 1);
    }
}
