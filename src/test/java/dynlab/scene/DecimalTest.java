package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 1", "30, 30", "0.0025, 0.0025", "1e-12, 1e-12", "1e-15, 1e-15", "10000, 10000",
        "0.45, 0.45", "-2.5, -2.5", "12.5, 12.5", "0.00001, 1e-5", "123456, 123500", "0.02, 0.02", "1e-4, 0.0001"
    })
    void aLimitIsWrittenShort(double value, String text) {
        assertEquals(text, Decimal.text(value));
    }
}
