package dynlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is pasted into pages of other kinds. */
final class SnippetTest {
    private static final Snippet.Figure FIGURE = new Snippet.Figure(
            "https://example.org/dynlab/",
            "scene=shark&gamma=1e-3&hide=speed",
            "Does a \"shark\" <have> bones & teeth?",
            750,
            450);

    @Test
    void aBareFrameIsTheOneThatTheDocumentShows() throws IOException {
        Snippet.Figure plain =
                new Snippet.Figure("https://example.org/dynlab/", "scene=shark", "Does a shark have bones?", 750, 450);
        assertTrue(Files.readString(Path.of("docs/hosting.md"))
                .contains(Snippet.IFRAME.write(plain).strip()));
    }

    @Test
    void theElementCarriesEveryPartOfTheAddress() {
        String text = Snippet.DYN_LAB.write(FIGURE);
        assertTrue(text.contains("<dyn-lab scene=\"shark\" gamma=\"1e-3\" hide=\"speed\" ratio=\"5/3\">"), text);
    }

    @ParameterizedTest
    @EnumSource(Snippet.class)
    void noTitleBreaksOutOfItsPlace(Snippet snippet) {
        String text = snippet.write(FIGURE);
        boolean markup = snippet != Snippet.MYST && snippet != Snippet.JUPYTER && snippet != Snippet.LINK;
        assertFalse(markup && text.contains("<have>"), text);
        assertTrue(text.endsWith("\n") && text.contains("example.org/dynlab/"), text);
    }

    @ParameterizedTest
    @EnumSource(Snippet.class)
    void everyHostIsInTheDocument(Snippet snippet) throws IOException {
        assertTrue(Files.readString(Path.of("docs/hosting.md")).contains("| `" + snippet.word() + "` |"));
    }

    @Test
    void whatNeedsNumbersHasThem() {
        assertTrue(Snippet.MOODLE.write(FIGURE).contains("width=\"100%\" height=\"450\""));
        assertFalse(Snippet.MOODLE.write(FIGURE).contains("style="));
        assertTrue(Snippet.CANVAS.write(FIGURE).contains("&amp;resize=lti"));
        assertTrue(Snippet.JUPYTER.write(FIGURE).contains("height=450"));
        assertTrue(Snippet.MYST
                .write(FIGURE)
                .contains(":placeholder: https://example.org/dynlab/figures/shark-embed.svg"));
    }

    @Test
    void theElementIsSmall() throws IOException {
        Path element = Path.of("web/dyn-lab.js");
        assertTrue(packed(element) <= 5 * 1024, packed(element) + " bytes");
        assertEquals(-1, Files.readString(element).indexOf("import "));
    }

    /** Promise 14 to embedders. */
    @Test
    void noPictureThatStandsInTheFiguresPlaceHasMoreThanFortyKilobytes() throws IOException {
        for (Scene scene : Scenes.ALL) {
            for (String name : List.of("embed", "embed-dark", "tiny", "tiny-dark")) {
                Path picture = Path.of("web/figures", scene.id() + "-" + name + ".svg");
                assertTrue(packed(picture) <= 40_000, picture + " has " + packed(picture) + " bytes");
            }
        }
    }

    private static int packed(Path file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(file));
        }
        return packed.size();
    }
}
