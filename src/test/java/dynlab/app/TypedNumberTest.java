package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Rng;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedNumberTest {
    private static OptionalDouble parse(String text) {
        return TypedNumber.parse(text, new ExactDecimals());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.02;0.02",
                ".02;0.02",
                "0,02;0.02",
                "−3;-3",
                "-.5;-0.5",
                "+7;7",
                "1,000;1000",
                "1,234,567.5;1234567.5",
                "10⁻¹²;1e-12",
                "2.5·10⁻⁴;2.5e-4",
                "2.5×10⁻⁴;2.5e-4",
                "10^3;1e3",
                "1e-3;0.001",
                " 12 ;12",
                "0,5;0.5",
                "10,00;10"
            })
    void whatAPersonTypesIsTheNumberThatTheyMean(String text, double meant) {
        assertEquals(meant, parse(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "-",
                "+",
                ".",
                ",",
                "1e999",
                "-1e999",
                "NaN",
                "Infinity",
                "∞",
                "0x10",
                "1..2",
                "1,2,3",
                "⁻",
                "^",
                "·10⁻⁴",
                "1 apple",
                "--1",
                "1e",
                "e5"
            })
    void whatIsNoNumberIsNone(String text) {
        assertTrue(parse(text).isEmpty(), text);
    }

    @Test
    void anyTextWhateverIsAFiniteNumberOrNone() {
        String signs = "0123456789.,-+eE^·×*−⁻⁰¹²³⁴ \\u00a0\\u202e\\u0000x∞⁹";
        Rng rng = new Rng(20261128);
        for (int k = 0; k < 200_000; k++) {
            StringBuilder text = new StringBuilder();
            for (int length = rng.nextInt(12); length > 0; length--) {
                text.append(
                        rng.nextInt(30) == 0 ? (char) rng.nextInt(65536) : signs.charAt(rng.nextInt(signs.length())));
            }
            OptionalDouble number = parse(text.toString());
            assertTrue(number.isEmpty() || Double.isFinite(number.getAsDouble()), text.toString());
        }
    }
}
