package dynlab.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** {@link Decimals} of the JVM. Parsing is the JDK's, which is exact; formatting is our own, JDK 17's is not shortest. */
public final class ExactDecimals implements Decimals {
    @Override
    public double parse(String text) {
        return Double.parseDouble(text);
    }

    @Override
    public String format(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " has no decimal form");
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        return (value < 0 ? "-" : "") + layout(shortest.unscaledValue().toString(), shortest.scale());
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        // a decimal of up to 15 digits survives the way through a normal double, so 15 digits with the zeros cut off
        // are the shortest there; subnormal numbers have fewer digits and are tried from 1
        for (int digits = value < 0x1p-1022 ? 1 : 15; digits <= 17; digits++) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN}) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
        throw new AssertionError(value);
    }

    /** ECMAScript's layout of {@code digits · 10^(−scale)}. */
    private static String layout(String digits, int scale) {
        int k = digits.length();
        int n = k - scale; // the decimal point stands after n digits
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
        return (k == 1 ? digits : digits.charAt(0) + "." + digits.substring(1)) + exponent;
    }
}
