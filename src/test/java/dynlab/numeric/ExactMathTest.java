package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Oracles: 40-digit decimal arithmetic at 1,000 or more arguments per function (error in ulp of the exact value), and StrictMath
 * at 200,000 (its own error is below 1 ulp, 2.5 for tanh, which is added to the bound).
 */
final class ExactMathTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal ROOT_OF_PI = bigRootOfPi();
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void expIsWithinOneUlpOfTheExactValue() {
        assertUlps(1.0, x -> ExactMath.exp(x), ExactMathTest::exactExp, uniform(-708, 709.7));
        assertUlps(1.0, x -> ExactMath.exp(x), ExactMathTest::exactExp, uniform(-2, 2));
        assertUlps(1.1, x -> ExactMath.exp(x), ExactMathTest::exactExp, uniform(-745, -708));
    }

    @Test
    void expAgreesWithTheLibraryEverywhere() {
        assertLibrary(2.0, ExactMath::exp, StrictMath::exp, uniform(-745, 709.7));
        assertLibrary(2.0, ExactMath::exp, StrictMath::exp, logarithmic(1e-300, 700));
    }

    @Test
    void expm1IsWithinOneAndAHalfUlps() {
        assertUlps(1.5, x -> ExactMath.expm1(x), ExactMathTest::exactExpm1, logarithmic(1e-18, 40));
        assertUlps(1.5, x -> ExactMath.expm1(x), ExactMathTest::exactExpm1, uniform(-2, 2));
        assertLibrary(2.5, ExactMath::expm1, StrictMath::expm1, logarithmic(1e-310, 709));
        assertLibrary(2.5, ExactMath::expm1, StrictMath::expm1, uniform(-3, 3));
    }

    @Test
    void logIsWithinOneUlp() {
        assertLogUlps(1.0, ExactMath::log, positive(logarithmic(1e-320, 1e308)));
        assertLogUlps(1.0, ExactMath::log, positive(uniform(0.4, 2.5)));
        assertLibrary(2.0, ExactMath::log, StrictMath::log, positive(logarithmic(1e-322, 1e308)));
        assertLibrary(2.0, ExactMath::log, StrictMath::log, positive(uniform(0.4, 2.5)));
        assertLibrary(2.0, ExactMath::log, StrictMath::log, random -> 1 + 1e-6 * (random.nextDouble() - 0.5));
    }

    @Test
    void log1pAgreesWithTheLibraryEverywhere() {
        assertLibrary(2.5, ExactMath::log1p, StrictMath::log1p, positive(logarithmic(1e-310, 1e300)));
        assertLibrary(2.5, ExactMath::log1p, StrictMath::log1p, uniform(-0.99999999, 3));
    }

    @Test
    void tanhIsWithinTwoUlps() {
        assertUlps(2.0, x -> ExactMath.tanh(x), ExactMathTest::exactTanh, logarithmic(1e-12, 20));
        assertUlps(2.0, x -> ExactMath.tanh(x), ExactMathTest::exactTanh, uniform(-3, 3));
        assertLibrary(4.5, ExactMath::tanh, StrictMath::tanh, logarithmic(1e-310, 30));
        assertLibrary(4.5, ExactMath::tanh, StrictMath::tanh, uniform(-3, 3));
    }

    @Test
    void atanhIsWithinTwoUlps() {
        // exp(2 atanh x) (1 - x) / (1 + x) = 1, so the relative rest of this product is twice the absolute error.
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double x = i % 2 == 0
                    ? uniform(-1, 1).draw(random)
                    : logarithmic(1e-8, 0.9999).draw(random);
            double y = ExactMath.atanh(x);
            BigDecimal one = BigDecimal.ONE;
            BigDecimal big = new BigDecimal(x);
            BigDecimal rest = bigExp(new BigDecimal(y).multiply(BigDecimal.valueOf(2)))
                    .multiply(one.subtract(big).divide(one.add(big), DIGITS))
                    .subtract(one);
            assertTrue(Math.abs(rest.doubleValue() / 2) < 2 * Math.ulp(y), () -> "atanh(" + x + ")");
        }
    }

    @Test
    void sineAndCosineAreWithinOneUlp() {
        assertLibrary(2.0, ExactMath::sin, StrictMath::sin, uniform(-1048576, 1048576));
        assertLibrary(2.0, ExactMath::sin, StrictMath::sin, logarithmic(1e-300, 10));
        assertLibrary(2.0, ExactMath::cos, StrictMath::cos, uniform(-1048576, 1048576));
        assertLibrary(2.0, ExactMath::cos, StrictMath::cos, logarithmic(1e-300, 10));
        assertUlps(1.0, x -> ExactMath.sin(x), x -> bigSine(new BigDecimal(x)), uniform(-20, 20));
        assertUlps(1.0, x -> ExactMath.cos(x), ExactMathTest::exactCosine, uniform(-20, 20));
        // The doubles nearest to multiples of a quarter turn: nothing of the result survives a careless reduction.
        for (int k = 1; k < 600000; k += 7) {
            double x = k * (Math.PI / 2);
            assertEquals(StrictMath.sin(x), ExactMath.sin(x), 2 * Math.ulp(StrictMath.sin(x)));
            assertEquals(StrictMath.cos(x), ExactMath.cos(x), 2 * Math.ulp(StrictMath.cos(x)));
        }
    }

    @Test
    void atanIsWithinTwoUlps() {
        assertLibrary(3.0, ExactMath::atan, StrictMath::atan, uniform(-3, 3));
        assertLibrary(3.0, ExactMath::atan, StrictMath::atan, logarithmic(1e-310, 1e300));
        // tan(y) = x with sin and cos from 40 digits: tan(y) - x = error * (1 + x^2).
        Random random = new Random(8);
        for (int i = 0; i < 1000; i++) {
            double x = uniform(-4, 4).draw(random);
            double y = ExactMath.atan(x);
            BigDecimal tangent = bigSine(new BigDecimal(y)).divide(exactCosine(y), DIGITS);
            double error = tangent.subtract(new BigDecimal(x)).doubleValue() / (1 + x * x);
            assertTrue(Math.abs(error) < 2 * Math.ulp(y), () -> "atan(" + x + ")");
        }
    }

    @Test
    void powIsAsGoodAsItsExponentAllows() {
        Random random = new Random(9);
        for (int i = 0; i < 200_000; i++) {
            double x = positive(logarithmic(1e-20, 1e20)).draw(random);
            double y = uniform(-10, 10).draw(random);
            double expected = StrictMath.pow(x, y);
            double bound = (3 + Math.abs(y * StrictMath.log(x))) * 0x1p-52;
            assertEquals(1, ExactMath.pow(x, y) / expected, bound);
        }
        assertEquals(1, ExactMath.pow(-3, 0));
        assertEquals(-3, ExactMath.pow(-3, 1));
        assertEquals(0, ExactMath.pow(0, 0.5));
        assertEquals(INFINITY, ExactMath.pow(0, -2));
        assertEquals(NAN, ExactMath.pow(-1, 0.5));
        assertEquals(1, ExactMath.pow(1, 1e9));
    }

    @Test
    void specialArgumentsGiveSpecialValues() {
        assertEquals(NAN, ExactMath.exp(NAN));
        assertEquals(INFINITY, ExactMath.exp(INFINITY));
        assertEquals(INFINITY, ExactMath.exp(709.79));
        assertEquals(0, ExactMath.exp(-INFINITY));
        assertEquals(0, ExactMath.exp(-745.14));
        assertEquals(Double.MIN_VALUE, ExactMath.exp(-744.8));
        assertEquals(1, ExactMath.exp(0));
        assertEquals(1, ExactMath.exp(-0.0));
        assertEquals(NAN, ExactMath.expm1(NAN));
        assertEquals(-1, ExactMath.expm1(-INFINITY));
        assertEquals(INFINITY, ExactMath.expm1(INFINITY));
        assertSameZero(-0.0, ExactMath.expm1(-0.0));
        assertEquals(Double.MIN_VALUE, ExactMath.expm1(Double.MIN_VALUE));
        assertEquals(NAN, ExactMath.log(NAN));
        assertEquals(NAN, ExactMath.log(-1));
        assertEquals(-INFINITY, ExactMath.log(0));
        assertEquals(-INFINITY, ExactMath.log(-0.0));
        assertEquals(INFINITY, ExactMath.log(INFINITY));
        assertSameZero(0.0, ExactMath.log(1));
        assertEquals(StrictMath.log(Double.MIN_VALUE), ExactMath.log(Double.MIN_VALUE), 1e-13);
        assertEquals(StrictMath.log(Double.MAX_VALUE), ExactMath.log(Double.MAX_VALUE), 1e-13);
        assertEquals(NAN, ExactMath.log1p(NAN));
        assertEquals(NAN, ExactMath.log1p(-1.5));
        assertEquals(-INFINITY, ExactMath.log1p(-1));
        assertEquals(INFINITY, ExactMath.log1p(INFINITY));
        assertSameZero(-0.0, ExactMath.log1p(-0.0));
        assertEquals(NAN, ExactMath.tanh(NAN));
        assertEquals(1, ExactMath.tanh(INFINITY));
        assertEquals(-1, ExactMath.tanh(-INFINITY));
        assertSameZero(-0.0, ExactMath.tanh(-0.0));
        assertEquals(Double.MIN_VALUE, ExactMath.tanh(Double.MIN_VALUE));
        assertEquals(NAN, ExactMath.atanh(NAN));
        assertEquals(NAN, ExactMath.atanh(1.0000001));
        assertEquals(INFINITY, ExactMath.atanh(1));
        assertEquals(-INFINITY, ExactMath.atanh(-1));
        assertSameZero(-0.0, ExactMath.atanh(-0.0));
        assertEquals(NAN, ExactMath.sin(INFINITY));
        assertEquals(NAN, ExactMath.cos(NAN));
        assertSameZero(-0.0, ExactMath.sin(-0.0));
        assertEquals(1, ExactMath.cos(0));
        assertThrows(IllegalArgumentException.class, () -> ExactMath.sin(1e7));
        assertEquals(NAN, ExactMath.atan(NAN));
        assertEquals(Math.PI / 2, ExactMath.atan(INFINITY));
        assertEquals(-Math.PI / 2, ExactMath.atan(-INFINITY));
        assertSameZero(-0.0, ExactMath.atan(-0.0));
    }

    @Test
    void growingFunctionsDoNotFallAcrossTheSeamsOfTheirReductions() {
        // Steps of 1e-5 are far above the rounding of a value near 1, so a fall would be a seam that does not fit.
        for (DoubleUnaryOperator function : new DoubleUnaryOperator[] {
            ExactMath::exp, ExactMath::expm1, ExactMath::tanh, ExactMath::atan, x -> ExactMath.log(x + 4)
        }) {
            for (int i = -300_000; i < 300_000; i++) {
                assertTrue(function.applyAsDouble((i + 1) * 1e-5) > function.applyAsDouble(i * 1e-5));
            }
        }
    }

    private interface Draw {
        double draw(Random random);
    }

    private interface Exact {
        BigDecimal of(double x);
    }

    private static Draw uniform(double from, double to) {
        return random -> from + (to - from) * random.nextDouble();
    }

    /** Both signs, sizes spread evenly over the decades. */
    private static Draw logarithmic(double from, double to) {
        return random -> {
            double exponent = Math.log(from) + (Math.log(to) - Math.log(from)) * random.nextDouble();
            return (random.nextBoolean() ? 1 : -1) * Math.exp(exponent);
        };
    }

    private static Draw positive(Draw draw) {
        return random -> Math.abs(draw.draw(random));
    }

    private static void assertUlps(double bound, DoubleUnaryOperator function, Exact exact, Draw draw) {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double x = draw.draw(random);
            BigDecimal value = exact.of(x);
            double error =
                    new BigDecimal(function.applyAsDouble(x)).subtract(value).doubleValue();
            double ulps = Math.abs(error) / Math.ulp(value.doubleValue());
            assertTrue(ulps <= bound, () -> ulps + " ulp at " + x);
        }
    }

    /** x e^{-y} = 1 + (ln x - y) + …, so its distance from 1 is the absolute error of y. */
    private static void assertLogUlps(double bound, DoubleUnaryOperator log, Draw draw) {
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            double x = draw.draw(random);
            double y = log.applyAsDouble(x);
            double error = new BigDecimal(x)
                    .multiply(bigExp(new BigDecimal(-y)), DIGITS)
                    .subtract(BigDecimal.ONE)
                    .doubleValue();
            assertTrue(Math.abs(error) <= bound * Math.ulp(y), () -> error / Math.ulp(y) + " ulp at " + x);
        }
    }

    private static void assertLibrary(double bound, DoubleUnaryOperator ours, DoubleUnaryOperator library, Draw draw) {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            double x = draw.draw(random);
            double expected = library.applyAsDouble(x);
            double ulps = Math.abs(ours.applyAsDouble(x) - expected) / Math.ulp(expected);
            assertTrue(ulps <= bound, () -> ulps + " ulp at " + x);
        }
    }

    @Test
    void erfIsRightToOnePartInTenToTheFifteen() {
        assertShare(1e-15, ExactMath::erf, ExactMathTest::exactErf, uniform(-1, 1));
        assertShare(1e-15, ExactMath::erf, ExactMathTest::exactErf, uniform(-6, 6));
        assertShare(1e-15, ExactMath::erf, ExactMathTest::exactErf, logarithmic(1e-300, 1));
        assertSameZero(0.0, ExactMath.erf(0.0));
        assertSameZero(-0.0, ExactMath.erf(-0.0));
        assertEquals(1, ExactMath.erf(INFINITY));
        assertEquals(-1, ExactMath.erf(-INFINITY));
        assertTrue(Double.isNaN(ExactMath.erf(NAN)));
        // Abramowitz and Stegun, table 7.1
        assertEquals(0.5204998778, ExactMath.erf(0.5), 5e-11);
        assertEquals(0.8427007929, ExactMath.erf(1), 5e-11);
        assertEquals(0.9953222650, ExactMath.erf(2), 5e-11);
    }

    @Test
    void whatErfLacksOfOneKeepsItsOwnDigits() {
        assertShare(5e-15, ExactMath::erfc, x -> BigDecimal.ONE.subtract(exactErf(x)), uniform(-3, 2));
        assertShare(4e-14, ExactMath::erfc, x -> BigDecimal.ONE.subtract(exactErf(x)), uniform(2, 6.5));
        assertEquals(0, ExactMath.erfc(INFINITY));
        assertEquals(2, ExactMath.erfc(-INFINITY));
        assertEquals(1, ExactMath.erfc(0));
        assertTrue(Double.isNaN(ExactMath.erfc(NAN)));
        for (double x = 6; x < 28; x += 0.25) {
            // Mills: x/(x² + ½) < √π e^{x²} erfc x < 1/x
            double scaled = ExactMath.erfc(x) * Math.sqrt(Math.PI);
            double bell = StrictMath.exp(-x * x);
            assertTrue(
                    bell < 1e-300
                            || scaled <= bell / x * (1 + 1e-12) && scaled >= bell * x / (x * x + 0.5) * (1 - 1e-12),
                    "at " + x);
        }
    }

    private static void assertShare(double most, DoubleUnaryOperator f, Exact exact, Draw draw) {
        Random random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            double x = draw.draw(random);
            BigDecimal right = exact.of(x);
            double share = new BigDecimal(f.applyAsDouble(x))
                    .subtract(right)
                    .divide(right, DIGITS)
                    .abs()
                    .doubleValue();
            assertTrue(share < most, share + " at " + x);
        }
    }

    /** 2/√π Σ (−1)ⁿ x^{2n+1} / (n! (2n+1)) with 90 digits; up to |x| = 7 at most 30 of them cancel. */
    private static BigDecimal exactErf(double x) {
        MathContext digits = new MathContext(90);
        BigDecimal big = new BigDecimal(x);
        BigDecimal square = big.multiply(big, digits).negate();
        BigDecimal term = big;
        BigDecimal sum = big;
        int terms = (int) (40 + 6 * x * x);
        for (int n = 1; n < terms; n++) {
            term = term.multiply(square, digits).divide(BigDecimal.valueOf(n), digits);
            sum = sum.add(term.divide(BigDecimal.valueOf(2L * n + 1), digits), digits);
        }
        return sum.multiply(BigDecimal.valueOf(2)).divide(ROOT_OF_PI, digits);
    }

    /** √π by Machin's π/4 = 4 atan(1/5) − atan(1/239). */
    private static BigDecimal bigRootOfPi() {
        MathContext digits = new MathContext(90);
        BigDecimal quarter =
                bigInverseTangent(5).multiply(BigDecimal.valueOf(4)).subtract(bigInverseTangent(239));
        return quarter.multiply(BigDecimal.valueOf(4)).sqrt(digits);
    }

    private static BigDecimal bigInverseTangent(int inverse) {
        MathContext digits = new MathContext(90);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(inverse), digits);
        BigDecimal square = BigDecimal.valueOf((long) inverse * inverse);
        BigDecimal sum = power;
        for (int n = 1; n < 70; n++) {
            power = power.divide(square, digits).negate();
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), digits));
        }
        return sum;
    }

    private static void assertSameZero(double expected, double actual) {
        assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual));
    }

    private static BigDecimal exactExp(double x) {
        return bigExp(new BigDecimal(x));
    }

    private static BigDecimal exactExpm1(double x) {
        return Math.abs(x) < 0.1 ? smallExpm1(new BigDecimal(x)) : exactExp(x).subtract(BigDecimal.ONE);
    }

    private static BigDecimal exactTanh(double x) {
        BigDecimal t = exactExpm1(2 * x);
        return t.divide(t.add(BigDecimal.valueOf(2)), DIGITS);
    }

    private static BigDecimal exactCosine(double x) {
        BigDecimal half = bigSine(new BigDecimal(x).divide(BigDecimal.valueOf(2)));
        return BigDecimal.ONE.subtract(half.multiply(half).multiply(BigDecimal.valueOf(2)));
    }

    private static BigDecimal smallExpm1(BigDecimal x) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 40; n++) {
            term = term.multiply(x).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term);
        }
        return sum;
    }

    /** Halve the argument 16 times, sum the series, square 16 times. */
    private static BigDecimal bigExp(BigDecimal x) {
        MathContext digits = new MathContext(60);
        BigDecimal small = x.divide(BigDecimal.valueOf(65536), digits);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 18; n++) {
            term = term.multiply(small, digits).divide(BigDecimal.valueOf(n), digits);
            sum = sum.add(term, digits);
        }
        for (int i = 0; i < 16; i++) {
            sum = sum.multiply(sum, digits);
        }
        return sum;
    }

    private static BigDecimal bigSine(BigDecimal x) {
        MathContext digits = new MathContext(70);
        BigDecimal square = x.multiply(x, digits).negate();
        BigDecimal sum = x;
        BigDecimal term = x;
        for (int n = 1; n < 60; n++) {
            term = term.multiply(square, digits).divide(BigDecimal.valueOf(2L * n * (2L * n + 1)), digits);
            sum = sum.add(term, digits);
        }
        return sum;
    }
}
