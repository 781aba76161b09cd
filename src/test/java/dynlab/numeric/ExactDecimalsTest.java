package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ExactDecimalsTest {
    private static final Decimals DECIMALS = new ExactDecimals();

    @Test
    void numbersAreWrittenAsEcmaScriptWritesThem() {
        assertEquals("0", DECIMALS.format(-0.0));
        assertEquals("0.1", DECIMALS.format(0.1));
        assertEquals("1e-12", DECIMALS.format(1e-12));
        assertEquals("0.000001", DECIMALS.format(1e-6));
        assertEquals("1e-7", DECIMALS.format(1e-7));
        assertEquals("123456789012345680000", DECIMALS.format(1.2345678901234568e20));
        assertEquals("1e+21", DECIMALS.format(1e21));
        assertEquals("-2.5e+300", DECIMALS.format(-2.5e300));
        assertEquals("5e-324", DECIMALS.format(Double.MIN_VALUE));
        assertEquals("1.7976931348623157e+308", DECIMALS.format(Double.MAX_VALUE));
        assertEquals("2.2250738585072014e-308", DECIMALS.format(Double.MIN_NORMAL));
        assertEquals("2e-323", DECIMALS.format(2e-323));
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameBitsAndIsNeverLongerThanTheJdks() {
        Rng rng = new Rng(5);
        for (int round = 0; round < 100_000; round++) {
            double value = Double.longBitsToDouble(((long) rng.nextInt() << 32) | (rng.nextInt() & 0xffffffffL));
            if (!Double.isFinite(value)) {
                continue;
            }
            String text = DECIMALS.format(value);
            assertEquals(value == 0 ? 0.0 : value, DECIMALS.parse(text), 0);
            assertTrue(digits(text) <= digits(Double.toString(value)), text + " against " + value);
        }
    }

    @Test
    void powersOfTwoWhereTheSpacingChangesReadBackToo() {
        for (int exponent = -1074; exponent <= 1023; exponent++) {
            double value = Math.scalb(1.0, exponent);
            assertEquals(value, DECIMALS.parse(DECIMALS.format(value)), 0);
        }
    }

    private static int digits(String text) {
        String mantissa = text.replaceAll("[eE].*", "").replaceAll("[-.]", "").replaceAll("^0+", "");
        return mantissa.replaceAll("0+$", "").length();
    }
}
