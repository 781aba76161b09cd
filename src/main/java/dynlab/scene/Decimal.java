package dynlab.scene;

import dynlab.numeric.Decimals;
import java.util.OptionalDouble;

/** Decimal numbers as text: their form in an address, and a short one for the limits in a sentence. */
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

    /**
     * A number to at most four digits, for the limits of a knob: 30, 0.0025, 1e-12. Not for anything that is read back.
     */
    static String text(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value < 0 ? "-infinity" : "infinity";
        }
        int exponent = 0;
        while (size >= 9.9995 && exponent < 400) {
            size /= 10;
            exponent++;
        }
        while (size < 0.99995 && exponent > -400) {
            size *= 10;
            exponent--;
        }
        int four = (int) Math.rint(size * 1000);
        int digits = 4;
        while (four % 10 == 0) {
            four /= 10;
            digits--;
        }
        String mantissa = Integer.toString(four);
        String sign = value < 0 ? "-" : "";
        if (exponent < -4 || exponent > 9) {
            String fraction = digits > 1 ? "." + mantissa.substring(1) : "";
            return sign + mantissa.charAt(0) + fraction + "e" + exponent;
        }
        if (exponent < 0) {
            return sign + "0." + "0".repeat(-exponent - 1) + mantissa;
        }
        return digits <= exponent + 1
                ? sign + mantissa + "0".repeat(exponent + 1 - digits)
                : sign + mantissa.substring(0, exponent + 1) + "." + mantissa.substring(exponent + 1);
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
