package dynlab.numeric;

/**
 * The one place where a number becomes text that a person reads: minus is “−”, powers have exponents, quarters are
 * quarters. Every method takes every double: what is not a number is “undefined”, what has no bound is “∞” or “−∞”, and both
 * zeros are 0. What has to be read back to the last bit, such as an address or a file, is written by {@link Decimals}.
 */
public final class Numbers {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String NONE = "undefined";

    private Numbers() {}

    /**
     * The whole number that plain digits spell. The library's own reader knows the digits of every script, from tables that
     * would travel with every page.
     */
    public static int whole(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = 10 * value + (digits.charAt(i) - '0');
        }
        return value;
    }

    /** With a fixed number of decimals, at most 6; halves are rounded away from zero. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return endless(value);
        }
        double rounded = halfUp(Math.abs(value) * tenTo(decimals));
        return rounded < 2e9 ? sign(value, rounded) + point((int) rounded, decimals) : power(value);
    }

    /** With a sign, which zero has not. */
    public static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean zero = text.equals(fixed(0, decimals));
        return value > 0 && !zero ? "+" + text : text;
    }

    /** A share as whole per cent, which no line break parts from its sign: "51 %". */
    public static String percent(double share) {
        return percent(share, 0);
    }

    /** A share as per cent with that many decimals. */
    public static String percent(double share, int decimals) {
        return fixed(100 * share, decimals) + "\u00a0%";
    }

    /** Short: three digits, or a power of ten where it is far from 1. */
    public static String brief(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e6) {
            return power(value);
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5;
        return trimmed(fixed(value, decimals));
    }

    /** To one digit, rounded up: "within 0.05". */
    public static String upTo(double value) {
        if (value <= 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return endless(value);
        }
        Scaled scaled = Scaled.of(value);
        int digit = (int) Math.ceil(scaled.mantissa - 1e-6);
        int exponent = digit == 10 ? scaled.exponent + 1 : scaled.exponent;
        digit = digit == 10 ? 1 : digit;
        if (exponent < -3 || exponent > 5) {
            return times(digit == 1 ? "1" : Integer.toString(digit), exponent);
        }
        return exponent < 0 ? trimmed(fixed(digit / tenTo(-exponent), -exponent)) : fixed(digit * tenTo(exponent), 0);
    }

    /** Such as 10⁻¹² or 2.5·10⁻⁴: to at most three digits. */
    public static String power(double value) {
        if (!Double.isFinite(value)) {
            return endless(value);
        }
        if (value == 0) {
            return "0";
        }
        Scaled scaled = Scaled.of(Math.abs(value));
        String digits = trimmed(fixed(scaled.mantissa, 2));
        boolean carried = digits.equals("10");
        return (value < 0 ? "−" : "") + times(carried ? "1" : digits, carried ? scaled.exponent + 1 : scaled.exponent);
    }

    /** To at most four digits, all of them where the number is of everyday size: 0.9, 30, 0.0025, 10⁻¹², 2.5·10⁻⁷. */
    public static String precise(double value) {
        if (!Double.isFinite(value)) {
            return endless(value);
        }
        String plain = typed(value, 4);
        int e = plain.indexOf('e');
        String mantissa = (e < 0 ? plain : plain.substring(0, e)).replace('-', '−');
        if (e < 0) {
            return mantissa;
        }
        boolean negative = plain.charAt(e + 1) == '-';
        int exponent = whole(plain.substring(negative ? e + 2 : e + 1));
        return times(mantissa, negative ? -exponent : exponent);
    }

    /** All digits of a whole number below 10¹⁵, as one types it. */
    public static String digits(double value) {
        if (Math.abs(value) < 1e9) {
            return Integer.toString((int) value);
        }
        int high = (int) (value / 1e9);
        String low = Integer.toString((int) Math.abs(value - high * 1e9));
        return high + "000000000".substring(low.length()) + low;
    }

    /** To a number of digits, from 1 to 9, as one types it: 30, 0.0025, -1e-12. Not for anything that is read back. */
    public static String typed(double value, int digits) {
        if (!Double.isFinite(value)) {
            return endless(value);
        }
        if (value == 0) {
            return "0";
        }
        Scaled scaled = Scaled.of(Math.abs(value));
        double all = halfUp(scaled.mantissa * tenTo(digits - 1));
        boolean carried = all >= tenTo(digits);
        int exponent = carried ? scaled.exponent + 1 : scaled.exponent;
        String kept = Integer.toString(carried ? (int) (all / 10) : (int) all);
        int end = kept.length();
        while (end > 1 && kept.charAt(end - 1) == '0') {
            end--;
        }
        return (value < 0 ? "-" : "") + placed(kept.substring(0, end), exponent);
    }

    /**
     * With at most that many decimals and no zeros after the last, as one types it: 12.5, -3, 0.0004. For coordinates of
     * pictures and cells of tables; what is beyond ±10⁹ in the last decimal is written with an exponent.
     */
    public static String plain(double value, int decimals) {
        double rounded = halfUp(Math.abs(value) * tenTo(decimals));
        if (!(rounded < 2e9)) {
            return typed(value, 9);
        }
        return (value < 0 && rounded > 0 ? "-" : "") + trimmed(point((int) rounded, decimals));
    }

    /** Signed, as an exact quarter or eighth where it is within 0.01 of one, else to two decimals. */
    public static String fraction(double value) {
        String[] names = {"0", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞", "1"};
        double eighths = Math.abs(value) * 8;
        int nearest = (int) Math.floor(eighths + 0.5);
        if (nearest <= 8 && Math.abs(eighths - nearest) < 0.08) {
            return nearest == 0 ? "0" : (value < 0 ? "−" : "+") + names[nearest];
        }
        return signed(value, 2);
    }

    /** "10⁻³", or "2.5·10⁻³". */
    public static String times(String mantissa, int exponent) {
        String ten = "10" + raised(exponent);
        return mantissa.equals("1") ? ten : mantissa.equals("−1") ? "−" + ten : mantissa + "·" + ten;
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        String digits = Integer.toString(Math.abs(exponent));
        for (int i = 0; i < digits.length(); i++) {
            text.append(RAISED.charAt(digits.charAt(i) - '0'));
        }
        return text.toString();
    }

    private static String endless(double value) {
        return Double.isNaN(value) ? NONE : value > 0 ? "∞" : "−∞";
    }

    private static String sign(double value, double rounded) {
        return value < 0 && rounded > 0 ? "−" : "";
    }

    /** The nearest whole number; {@code floor(x + 0.5)} is 1 for the double below a half. */
    private static double halfUp(double size) {
        double below = Math.floor(size);
        return size - below >= 0.5 ? below + 1 : below;
    }

    /** Ten to a small power, exactly. */
    private static double tenTo(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** Digits with a point before the last of them. */
    private static String point(int digits, int decimals) {
        String text = Integer.toString(digits);
        if (decimals == 0) {
            return text;
        }
        String all = text.length() > decimals ? text : "0".repeat(decimals + 1 - text.length()) + text;
        return all.substring(0, all.length() - decimals) + "." + all.substring(all.length() - decimals);
    }

    /** Without zeros after the point's last digit. */
    private static String trimmed(String text) {
        int end = text.length();
        if (text.indexOf('.') < 0) {
            return text;
        }
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** The first of the digits stands for that power of ten. */
    private static String placed(String digits, int exponent) {
        int count = digits.length();
        if (exponent < -4 || exponent > 9) {
            return digits.charAt(0) + (count > 1 ? "." + digits.substring(1) : "") + "e" + exponent;
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        return count <= exponent + 1
                ? digits + "0".repeat(exponent + 1 - count)
                : digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }

    /** A positive number as {@code mantissa · 10^exponent}, its mantissa from 1 to 10 and right to 15 digits. */
    private record Scaled(double mantissa, int exponent) {
        /** 10²² is the largest power of ten that is a double, so every step rounds once. */
        private static final double CHUNK = 1e22;

        static Scaled of(double size) {
            double rest = size;
            int exponent = 0;
            while (rest >= CHUNK) {
                rest /= CHUNK;
                exponent += 22;
            }
            while (rest < 1 / CHUNK) {
                rest *= CHUNK;
                exponent -= 22;
            }
            int steps = 0;
            double unit = 1;
            if (rest >= 1) {
                while (unit * 10 <= rest) {
                    unit *= 10;
                    steps++;
                }
                return new Scaled(rest / unit, exponent + steps);
            }
            while (rest * unit < 1) {
                unit *= 10;
                steps++;
            }
            return new Scaled(rest * unit, exponent - steps);
        }
    }
}
