package dynlab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.Preset;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import dynlab.words.OtherLanguage;
import dynlab.words.Words;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures in a language whose words are two fifths longer: they keep apart and in their panels in every lesson. */
final class LongWordsTest {
    /** The most stages, the most modes in a small figure, and the longest number beside an axis. */
    private static final List<String> CROWDED = List.of(
            "scene=semantics&show=coherence&rate=0.002&t=2600",
            "scene=forms&items=16&features=400&t=400",
            "scene=surface&power=0.351851851851851851&slope=1&rate=0.3&epochs=40&ax=0.5&ay=-0.5&bx=0.55&by=-0.45&cx=-1.8"
                    + "&cy=1.7&t=40");

    @TempDir
    private static Path folder;

    private static URLClassLoader other;

    @BeforeAll
    static void speakLonger() throws Exception {
        other = OtherLanguage.speaking(folder, "longer", OtherLanguage::longer);
    }

    @AfterAll
    static void close() throws IOException {
        other.close();
    }

    @Test
    void aWordingIsTwoFifthsLonger() throws Exception {
        String english = Words.say("map.world.shade-network-says");
        Object longer = Class.forName(Words.class.getName(), true, other)
                .getMethod("say", String.class)
                .invoke(null, "map.world.shade-network-says");
        double share = (double) longer.toString().replaceAll("[^A-Za-z]", "").length()
                / english.replaceAll("[^A-Za-z]", "").length();
        assertTrue(share > 1.35 && share < 1.5, english + " and " + longer);
    }

    @ParameterizedTest
    @MethodSource
    void wordsStandFree(String address) throws Exception {
        Object faults = Class.forName(StandingWords.class.getName(), true, other)
                .getMethod("faults", String.class, int.class)
                .invoke(null, address, 4);
        assertEquals(List.of(), ((List<?>) faults).stream().limit(20).toList());
    }

    /** Every lesson as it opens, the crowded ones, and with {@code -Dlong.words=all} every preset. */
    static List<String> wordsStandFree() {
        List<String> addresses = new ArrayList<>(CROWDED);
        for (Scene scene : Scenes.ALL) {
            addresses.add("scene=" + scene.id());
            for (Preset preset :
                    System.getProperty("long.words", "").equals("all") ? scene.presets() : List.<Preset>of()) {
                addresses.add("scene=" + scene.id() + "&" + preset.address());
            }
        }
        return addresses;
    }
}
