package dynlab.cli.command;

import dynlab.cli.Chosen;
import dynlab.cli.Exit;
import dynlab.cli.ImagePen;
import dynlab.cli.Misused;
import dynlab.cli.OutputFile;
import dynlab.cli.Streams;
import dynlab.export.Picture;
import dynlab.export.Taken;
import dynlab.numeric.ExactDecimals;
import dynlab.view.AllViews;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.pen.Palette;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code figure ADDRESS --out FILE}: one view of a run as a picture, with what it shows, the digest and the link. */
@Command(
        name = "figure",
        description = "Draws one view of a run as SVG or PNG, with a caption, the run's digest and its link.")
public final class FigureCommand implements Callable<Integer> {
    private static final int MOST = 4096;

    private final Streams streams;

    @Parameters(
            paramLabel = "WHAT",
            description = "\"scene=ID&knob=value…&t=…\", \"x=…\", a whole link, or EXPERIMENT.json.")
    private String what = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A file that ends in .svg or .png.")
    private String out = "";

    @Option(names = "--view", paramLabel = "VIEW", description = "Which view; the lesson's main one unless named.")
    private Optional<String> view = Optional.empty();

    @Option(names = "--width", paramLabel = "N", description = "Width in px; 720 unless named.")
    private String width = "720";

    @Option(names = "--height", paramLabel = "N", description = "Height of the view in px; 360 unless named.")
    private String height = "360";

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Pixels of a PNG for each px: 1, 2 or 4; 2 unless named.")
    private String scale = "2";

    @Option(names = "--theme", paramLabel = "THEME", description = "light, dark or projector.")
    private Optional<String> theme = Optional.empty();

    public FigureCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean pixels = out.endsWith(".png");
        if (!pixels && !out.endsWith(".svg")) {
            throw new Misused("--out takes a name that ends in .svg or .png, not \"" + out + "\".");
        }
        double wide = Chosen.whole("--width", width, 240, MOST);
        double high = Chosen.whole("--height", height, 120, MOST);
        int factor = Chosen.whole("--scale", scale, 1, 4);
        Taken asked = Asked.of(what, new ExactDecimals());
        Palette palette = Chosen.one("theme", themed(asked), Chosen.words(Palette.values()));
        Picture picture = Picture.of(asked, view());
        if (pixels) {
            ImagePen image = new ImagePen(palette, wide, picture.height(palette, wide, high), factor);
            picture.draw(image, wide, high);
            OutputFile.write(out, image.png());
        } else {
            OutputFile.write(out, picture.svg(palette, wide, high), streams.out());
        }
        return Exit.DONE;
    }

    private String themed(Taken asked) {
        String word = theme.orElse(asked.look().getOrDefault("theme", "light"));
        return word.equals("auto") ? "light" : word;
    }

    private Optional<View> view() {
        Optional<View> chosen = view.flatMap(id -> Views.of(id, AllViews.ALL));
        if (view.isPresent() && chosen.isEmpty()) {
            List<String> ids = AllViews.ALL.stream().map(View::id).sorted().toList();
            throw new Misused("There is no view \"" + view.get() + "\"; there is " + String.join(", ", ids) + ".");
        }
        return chosen;
    }
}
