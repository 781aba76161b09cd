package dynlab.drawing;

import dynlab.numeric.Numbers;
import java.math.BigInteger;

/** Numbers of paths in few characters: exact up to a million, then two digits and a power of ten. */
public final class Counts {
    private static final int EXACT_DIGITS = 6;

    private Counts() {}

    public static String brief(BigInteger count) {
        String digits = count.toString();
        if (digits.length() <= 4) {
            return digits;
        }
        if (digits.length() <= EXACT_DIGITS) {
            int cut = digits.length() - 3;
            return digits.substring(0, cut) + "\u202f" + digits.substring(cut);
        }
        return Numbers.times(digits.charAt(0) + "." + digits.charAt(1), digits.length() - 1);
    }

    /** The logarithm to base ten, close enough for the width of a line; 0 for none and one. */
    public static double magnitude(BigInteger count) {
        String digits = count.toString();
        int leading = Integer.parseInt(digits.substring(0, Math.min(3, digits.length())));
        double first = digits.length() == 1 ? leading : digits.length() == 2 ? leading / 10.0 : leading / 100.0;
        // straight between the decades: 1 to 10 becomes 0 to 1
        return count.signum() == 0 ? 0 : digits.length() - 1 + (first - 1) / 9;
    }
}
