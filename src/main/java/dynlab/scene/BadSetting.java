package dynlab.scene;

/** A knob value that was refused: which knob, and one sentence of what was expected. */
public final class BadSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String key;

    public BadSetting(String key, String sentence) {
        super(sentence);
        this.key = key;
    }

    static void unless(boolean good, String key, String expected, double least, double most) {
        if (!good) {
            throw new BadSetting(key, "expects " + expected + " " + plain(least) + " and " + plain(most));
        }
    }

    /** The decimal of a knob's limit, which has few digits; {@code Double.toString} would add 10 kB to every page. */
    private static String plain(double value) {
        double scaled = Math.abs(value);
        int decimals = 0;
        while (Math.abs(scaled - Math.rint(scaled)) > 1e-9 * scaled && decimals < 18) {
            scaled *= 10;
            decimals++;
        }
        String digits = (value < 0 ? "-" : "") + (int) Math.rint(scaled);
        if (decimals == 0) {
            return digits;
        }
        StringBuilder zeros = new StringBuilder("0.");
        for (int i = digits.length(); i < decimals; i++) {
            zeros.append('0');
        }
        return decimals > 6 ? digits + "e-" + decimals : zeros + digits;
    }

    public String key() {
        return key;
    }

    /** What is wrong, to follow the key: "expects a number between 0 and 1". */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
