package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle reads a text back as an exact decimal and compares it with the exact value of the double. */
final class NumbersTest {
    private static final List<Double> EDGES = List.of(
            0.0,
            -0.0,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Math.nextDown(0.5),
            Math.nextDown(10.0),
            Math.nextDown(1e6),
            Math.nextDown(1e22),
            1e22,
            1e23,
            1e-22,
            1e-23,
            9.9995,
            0.99995,
            2e9,
            2147483647.5,
            -4.9e-324,
            -1.7976931348623157e308);

    /** The edges, then twenty thousand doubles of random bits, then as many of everyday size. */
    private static List<Double> finite() {
        List<Double> all = new ArrayList<>(EDGES);
        Rng rng = new Rng(11);
        for (int round = 0; round < 20_000; round++) {
            double value = Double.longBitsToDouble(((long) rng.nextInt() << 32) | (rng.nextInt() & 0xffffffffL));
            if (Double.isFinite(value)) {
                all.add(value);
            }
            all.add(rng.nextGaussian() * Math.pow(10, rng.nextInt(16) - 8));
        }
        for (int exponent = -323; exponent <= 308; exponent++) {
            double power = Double.parseDouble("1e" + exponent);
            all.addAll(List.of(power, Math.nextDown(power), Math.nextUp(power), 5 * power));
        }
        all.removeIf(value -> !Double.isFinite(value));
        return all;
    }

    private static BigDecimal read(String text) {
        String plain = text.replace('−', '-').replace("·10", "e").replaceFirst("^(-?)10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])", "$11e");
        StringBuilder typed = new StringBuilder();
        for (char c : plain.toCharArray()) {
            int digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            typed.append(c == '⁻' ? "-" : digit >= 0 ? Integer.toString(digit) : Character.toString(c));
        }
        return new BigDecimal(typed.toString());
    }

