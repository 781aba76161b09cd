package dynlab.app;

import dynlab.numeric.Decimals;
import dynlab.scene.Decimal;
import java.util.OptionalDouble;

/** Numbers as people type them and as the page shows them: 0.02, .02, 0,02, −3, 1,000, 10⁻¹², 2.5·10⁻⁴, 2.5e-4. */
public final class TypedNumber {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LONGEST = 60;

    private TypedNumber() {}

    /** The number that any text stands for; empty where it stands for none, or for one beyond all doubles. */
    public static OptionalDouble parse(String text, Decimals decimals) {
        return text.length() > LONGEST ? OptionalDouble.empty() : Decimal.read(commas(plain(text)), decimals);
    }

    /** Powers of ten and signs as a computer writes them. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        boolean raised = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int exponent = RAISED.indexOf(c);
            if ((exponent >= 0 || c == '⁻' || c == '^') && !raised) {
                raised = true;
                power(out);
            }
            if (exponent >= 0) {
                out.append((char) ('0' + exponent));
            } else if (c == '⁻' || c == '−') {
                out.append('-');
            } else if (c == '·' || c == '×') {
                out.append('*');
            } else if (c != '^' && c != ' ' && c != '\u00a0' && c != '\u202f') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** "10" before an exponent becomes "1e", "2.5*10" becomes "2.5e". */
    private static void power(StringBuilder out) {
        int end = out.length();
        boolean ten = end >= 2 && out.charAt(end - 2) == '1' && out.charAt(end - 1) == '0';
        if (!ten) {
            return;
        }
        boolean times = end > 3 && out.charAt(end - 3) == '*';
        out.setLength(times ? end - 3 : end - 2);
        out.append(times ? "e" : "1e");
    }

    /** Commas that part thousands go; a single other one is the decimal point of half the world. */
    private static String commas(String text) {
        int first = text.indexOf(',');
        if (first < 0) {
            return text;
        }
        return thousands(text, first)
                ? text.replace(",", "")
                : text.indexOf(',', first + 1) < 0 && text.indexOf('.') < 0 ? text.replace(',', '.') : text;
    }

    private static boolean thousands(String text, int first) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean parts = first > start && first <= start + 3 && text.charAt(start) != '0';
        int digits = 3;
        for (int i = first; i < text.length() && parts; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '.' || c == 'e' || c == 'E') {
                parts = digits == 3;
                digits = 0;
                if (c != ',') {
                    return parts;
                }
            } else {
                digits++;
            }
        }
        return parts && digits == 3;
    }
}
