package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.FileFailed;
import dynlab.cli.InputFile;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.cli.site.ClassicScript;
import dynlab.cli.site.PageTemplate;
import dynlab.experiment.file.JsonWriter;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.export.SceneRun;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Numbers;
import dynlab.scene.FirstScenes;
import dynlab.scene.FurtherSeeds;
import dynlab.scene.GatedScenes;
import dynlab.scene.Glossary;
import dynlab.scene.Lesson;
import dynlab.scene.LinearScenes;
import dynlab.scene.Narration;
import dynlab.scene.OwnWorld;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.view.Frame;
import dynlab.view.Wording;
import dynlab.view.chart.Chart;
import dynlab.view.chart.ChartFile;
import dynlab.view.pen.Layout;
import dynlab.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code pages WEB SITE}: the pages that follow from others or from the scenes. Part of the build. The first page gets its
 * words and its gallery; the embed is the lab's page from another folder, with a picture in it, once for every scene; the
 * programs of lab and worker are there once more as classic scripts, for frames in which modules are refused. The scripts of
 * {@code WEB} get their words.
 */
@Command(
        name = "pages",
        description = "Fills in the first page and derives the embed's from the lab's; part of the build.")
public final class PagesCommand implements Callable<Integer> {
    /** The version, which a report of a failure carries. */
    private static final String ENGINE = TrajectoryCodec.ENGINE;

    /** How fast a page plays before anybody has chosen. */
    private static final String SPEED = "1×";