    /** Half a unit of the last digit, and a rounding error of the way there. */
    private static void assertDigits(int digits, double value, String text) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal off = read(text).subtract(exact).abs();
        int leading = exact.signum() == 0 ? 0 : exact.precision() - exact.scale() - 1;
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(leading - digits + 1);
        BigDecimal slack = exact.abs().multiply(new BigDecimal("1e-14"));
        BigDecimal bound =
                unit.divide(BigDecimal.valueOf(2), MathContext.DECIMAL64).add(slack);
        assertTrue(off.compareTo(bound) <= 0, value + " as " + text);
    }

    @Test
    void everyDoubleHasATextInEveryForm() {
        List<DoubleFunction<String>> forms = List.of(
                value -> Numbers.fixed(value, 0),
                value -> Numbers.fixed(value, 6),
                value -> Numbers.signed(value, 2),
                value -> Numbers.percent(value),
                value -> Numbers.percent(value, 1),
                Numbers::brief,
                Numbers::upTo,
                Numbers::power,
                Numbers::precise,
                Numbers::fraction,
                value -> Numbers.typed(value, 1),
                value -> Numbers.typed(value, 9),
                value -> Numbers.plain(value, 0),
                value -> Numbers.plain(value, 4));
        for (DoubleFunction<String> form : forms) {
            assertTrue(form.apply(Double.NaN).startsWith("undefined"));
            assertTrue(form.apply(Double.POSITIVE_INFINITY).contains("∞"));
            for (double value : finite()) {
                String text = form.apply(value);
                // a hundred times the largest doubles is beyond the range, and said to be
                boolean beyond = Double.isInfinite(100 * value) && text.endsWith("%");
                assertTrue(beyond || !text.contains("∞") && !text.contains("undefined"), value + " as " + text);
                assertTrue(text.length() <= 20, value + " as " + text);
            }
        }
    }

    @Test
    void theSmallestAndTheLargestDoubleAreWrittenToo() {
        assertEquals("4.94·10⁻³²⁴", Numbers.brief(4.9e-324));
        assertEquals("1.8·10³⁰⁸", Numbers.brief(Double.MAX_VALUE));
        assertEquals("5·10⁻³²⁴", Numbers.upTo(Double.MIN_VALUE));
        assertEquals("2·10³⁰⁸", Numbers.upTo(Double.MAX_VALUE));
    }

    @Test
    void whatHasNoBoundKeepsItsSign() {
        assertEquals("−∞", Numbers.fixed(Double.NEGATIVE_INFINITY, 2));
        assertEquals("+∞", Numbers.signed(Double.POSITIVE_INFINITY, 2));
        assertEquals("−∞", Numbers.brief(Double.NEGATIVE_INFINITY));
        assertEquals("−∞", Numbers.typed(Double.NEGATIVE_INFINITY, 4));
        assertEquals("0", Numbers.upTo(Double.NEGATIVE_INFINITY));
    }

    @Test
    void neitherZeroHasASign() {
        for (double zero : new double[] {0.0, -0.0, -1e-9}) {
            assertEquals("0.00", Numbers.fixed(zero, 2));
            assertEquals("0.00", Numbers.signed(zero, 2));
            assertEquals("0", Numbers.plain(zero, 2));
            assertEquals("0", Numbers.fraction(zero));
        }
        assertEquals("0", Numbers.brief(-0.0));
        assertEquals("0", Numbers.typed(-0.0, 3));
        assertEquals("0", Numbers.power(-0.0));
    }

    @Test
    void fixedDecimalsAreTheNearest() {
        for (double value : finite()) {
            for (int decimals = 0; decimals <= 6; decimals++) {
                if (Math.abs(value) * Math.pow(10, decimals) > 1.9e9) {
                    assertDigits(3, value, Numbers.fixed(value, decimals));
                    continue;
                }
                String text = Numbers.fixed(value, decimals);
                BigDecimal off = read(text).subtract(new BigDecimal(value)).abs();
                BigDecimal half = new BigDecimal("0.5000000001").scaleByPowerOfTen(-decimals);
                BigDecimal slack = new BigDecimal(Math.abs(value) * 3e-16);
                assertTrue(off.compareTo(half.add(slack)) <= 0, value + " as " + text);
                assertEquals(decimals, Math.max(0, read(text).scale()));
            }
        }
    }

    @Test
    void shortFormsKeepTheirDigits() {
        for (double value : finite()) {
            assertDigits(3, value, Numbers.brief(value));
            assertDigits(3, value, Numbers.power(value));
            assertDigits(4, value, Numbers.precise(value));
            for (int digits = 1; digits <= 9; digits++) {
                assertDigits(digits, value, Numbers.typed(value, digits));
            }
        }
    }

    @Test
    void aBoundIsNeverBelowItsValueAndLessThanADigitAbove() {
        for (double value : finite()) {
            if (value <= 0) {
                assertEquals("0", Numbers.upTo(value));
                continue;
            }
            BigDecimal exact = new BigDecimal(value);
            BigDecimal bound = read(Numbers.upTo(value));
            BigDecimal digit = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
            // what is a millionth of a digit above a round number is called by that number
            BigDecimal slack = digit.multiply(new BigDecimal("1.000001e-6"));
            assertTrue(bound.add(slack).compareTo(exact) >= 0, value + " within " + bound);
            assertTrue(bound.subtract(exact).compareTo(digit) <= 0, value + " within " + bound);
            assertEquals(1, bound.stripTrailingZeros().precision());
        }
    }

    @Test
    void whatIsTypedReadsBackAndIsTypedAlikeAgain() {
        for (double value : finite()) {
            for (int digits = 1; digits <= 9; digits++) {
                String text = Numbers.typed(value, digits);
                double back = Double.parseDouble(text);
                assertFalse(text.contains("−"), text);
                if (Double.isFinite(back) && Math.abs(back) >= Double.MIN_NORMAL) {
                    assertEquals(text, Numbers.typed(back, digits));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 1", "30, 30", "0.0025, 0.0025", "1e-12, 1e-12", "1e-15, 1e-15", "10000, 10000",
        "0.45, 0.45", "-2.5, -2.5", "12.5, 12.5", "0.00001, 1e-5", "123456, 123500", "0.02, 0.02", "1e-4, 0.0001"
    })
    void aLimitIsWrittenShort(double value, String text) {
        assertEquals(text, Numbers.typed(value, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 0.9",
        "30, 30",
        "1e-12, 10⁻¹²",
        "2.5e-7, 2.5·10⁻⁷",
        "-1e-6, −10⁻⁶",
        "-2, −2",
        "12345678901, 1.235·10¹⁰"
    })
    void aNarratorsNumberHasFourDigits(double value, String text) {
        assertEquals(text, Numbers.precise(value));
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 0, 3",
        "-2.5, 0, −3",
        "0.125, 2, 0.13",
        "99.995, 1, 100.0",
        "0.49999999999999994, 0, 0",
        "7, 3, 7.000"
    })
    void halvesAreRoundedAwayFromZero(double value, int decimals, String text) {
        assertEquals(text, Numbers.fixed(value, decimals));
    }

    @Test
    void aPerCentSignStaysWithItsNumber() {
        assertEquals("51\u00a0%", Numbers.percent(0.507));
        assertEquals("33.3\u00a0%", Numbers.percent(1.0 / 3, 1));
    }
}
