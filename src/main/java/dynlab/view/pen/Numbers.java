package dynlab.view.pen;

/** Numbers as a person reads them: minus is “−”, powers have exponents, quarters are quarters. */
public final class Numbers {
    private static final String EXPONENTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** Powers of ten below this are no doubles any more; what is smaller is scaled before it is divided. */
    private static final int SMALLEST_POWER = -300;

    private Numbers() {}

    /** What stands for a value that is no finite number. */
    private static String unbounded(double value) {
        return Double.isNaN(value) ? "undefined" : value < 0 ? "−∞" : "∞";
    }

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

    /** With a fixed number of decimals, at most 6. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        double unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        double rounded = Math.floor(Math.abs(value) * unit + 0.5);
        if (!(rounded < 2e9)) {
            return power(value);
        }
        int digits = (int) rounded;
        String text = Integer.toString(digits / (int) unit);
        if (decimals > 0) {
            String rest = Integer.toString(digits % (int) unit);
            StringBuilder padded = new StringBuilder(text).append('.');
            for (int i = rest.length(); i < decimals; i++) {
                padded.append('0');
            }
            text = padded.append(rest).toString();
        }
        return value < 0 && digits > 0 ? "−" + text : text;
    }

    /** With a sign, which zero has not. */
    public static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean zero = text.equals(fixed(0, decimals));
        return value > 0 && !zero ? "+" + text : text;
    }

    /** Short: three digits, or a power of ten where it is far from 1. */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e6) {
            return power(value);
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5;
        String text = fixed(value, decimals);
        if (decimals > 0) {
            int end = text.length();
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            if (text.charAt(end - 1) == '.') {
                end--;
            }
            text = text.substring(0, end);
        }
        return text;
    }

    /** To one digit, rounded up: "within 0.05". */
    public static String upTo(double value) {
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        if (!(value > 0)) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
        if (exponent < SMALLEST_POWER || exponent > -SMALLEST_POWER) {
            return power(value);
        }
        double unit = Math.pow(10, exponent);
        double digit = Math.ceil(value / unit - 1e-6);
        return brief(digit * unit);
    }

    /** Such as 10⁻¹² or 2.5·10⁻⁴. */
    public static String power(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        int exponent = (int) Math.floor(Math.log10(size) + 1e-9);
        double mantissa = exponent < SMALLEST_POWER
                ? size * 1e300 / Math.pow(10, exponent - SMALLEST_POWER)
                : size / Math.pow(10, exponent);
        String digits = brief(Math.floor(mantissa * 100 + 0.5) / 100);
        if (digits.equals("10")) {
            digits = "1";
            exponent++;
        }
        String ten = "10" + raised(exponent);
        return (value < 0 ? "−" : "") + (digits.equals("1") ? ten : digits + "·" + ten);
    }

    /** Signed, as an exact quarter or eighth where it is within 0.01 of one, else to two decimals. */
    public static String fraction(double value) {
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        String[] names = {"0", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞", "1"};
        double eighths = Math.abs(value) * 8;
        int nearest = (int) Math.floor(eighths + 0.5);
        if (nearest <= 8 && Math.abs(eighths - nearest) < 0.08) {
            return nearest == 0 ? "0" : (value < 0 ? "−" : "+") + names[nearest];
        }
        return signed(value, 2);
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        String digits = Integer.toString(Math.abs(exponent));
        for (int i = 0; i < digits.length(); i++) {
            text.append(EXPONENTS.charAt(digits.charAt(i) - '0'));
        }
        return text.toString();
    }
}