    /** Stands for what a sentence is said of while it is cut in two there. */
    private static final String CUT = "\0";

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
        write(site.resolve("index.html"), home(template("index.html")));
        PageTemplate lab = template("lab/index.html");
        write(site.resolve("lab/index.html"), lab(lab));
        write(site.resolve("v1/embed/index.html"), embed(lab, Scenes.ALL.get(0), "../../"));
        for (Scene scene : Scenes.ALL) {
            write(site.resolve("v1/embed/" + scene.id() + "/index.html"), embed(lab, scene, "../../../"));
        }
        Path app = site.resolve("app");
        if (Files.exists(app)) {
            write(app.resolve("page.sandbox.js"), ClassicScript.object("dynlabPage", script(app, "page.js")));
            write(app.resolve("worker.sandbox.js"), ClassicScript.function("dynlabWorker", script(app, "worker.js")));
        }
        write(site.resolve("build/index.html"), build(template("build/index.html")));
        write(site.resolve("style/page.css"), sheet());
        write(site.resolve("sweeps/index.json"), sweeps());
        for (Path script : files(".js")) {
            write(
                    site.resolve(script.toString()),
                    PageTemplate.script(script.toString(), script(web, script.toString()))
                            .fill(script.equals(Path.of("boot.js")) ? programs() : Map.of()));
        }
        return Exit.DONE;
    }

    /** Which program of embeds knows which lessons. */
    private static Map<String, ?> programs() {
        return Map.of(
                "first", ids(FirstScenes.ALL),
                "linear", ids(LinearScenes.of(OwnWorld.NONE, OwnWorld.NONE)),
                "gated", ids(GatedScenes.ALL));
    }

    private static List<Map<String, String>> ids(List<Scene> scenes) {
        return scenes.stream().map(scene -> Map.of("id", scene.id())).toList();
    }

    /** The figures of sweeps that come with the site: lesson, title and file of each. */
    private String sweeps() {
        ExactDecimals decimals = new ExactDecimals();
        JsonWriter json = new JsonWriter(decimals).open('[');
        for (Path file : files(".json")) {
            if (file.startsWith("sweeps")) {
                Chart chart = ChartFile.read(InputFile.read(web.resolve(file).toString()), decimals);
                json.line().open('{').name("lesson").text(chart.lesson());
                json.name("title").text(chart.words());
                json.name("file").text(String.valueOf(file.getFileName())).close('}');
            }
        }
        return json.close(']') + "\n";
    }

    /** The files with an ending, as they are called from the directory of the templates. */
    private List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(web)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .map(web::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FileFailed("The files below " + web + " could not be listed.");
        }
    }

    /** What the lab and an embed look like, in one file: a figure stands sooner than after four. */
    private String sheet() {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("tokens", "ui", "lab", "forced")) {
            all.append(InputFile.read(web.resolve("style/" + name + ".css").toString()));
        }
        return all.toString();
    }

    private static String script(Path folder, String name) {
        return InputFile.read(folder.resolve(name).toString());
    }

    private PageTemplate template(String name) {
        return new PageTemplate(name, InputFile.read(web.resolve(name).toString()));
    }

    private void write(Path file, String page) {
        OutputFile.directory(file.toAbsolutePath().resolveSibling(""));
        OutputFile.write(file.toString(), page, streams.out());
    }

    /** The first page: the home scene in words, and a card for every scene. */
    static String home(PageTemplate template) {
        Scene scene = Scenes.home();
        Frame frame = opening(scene);
        String item = frame.story().world().items().get(frame.asked().item());
        Map<String, Object> words = new LinkedHashMap<>(told(scene, frame));
        String headline = Words.say("page.home.headline", CUT);
        words.put("engine", ENGINE);
        words.put("scene", scene.id());
        words.put("before-item", headline.substring(0, headline.indexOf(CUT)));
        words.put("item", Wording.article(item) + " " + Wording.inside(item));
        words.put("after-item", headline.substring(headline.indexOf(CUT) + 1));
        words.put("alt", Words.say("page.still.finished-run-says", scene.title(), scene.summary()));
        words.put(
                "question",
                Wording.question(
                        frame.story().world(),
                        frame.asked().property(),
                        frame.asked().item()));
        words.put(
                "play", Words.say("page.home.play", Numbers.fixed(frame.story().horizon(), 0)));
        words.put("scenes", scenes(PagesCommand::card));
        return template.fill(words);
    }

    /** A lesson as it opens. */
    private static Frame opening(Scene scene) {
        SceneConfig config = SceneConfig.initial(scene.knobs());
        return SceneRun.frame(scene, config, Math.rint(scene.opensAt(config)), Layout.Kind.MEDIUM, false);
    }

    /** What is asked of a lesson as it opens, and what the narrator says then. */
    private static Map<String, Object> told(Scene scene, Frame frame) {
        SceneConfig config = SceneConfig.initial(scene.knobs());
        double step = frame.step();
        Wording.Predicate predicate =
                Wording.predicate(frame.story().world(), frame.asked().property());
        String item = frame.story().world().items().get(frame.asked().item());
        Optional<Narration> own = scene.tells(config, List.of(frame.story().run()), step);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("asks", predicate.asks() + " " + Wording.article(item));
        words.put("asked", Wording.inside(item));
        words.put("property", predicate.base());
        words.put("stage", own.map(Narration::stage).orElseGet(() -> Wording.stage(frame.story(), step)));
        words.put("learned", own.map(Narration::happened).orElseGet(() -> Wording.dated(frame.story(), step)));
        words.put(
                "because",
                own.map(Narration::because)
                        .orElseGet(() -> Wording.because(
                                frame.story(),
                                frame.asked().property(),
                                frame.asked().item(),
                                step)));
        return words;
    }

    /** The page on which a network is drawn, before anything is. */
    static String build(PageTemplate template) {
        return template.fill(Map.of(
                "engine", ENGINE,
                "speed", Words.say("page.player.speed", SPEED),
                "paths", Words.say("build.theory-badge.paths", "0")));
    }

    /** What the card of a lesson says; the terms are there for those who look for one. */
    private static Map<String, Object> card(Scene scene) {
        SceneConfig config = SceneConfig.initial(scene.knobs());
        Lesson lesson = scene.lesson(config);
        String terms = lesson.terms().stream().map(id -> Glossary.of(id).word()).collect(Collectors.joining(" · "));
        return Map.of(
                "id", scene.id(),
                "cover", scene.guessed(config),
                "seeds", FurtherSeeds.of(scene, config),
                "title", scene.heading(),
                "question", lesson.question(),
                "terms", terms);
    }

    private static List<Map<String, Object>> scenes(Function<Scene, Map<String, Object>> words) {
        return Scenes.COURSE.stream().map(words).toList();
    }

    /** The lab's page with every scene in its menu. */
    static String lab(PageTemplate template) {
        return template.fill(page(false, Scenes.home(), "../"));
    }

    /**
     * The lab's page in a folder of the embed's, with a picture that stands there until the figure moves: what a host shows
     * that lets no script run, or sends files with the wrong headers.
     *
     * @param scene what it opens where its address names none
     * @param root the way to the top of the site
     */
    static String embed(PageTemplate template, Scene scene, String root) {
        return INDENT.matcher(template.fill(page(true, scene, root))).replaceAll("");
    }

    /** What stands in a page until it has opened something: whatever that is, its words come with its run. */
    private static final class Unopened {
        static final Scene FIRST = Scenes.ALL.get(0);
        /** Made once for all pages: a lesson is run for it. */
        static final Map<String, Object> WORDS = told(FIRST, opening(FIRST));
    }

    /** What a person reads a page by, and a browser does not; no element of the lab keeps its spaces. */
    private static final Pattern INDENT = Pattern.compile("(?m)^(?: +|\\R)");

    private static Map<String, Object> page(boolean embed, Scene opens, String root) {
        Map<String, Object> words = new LinkedHashMap<>(Unopened.WORDS);
        words.put("engine", ENGINE);
        words.put("page", embed ? "embed" : "lab");
        words.put("root", root);
        words.put("preload", !embed); // an embed may never be looked at
        words.put("still", embed);
        words.put("scene", opens.id());
        words.put("alt", Words.say("page.still.finished-run", opens.title()));
        words.put("speed", Words.say("page.player.speed", SPEED));
        words.put("heading", Unopened.FIRST.heading());
        words.put("files", String.join(" ", opens.data()));
        words.put("scenes", scenes(scene -> Map.of("id", scene.id(), "title", scene.heading())));
        words.put(
                "glossary",
                Glossary.ALL.stream()
                        .map(term -> Map.of("id", term.id(), "word", term.word(), "meaning", term.meaning()))
                        .toList());
        return words;
    }
}
