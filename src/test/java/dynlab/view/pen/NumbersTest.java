package dynlab.view.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Rng;
import org.junit.jupiter.api.Test;

/** Every double has a text that a person can read, and the text of a finite one is near it. */
final class NumbersTest {
    private static final double[] ODD = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        4.9e-324,
        -4.9e-324,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0.0,
        -0.0,
        1e-300,
        9.995e5,
        999999.5,
        9.9999999e-4,
        1e308,
        2e9,
        2.1e9,
        0.9999999999
    };

    private static void every(double value) {
        for (String text : new String[] {
            Numbers.brief(value),
            Numbers.power(value),
            Numbers.upTo(value),
            Numbers.fraction(value),
            Numbers.fixed(value, 0),
            Numbers.fixed(value, 6),
            Numbers.signed(value, 2)
        }) {
            assertFalse(text.isEmpty() || text.length() > 40, value + ": " + text);
            assertFalse(text.contains("E") || text.contains("NaN") || text.contains("Infinity"), value + ": " + text);
        }
    }

    /** Reads what the formatter wrote. */
    private static double read(String text) {
        String plain = text.replace('−', '-');
        int ten = plain.indexOf("10");
        boolean power = plain.indexOf('·') >= 0
                || ten >= 0 && plain.length() > ten + 2 && "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(plain.charAt(ten + 2)) >= 0;
        if (!power) {
            return Double.parseDouble(plain);
        }
        int dot = plain.indexOf('·');
        ten = dot < 0 ? ten : dot + 1;
        String mantissa = dot < 0 ? plain.substring(0, ten) + "1" : plain.substring(0, dot);
        StringBuilder exponent = new StringBuilder();
        for (char c : plain.substring(ten + 2).toCharArray()) {
            exponent.append(c == '⁻' ? '-' : (char) ('0' + "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)));
        }
        return Double.parseDouble(mantissa + "e" + exponent);
    }

    @Test
    void oddNumbersHaveATextToo() {
        for (double value : ODD) {
            every(value);
        }
        assertEquals("undefined", Numbers.brief(Double.NaN));
        assertEquals("−∞", Numbers.brief(Double.NEGATIVE_INFINITY));
        assertEquals("4.94·10⁻³²⁴", Numbers.brief(4.9e-324));
    }

    @Test
    void aHundredThousandRandomBitPatternsHaveATextThatReadsBackNearThem() {
        Rng rng = new Rng(20261128);
        for (int k = 0; k < 100_000; k++) {
            double value = Double.longBitsToDouble(((long) rng.nextInt() << 32) | (rng.nextInt() & 0xffffffffL));
            every(value);
            if (Double.isFinite(value) && Math.abs(value) > 1e-300) {
                double back = read(Numbers.brief(value));
                assertTrue(Math.abs(back - value) <= 0.006 * Math.abs(value), value + ": " + Numbers.brief(value));
            }
        }
    }
}
