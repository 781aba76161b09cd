package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The runs that stand beside one another. */
final class PinsTest {
    private static final Pins TWO = new Pins(List.of("scene=shark", "scene=xor&seed=5"));

    @Test
    void thereAreAtMostFourAndEachOnce() {
        Pins pins = TWO.with("scene=shark").with("scene=race");
        assertEquals(3, pins.queries().size());
        assertFalse(pins.full());
        pins = pins.with("scene=depth");
        assertTrue(pins.full());
        assertEquals(pins, pins.with("scene=chain"));
        assertEquals(3, pins.without("scene=race").queries().size());
    }

    @Test
    void anAddressCarriesThemAndGivesThemBack() {
        Address shown = Address.parse("scene=hierarchy", new ExactDecimals());
        String link = shown.looking("pins", TWO.text()).format(new ExactDecimals());
        Address read = Address.parse(link, new ExactDecimals());
        assertEquals(List.of(), read.problems());
        assertEquals(TWO, Pins.of(read.look().getOrDefault("pins", "")));
        assertEquals("scene=hierarchy", read.bare(new ExactDecimals()));
    }
}
