package dynlab.scene;

import dynlab.numeric.Decimals;
import java.util.OptionalDouble;

/** Decimal numbers as a person types them or an address holds them. */
public final class Decimal {
    private Decimal() {}

    /**
     * A finite number in the form of JSON; a leading plus may stand before it, and a zero before its point may be missing.
     * Any text may be asked about; what is no number is empty.
     */
    public static OptionalDouble read(String text, Decimals decimals) {
        String plain = text.startsWith("+") ? text.substring(1) : text;
        if (plain.startsWith(".")) {
            plain = "0" + plain;
        } else if (plain.startsWith("-.")) {
            plain = "-0" + plain.substring(1);
        }
        if (!wellFormed(plain)) {
            return OptionalDouble.empty();
        }
        double value = decimals.parse(plain);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    static boolean wellFormed(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(text, end + 1);
            if (end == whole + 1) {
                return false;
            }
        }
        if (whole == at || text.length() > 40) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = end + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
                exponent++;
            }
            end = digits(text, exponent);
            if (end == exponent) {
                return false;
            }
        }
        return end == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
