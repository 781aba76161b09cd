package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.InputFile;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.scene.Narration;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.view.Frame;
import dynlab.view.Wording;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Numbers;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code pages WEB SITE}: the pages that follow from others or from the scenes. Part of the build. The first page gets its
 * words and its gallery; the embed is the lab's page from another folder, with a picture in it.
 */
@Command(
        name = "pages",
        description = "Fills in the first page and derives the embed's from the lab's; part of the build.")
public final class PagesCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "WEB", description = "The directory of the templates.")
    private Path web = Path.of("");

    @Parameters(index = "1", paramLabel = "SITE", description = "The directory of the site.")
    private Path site = Path.of("");

    public PagesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        write(
                site.resolve("index.html"),
                home(InputFile.read(web.resolve("index.html").toString())),
                streams.out());
        String lab = lab(InputFile.read(web.resolve("lab").resolve("index.html").toString()));
        write(site.resolve("lab").resolve("index.html"), lab, streams.out());
        write(site.resolve("v1").resolve("embed").resolve("index.html"), embed(lab), streams.out());
        return Exit.DONE;
    }

    private static void write(Path file, String page, PrintStream out) {
        OutputFile.directory(file.toAbsolutePath().resolveSibling(""));
        OutputFile.write(file.toString(), page, out);
    }

    /** The first page with the words between its @ signs. */
    static String home(String template) {
        Scene scene = Scenes.home();
        SceneConfig config = SceneConfig.initial(scene.knobs());
        double step = Math.rint(scene.opensAt(config));
        Frame frame = Figures.frame(scene, config, step, Layout.Kind.MEDIUM, false);
        Wording.Predicate predicate =
                Wording.predicate(frame.story().world(), frame.asked().property());
        String item = frame.story().world().items().get(frame.asked().item());
        Optional<Narration> own = scene.tells(config, List.of(frame.story().run()), step);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("SCENE", scene.id());
        words.put("ITEM", Wording.article(item) + " " + Wording.inside(item));
        words.put("ALT", "A finished run: " + scene.title() + ". " + scene.summary());
        words.put(
                "QUESTION",
                Wording.question(
                        frame.story().world(),
                        frame.asked().property(),
                        frame.asked().item()));
        words.put("ASKS", predicate.asks() + " " + Wording.article(item));
        words.put("ASKED", Wording.inside(item));
        words.put("PROPERTY", predicate.base());
        words.put("STEPS", Numbers.fixed(frame.story().horizon(), 0));
        words.put("STAGE", own.map(Narration::stage).orElseGet(() -> Wording.stage(frame.story(), step)));
        words.put("LEARNED", own.map(Narration::happened).orElseGet(() -> Wording.dated(frame.story(), step)));
        words.put(
                "BECAUSE",
                own.map(Narration::because)
                        .orElseGet(() -> Wording.because(
                                frame.story(),
                                frame.asked().property(),
                                frame.asked().item(),
                                step)));
        String page = template;
        for (Map.Entry<String, String> word : words.entrySet()) {
            page = page.replace("@" + word.getKey() + "@", escaped(word.getValue()));
        }
        return page.replace("@GALLERY@", gallery());
    }

    private static String gallery() {
        StringBuilder cards = new StringBuilder();
        for (Scene scene : Scenes.ALL) {
            String id = escaped(scene.id());
            cards.append("\n    <li><a href=\"lab/#scene=").append(id).append("\">");
            for (String theme : List.of("light", "dark")) {
                String file = "figures/" + id + "-thumb" + (theme.equals("dark") ? "-dark" : "") + ".svg";
                String image = "<img class=\"on-" + theme + "\" width=\"264\" height=\"120\" alt=\"\" ";
                cards.append(image).append("data-src=\"").append(file).append("\">");
                if (theme.equals("light")) {
                    cards.append("<noscript>")
                            .append(image)
                            .append("src=\"")
                            .append(file)
                            .append("\" loading=\"lazy\"></noscript>");
                }
            }
            cards.append("<h3>")
                    .append(escaped(scene.title()))
                    .append("</h3><p>")
                    .append(escaped(scene.summary()))
                    .append("</p></a></li>");
        }
        return cards + "\n  ";
    }

    /** The lab's page with every scene in its menu. */
    static String lab(String template) {
        StringBuilder options = new StringBuilder();
        for (Scene scene : Scenes.ALL) {
            options.append("<option value=\"")
                    .append(escaped(scene.id()))
                    .append("\">")
                    .append(escaped(scene.title()))
                    .append("</option>");
        }
        options.append("<option value=\"build\">Draw your own…</option>");
        return template.replace("<option>A tree of living things</option>", options);
    }

    /** The lab's page two folders down, with a picture of the home scene that stands there until the figure moves. */
    static String embed(String lab) {
        Scene scene = Scenes.home();
        return lab.replace("<link rel=\"modulepreload\" href=\"../app/page.js\">\n", "")
                .replace("=\"../", "=\"../../")
                .replace("data-page=\"lab\"", "data-page=\"embed\"")
                .replace(
                        "id=\"still\" alt=\"\" hidden>",
                        "id=\"still\" alt=\"A finished run: " + escaped(scene.title()) + "\" data-scene=\""
                                + escaped(scene.id()) + "\" src=\"../../figures/" + escaped(scene.id())
                                + "-embed.svg\">");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
