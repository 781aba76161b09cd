package dynlab.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.Exit;
import dynlab.cli.Main;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that the command line draws: what they say, and that pixels and lines are one drawing. */
final class FigureCommandTest {
    private static final String DIGEST = "d1-261bf24331e4d6637011dc0f295eeb1a";

    private static int run(ByteArrayOutputStream words, String... arguments) {
        PrintStream to = new PrintStream(words, true, StandardCharsets.UTF_8);
        return Main.run(arguments, to, to);
    }

    private static int run(String... arguments) {
        return run(new ByteArrayOutputStream(), arguments);
    }

    @Test
    void aFigureSaysWhichRunItShowsAndWhereToFindIt(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("f.svg");
        assertEquals(
                Exit.DONE, run("figure", "https://example.org/lab/#scene=hierarchy&t=120", "--out", file.toString()));
        String svg = Files.readString(file);
        assertTrue(svg.contains(DIGEST)
                && svg.contains("scene=hierarchy&amp;t=120")
                && svg.contains("At step 120 of 250"));
    }

    @Test
    void aFigureOverTimeHasTheNumbersOfItsAxis(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("f.svg");
        assertEquals(Exit.DONE, run("figure", "scene=hierarchy&t=120", "--view", "modes", "--out", file.toString()));
        String svg = Files.readString(file);
        for (String number : new String[] {"0", "50", "200", "250", "epochs"}) {
            assertTrue(svg.contains(">" + number + "</text>"), number);
        }
    }

    @Test
    void thePictureInPixelsIsTheDrawingInLines(@TempDir Path directory) throws IOException {
        Path lines = directory.resolve("f.svg");
        Path pixels = directory.resolve("f.png");
        for (Path file : new Path[] {lines, pixels}) {
            assertEquals(
                    Exit.DONE,
                    run("figure", "scene=shark&t=100", "--view", "world", "--scale", "1", "--out", file.toString()));
        }
        BufferedImage image = ImageIO.read(pixels.toFile());
        String svg = Files.readString(lines);
        assertTrue(svg.contains("width=\"" + image.getWidth() + "\""));
        // the middle of every large rectangle has its colour, unless something was drawn over it: text, or a dot
        Matcher cells = Pattern.compile(
                        "<rect x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"([0-9.]+)\" height=\"([0-9.]+)\"[^>]* fill=\"#([0-9a-f]{6})\"/>")
                .matcher(svg);
        int compared = 0;
        while (cells.find()) {
            double x = Double.parseDouble(cells.group(1)) + 0.25 * Double.parseDouble(cells.group(3));
            double y = Double.parseDouble(cells.group(2)) + 0.5 * Double.parseDouble(cells.group(4));
            if (Double.parseDouble(cells.group(3)) > 20) {
                assertEquals(cells.group(5), String.format("%06x", image.getRGB((int) x, (int) y) & 0xffffff));
                compared++;
            }
        }
        assertTrue(compared > 40, compared + " cells");
    }

    @Test
    void aPictureOfTwoPixelsAPxIsTwiceAsLarge(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("f.png");
        assertEquals(Exit.DONE, run("figure", "scene=chain", "--width", "400", "--out", file.toString()));
        assertEquals(800, ImageIO.read(file.toFile()).getWidth());
    }

    @Test
    void whatCannotBeDrawnIsSaid(@TempDir Path directory) {
        String file = directory.resolve("f.svg").toString();
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        assertEquals(Exit.USAGE, run(words, "figure", "scene=chain", "--view", "nothing", "--out", file));
        assertTrue(words.toString(StandardCharsets.UTF_8).contains("There is no view \"nothing\""));
        assertEquals(
                Exit.USAGE,
                run("figure", "scene=chain", "--out", directory.resolve("f.jpg").toString()));
        assertEquals(Exit.REFUSED, run("figure", "scene=hierarchy&digest=d1-000000", "--out", file));
    }

    @Test
    void aCitationNamesThePaperAndTheRun(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("run.bib");
        assertEquals(Exit.DONE, run("export", "scene=hierarchy", "--as", "bibtex", "--out", file.toString()));
        String text = Files.readString(file);
        assertTrue(
                text.contains("@article{saxe2019semantic") && text.contains("@misc{dynlab") && text.contains(DIGEST));
    }
}
