package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.Exit;
import dynlab.cli.Main;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PagesCommandTest {
    @TempDir
    private Path folder;

    private String said = "";

    private int pages(Path web, Path site) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Main.run(new String[] {"pages", web.toString(), site.toString()}, out, out);
        said = err.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void everyPageIsFilledInAndKnowsEveryScene() throws IOException {
        assertEquals(Exit.DONE, pages(Path.of("web"), folder), said);
        for (String page : List.of("index.html", "lab/index.html", "v1/embed/index.html")) {
            String html = Files.readString(folder.resolve(page));
            assertFalse(html.contains("{{") || html.contains("}}"), page);
            for (Scene scene : Scenes.ALL) {
                String place = page.equals("index.html")
                        ? "<a href=\"lab/#scene=" + scene.id() + "\">"
                        : "<option value=\"" + scene.id() + "\">";
                assertEquals(1, html.split(place, -1).length - 1, page + " " + place);
            }
        }
    }

    @Test
    void theEmbedIsTheLabTwoFoldersDownWithAPicture() throws IOException {
        assertEquals(Exit.DONE, pages(Path.of("web"), folder), said);
        String lab = Files.readString(folder.resolve("lab/index.html"));
        String embed = Files.readString(folder.resolve("v1/embed/index.html"));
        String moved = lab.replace("=\"../", "=\"../../")
                .replace("data-page=\"lab\"", "data-page=\"embed\"")
                .replaceAll("<link rel=\"modulepreload\".*\n", "")
                .replaceAll("(id=\"still\") .*>", "$1>");
        assertEquals(moved, embed.replaceAll("(id=\"still\") .*>", "$1>"));
        assertTrue(lab.contains("id=\"still\" alt=\"\" hidden>"));
        assertTrue(embed.contains("src=\"../../figures/" + Scenes.home().id() + "-embed.svg\">"));
    }

    @Test
    void aPageWithAPlaceThatNothingFillsStopsTheBuild() throws IOException {
        Path web = Files.createDirectories(folder.resolve("web/lab")).getParent();
        Files.writeString(web.resolve("index.html"), Files.readString(Path.of("web/index.html")) + "{{more}}");
        Files.copy(Path.of("web/lab/index.html"), web.resolve("lab/index.html"));
        assertEquals(Exit.REFUSED, pages(web, folder.resolve("site")));
        assertEquals("index.html: has a place for {{more}}, for which there is no value\n", said);
    }
}
