package dynlab.cli.command;

import dynlab.cli.Exit;
import dynlab.cli.InputFile;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.export.SceneRun;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code figures [--check]}: rewrites the golden figures, or compares them. */
@Command(
        name = "figures",
        description = "Rewrites the golden figures in web/figures, or compares them with what would be drawn now.")
public final class FiguresCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--check", description = "Compare, and write nothing.")
    private boolean check;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The directory of the figures; web/figures unless named.")
    private Path directory = Path.of("web/figures");

    public FiguresCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        int differ = 0;
        for (Map.Entry<String, String> figure : figures().entrySet()) {
            String file = directory.resolve(figure.getKey()).toString();
            if (!check) {
                write(file, figure.getValue());
            } else if (!InputFile.read(file).equals(figure.getValue())) {
                streams.err().println(file + " is not what is drawn now; look at both, then rewrite it with: figures");
                differ++;
            }
        }
        return differ == 0 ? Exit.DONE : Exit.MISMATCH;
    }

    private void write(String file, String svg) {
        OutputFile.directory(directory);
        OutputFile.write(file, svg, streams.out());
        streams.out().println(file);
    }

    /** Every golden figure by its file name: each scene as it opens, in the three layouts, light and dark. */
    static Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Scene scene : Scenes.ALL) {
            SceneConfig config = SceneConfig.initial(scene.knobs());
            double step = Math.rint(scene.opensAt(config));
            Frame run = SceneRun.frame(scene, config, step, Layout.Kind.WIDE, true);
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
                    View main = SceneRun.views(scene, config).main();
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
