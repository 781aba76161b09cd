package dynlab.scene;

/** Numbers in a narrator's sentence. */
final class Said {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Said() {}

    /** 0.9, 30, 10⁻¹², 2.5·10⁻⁷: to at most four digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : value < 0 ? "−∞" : "∞";
        }
        String plain = Decimal.text(value);
        int e = plain.indexOf('e');
        if (e < 0) {
            return plain.replace('-', '−');
        }
        StringBuilder text = new StringBuilder();
        String mantissa = plain.substring(0, e).replace('-', '−');
        text.append(mantissa.equals("1") ? "10" : mantissa + "·10");
        for (int i = e + 1; i < plain.length(); i++) {
            char c = plain.charAt(i);
            text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
        }
        return text.toString();
    }

    /** With a fixed number of decimals, at most 6; the value is below 1000 in size. */
    static String decimals(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        int unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        int parts = (int) Math.rint(Math.min(1000, Math.abs(value)) * unit);
        String rest = Integer.toString(parts % unit);
        String fraction = decimals == 0 ? "" : "." + "0".repeat(decimals - rest.length()) + rest;
        return (value < 0 && parts > 0 ? "−" : "") + parts / unit + fraction;
    }

    /** A share as whole per cent: "51 %", "under 1 %", "over 1000 %". */
    static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "under 1 %";
        }
        return Double.isNaN(share) ? "undefined" : share > 10 ? "over 1000 %" : decimals(100 * share, 0) + " %";
    }
}
