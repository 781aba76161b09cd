package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.numeric.ExactDecimals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0, 0x7, 0x1f, 0x7f, 0x85, 0xad, 0x61c, 0x200b, 0x200d, 0x200f, 0x2028, 0x202e, 0x2060, 0x2066, 0xfeff,
                0xffff, 0xd800, 0xdbff, 0xdc00
            })
    void aMarkThatCannotBeSeenIsInNoName(int mark) {
        String name = "a" + (char) mark + "b";
        assertEquals(false, NameText.visible(name));
        assertEquals(false, NameText.visible(name.substring(0, 2)));
        String address = "scene=shark&names=" + PercentCode.encode(mark >= 0xd800 && mark < 0xe000 ? "a\u202e" : name);
        assertEquals(1, Address.parse(address, new ExactDecimals()).problems().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shark", "Zimtbär", "鮫", "акула", "قرش", "🦈", "x₁ → y", "two words"})
    void namesOfEveryScriptAreNames(String name) {
        assertEquals(true, NameText.visible(name));
    }
}
