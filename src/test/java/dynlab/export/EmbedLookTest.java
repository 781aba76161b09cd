package dynlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an embed may hide or lock is what its address understands. */
final class EmbedLookTest {
    private static final EmbedLook PLAIN = new EmbedLook(List.of(), List.of(), "", OptionalDouble.empty(), false);

    static List<Scene> scenes() {
        return Scenes.ALL;
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyControlCanBeHiddenAndLockedByTheAddress(Scene scene) {
        List<String> words = Stream.concat(EmbedControl.parts().stream(), EmbedControl.settings(scene).stream())
                .map(EmbedControl::word)
                .toList();
        assertEquals(words.size(), words.stream().distinct().count(), "a word stands for one control");
        Address bare = Address.parse("scene=" + scene.id(), new ExactDecimals());
        Address looks = new EmbedLook(words, words, "dark", OptionalDouble.of(7), true).of(bare);
        Address read = Address.parse(looks.format(new ExactDecimals()), new ExactDecimals());
        assertEquals(List.of(), read.problems());
        assertEquals(String.join(",", words), read.look().get("hide"));
        assertEquals(String.join(",", words), read.look().get("lock"));
        assertEquals("dark", read.look().get("theme"));
        assertEquals("1", read.look().get("autoplay"));
        assertEquals(OptionalDouble.of(7), read.time());
    }

    @Test
    void whatBelongsToOneReaderStaysBehindAndWhatBelongsToTheRunGoesAlong() {
        String link =
                "scene=shark&gamma=0.001&t=124&theme=dark&hide=speed&lock=time&autoplay=1&ask=shark:bones&guess=yes&digest=dc3b8fdb";
        Address plain = PLAIN.of(Address.parse(link, new ExactDecimals()));
        assertEquals("scene=shark&gamma=0.001&ask=shark:bones", plain.format(new ExactDecimals()));
    }
}
