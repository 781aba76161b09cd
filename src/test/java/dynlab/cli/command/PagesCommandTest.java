package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.Exit;
import dynlab.cli.Main;
import dynlab.scene.FurtherSeeds;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
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
                SceneConfig config = SceneConfig.initial(scene.knobs());
                String cover = scene.guessed(config) ? "&amp;hide-future=1" : "";
                String seeds = FurtherSeeds.of(scene, config) ? "&amp;starts=1" : "";
                String place = page.equals("index.html")
                        ? "<a href=\"lab/#scene=" + scene.id() + cover + seeds + "\">"
                        : "<option value=\"" + scene.id() + "\">";
                assertEquals(1, html.split(place, -1).length - 1, page + " " + place);
            }
        }
    }

    /**
     * What an embed has and the lab has not: its scene, a picture of it, a worker from text, one sentence and one link. What
     * only the lab has: files, tables, further seeds and the titles of other lessons.
     */
    private static String asALab(String embed, String root) {
        return embed.replace("=\"" + root, "=\"../")
                .replace("data-page=\"embed\"", "data-page=\"lab\"")
                .replace(" blob:;", ";")
                .replaceAll("(id=\"lab\") data-scene=\"[a-z-]+\" data-files=\"[a-z. ]*\"", "$1")
                .replaceAll("(id=\"still\") .*>", "$1>")
                .replaceAll("<div class=\"guess\" .*?</div>", "") // stands where each has room for it
                .replaceAll("<span class=\"only-wide row files\".*?</span>", "")
                .replaceAll("<button class=\"btn line\" data-act=\"(own-table|sweeps)\".*?</button>", "")
                .replaceAll("<div id=\"seeds\".*?</div>", "")
                .replaceAll("<p class=\"row\" data-control=\"file\">.*?</p>", "")
                .replaceAll("<input type=\"file\"[^>]*>", "")
                .replaceAll("(<option value=\"[a-z-]+\">)[^<]*", "$1")
                .replaceAll("(?s)<noscript>.*?</noscript>", "")
                .replaceAll("<a [^>]*>(Open it in the lab|To the first page)</a>", "")
                .replaceAll("(?m)^ *\n", "");
    }

    @Test
    void theEmbedIsTheLabInAnotherFolderWithThePictureOfItsSceneAndOneSentenceAndOneLink() throws IOException {
        assertEquals(Exit.DONE, pages(Path.of("web"), folder), said);
        String lab = Files.readString(folder.resolve("lab/index.html"));
        assertTrue(lab.contains("id=\"still\" alt=\"\" hidden>"));
        lab = lab.replaceAll("<link rel=\"modulepreload\".*\n", "");
        String any = Files.readString(folder.resolve("v1/embed/index.html"));
        assertEquals(asALab(bare(lab), "../"), asALab(any, "../../"));
        for (Scene scene : Scenes.ALL) {
            String embed = Files.readString(folder.resolve("v1/embed/" + scene.id() + "/index.html"));
            assertEquals(asALab(bare(lab), "../"), asALab(embed, "../../../"), scene.id());
            assertTrue(embed.contains("src=\"../../../figures/" + scene.id() + "-embed.svg\">"), scene.id());
            assertTrue(Files.exists(Path.of("web/figures/" + scene.id() + "-embed.svg")), scene.id());
            assertTrue(embed.contains("id=\"lab\" data-scene=\"" + scene.id() + "\""), scene.id());
            String without = embed.substring(embed.indexOf("<noscript>"), embed.indexOf("</noscript>"));
            assertTrue(without.contains("A finished run: " + scene.title().replace("'", "&#39;")), without);
            assertTrue(without.contains("href=\"../../../lab/#scene=" + scene.id() + "\""), without);
            assertEquals(2, without.split("<a ", -1).length, without);
        }
    }

    /** Without the spaces that a person reads a page by. */
    private static String bare(String page) {
        return page.replaceAll("(?m)^ +", "").replaceAll("(?m)^\\n", "");
    }

    @Test
    void everyScriptIsThereWithItsWordsAndOtherwiseAsItWas() throws IOException {
        assertEquals(Exit.DONE, pages(Path.of("web"), folder), said);
        String report = Files.readString(folder.resolve("report.js"));
        assertTrue(report.contains("words.textContent = \"The report is copied.\";"), report);
        assertFalse(report.contains("{{"), report);
        for (String script : List.of("sw.js", "worker.js", "print.js", "dyn-lab.js", "take.js")) {
            assertEquals(Files.readString(Path.of("web", script)), Files.readString(folder.resolve(script)), script);
        }
    }

    @Test
    void aScriptThatSaysWhatHasNoWordsStopsTheBuild() throws IOException {
        Path web = folder.resolve("web");
        for (String page : List.of("index.html", "lab/index.html", "build/index.html")) {
            Files.createDirectories(web.resolve(page).getParent());
            Files.copy(Path.of("web", page), web.resolve(page));
        }
        Files.createDirectories(web.resolve("style"));
        for (String sheet : List.of("tokens", "ui", "lab", "forced")) {
            Files.copy(Path.of("web/style", sheet + ".css"), web.resolve("style/" + sheet + ".css"));
        }
        Files.writeString(web.resolve("build/boot.js"), "say(\"{{page.no.such}}\");\n");
        assertEquals(Exit.REFUSED, pages(web, folder.resolve("site")));
        assertEquals("build/boot.js: says {{page.no.such}}, for which there are no words\n", said);
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
