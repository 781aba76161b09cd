package dynlab.cli.command;

import dynlab.cli.Arguments;
import dynlab.cli.Command;
import dynlab.cli.Exit;
import dynlab.cli.Files;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code figures [--check]}: rewrites the golden figures, or compares them. */
public final class FiguresCommand implements Command {
    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String usage() {
        return "figures [--check] [--dir DIR]";
    }

    @Override
    public String summary() {
        return "Rewrites the golden figures in web/figures, or compares them with what would be drawn now.";
    }

    @Override
    public int run(List<String> words, PrintStream out, PrintStream err) {
        Arguments arguments = new Arguments(words, List.of("--dir"), List.of("--check"));
        arguments.plain(0, 0, "nothing more");
        Path directory = Path.of(arguments.option("--dir").orElse("web/figures"));
        int differ = 0;
        for (Map.Entry<String, String> figure : figures().entrySet()) {
            String file = directory.resolve(figure.getKey()).toString();
            if (!arguments.flag("--check")) {
                write(directory, file, figure.getValue(), out);
            } else if (!Files.read(file).equals(figure.getValue())) {
                err.println(file + " is not what is drawn now; look at both, then rewrite it with: figures");
                differ++;
            }
        }
        return differ == 0 ? Exit.DONE : Exit.MISMATCH;
    }

    private static void write(Path directory, String file, String svg, PrintStream out) {
        try {
            java.nio.file.Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Files.Failed("There can be no directory " + directory + ".");
        }
        Files.write(file, svg, out);
        out.println(file);
    }

    /** Every golden figure by its file name: each scene as it opens, in the three layouts, light and dark. */
    static Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Scene scene : Scenes.ALL) {
            SceneConfig config = SceneConfig.initial(scene.knobs());
            double step = Math.rint(scene.opensAt(config));
            Frame run = Figures.frame(scene, config, step, Layout.Kind.WIDE, true);
            figures.put(scene.id() + "-wide.svg", Figures.svg(run, scene, config, 1280, 800, Palette.LIGHT));
            figures.put(scene.id() + "-wide-dark.svg", Figures.svg(run, scene, config, 1280, 800, Palette.DARK));
            figures.put(scene.id() + "-narrow.svg", Figures.svg(run, scene, config, 390, 844, Palette.LIGHT));
            for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
                String end = palette == Palette.DARK ? "-dark.svg" : ".svg";
                figures.put(scene.id() + "-embed" + end, Figures.svg(run, scene, config, 600, 400, palette));
                figures.put(scene.id() + "-tiny" + end, Figures.svg(run, scene, config, 343, 206, palette));
                figures.put(scene.id() + "-thumb" + end, Figures.thumb(run, scene, config, palette));
                if (scene == Scenes.home()) {
                    figures.put(scene.id() + "-home" + end, Figures.home(run, scene, config, true, palette));
                    figures.put(scene.id() + "-home-small" + end, Figures.home(run, scene, config, false, palette));
                }
                if (scene == Scenes.ALL.get(0)) {
                    View main = Figures.views(scene, config).main();
                    figures.put(scene.id() + "-poster-plot" + end, Figures.poster(run, scene, 390, 449, main, palette));
                    figures.put(
                            scene.id() + "-poster-time" + end,
                            Figures.poster(run, scene, 390, 66, Views.TIME, palette));
                }
            }
        }
        return figures;
    }
}
