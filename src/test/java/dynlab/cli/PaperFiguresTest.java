package dynlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.command.PaperFiguresCommand;
import dynlab.cli.paper.Effort;
import dynlab.cli.paper.Sheet;
import dynlab.cli.paper.SourceFigure;
import dynlab.view.pen.Palette;
import dynlab.view.pen.TextBoxes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published figures drawn anew, from two seeds and a few epochs each: the source's panels, axes and free words. */
final class PaperFiguresTest {
    private static final Effort SMALL = new Effort(OptionalInt.of(2), 0.05);
    /** The widest usual fallback of the sans. */
    private static final double WIDER = 1.12;
    /** Touching is not overlapping: boxes are as high as capitals with descenders. */
    private static final double SLACK = 1;

    private static final Map<String, Sheet> DRAWN = new HashMap<>();

    private static Sheet draw(String number, Palette palette, double wider) {
        SourceFigure figure = PaperFiguresCommand.FIGURES.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow();
        return PaperFiguresCommand.sheet(figure, palette, SMALL, wider, words -> {});
    }

    private static Sheet sheet(String number) {
        return DRAWN.computeIfAbsent(number, any -> draw(any, Palette.LIGHT, WIDER));
    }

    private static Set<String> words(String number, String panel) {
        Set<String> words = new HashSet<>();
        for (TextBoxes.Entry entry : sheet(number).boxes().entries()) {
            if (entry.panel().equals(panel)) {
                words.add(entry.text());
            }
        }
        return words;
    }

    private static void says(String number, String panel, String... expected) {
        Set<String> words = words(number, panel);
        assertTrue(words.containsAll(List.of(expected)), "figure " + number + panel + ": " + words);
    }

    @Test
    void figure3HasItsPanelsAndAxes() {
        says("3", "a", "Four paths", "path 1", "path 4", "x₁", "x₂", "−1", "1");
        says("3", "b", "Two half-planes", "left path", "right path");
        says("3", "c", "ReLU units", "x₁", "x₂");
        says("3", "d", "Loss", "epoch", "0", "200", "0.5", "ReLU network", "four paths, steps", "closed form");
    }

    @Test
    void figure4HasItsPanelsAndAxes() {
        says("4", "a", "Loss", "epoch", "0", "500", "250", "their mean", "aligned start", "reduction");
        says("4", "b", "Singular values", "epoch", "0", "500", "5");
        says("4", "c", "Similarity across domains", "1", "7");
        says("4", "d", "Outputs", "input domain", "output domain", "framed: trained; full colour = 6");
    }

    @Test
    void figure5HasItsPanelsAndAxes() {
        says(
                "5",
                "a",
                "Singular value of a route",
                "epoch",
                "0",
                "8000",
                "3",
                "P = 1, half at 6700",
                "P = 100, half at 277");
        says("5", "b", "Error against share of routes trained", "K/M", "0", "1", "220", "never trained", "trained");
    }

    @Test
    void figure6HasItsPanelsAndAxes() {
        says("6", "a", "Loss", "epoch", "0", "700", "σ₀ = 0.20", "σ₀ = 2.50");
        says("6", "b", "Error against size of start", "σ₀", "0.2", "2.5", "0", "never trained", "trained");
        says("6", "c1", "Similarity", "small start, σ₀ = 0.20");
        says("6", "c3", "Similarity", "large start, σ₀ = 2.50");
        says("6", "d2", "Outputs", "medium start, σ₀ = 1.58");
    }

    @Test
    void captionsNameThePublishedNumbersAndNoTextThatNobodyHas() {
        for (SourceFigure figure : PaperFiguresCommand.FIGURES) {
            String svg = sheet(figure.number()).svg();
            assertFalse(svg.contains("specification"), figure.number());
            assertTrue(svg.contains("published") || svg.contains("notebook"), figure.number());
        }
    }

    @Test
    void wordsStandFreeAndWithinTheirPanels() {
        List<String> faults = new ArrayList<>();
        for (SourceFigure figure : PaperFiguresCommand.FIGURES) {
            List<TextBoxes.Entry> all = sheet(figure.number()).boxes().entries();
            for (int i = 0; i < all.size(); i++) {
                TextBoxes.Entry entry = all.get(i);
                String name = figure.number() + entry.panel() + " \"" + entry.text() + "\"";
                if (!entry.text().isEmpty() && !entry.bounds().holds(entry.box(), SLACK)) {
                    faults.add(name + " leaves its panel");
                }
                for (int j = 0; j < i; j++) {
                    if (all.get(j).box().meets(entry.box(), SLACK)) {
                        faults.add(name + " meets \"" + all.get(j).text() + "\"");
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theSameCallGivesTheSameText() {
        for (SourceFigure figure : PaperFiguresCommand.FIGURES) {
            Sheet again = draw(figure.number(), Palette.LIGHT, WIDER);
            assertEquals(sheet(figure.number()).svg(), again.svg(), "figure " + figure.number());
        }
    }

    @Test
    void thePaperPaletteIsPlainColoursOnWhite() {
        String svg = draw("3", Palette.PAPER, 1).svg();
        assertTrue(svg.contains("fill=\"#ffffff\""));
        assertTrue(svg.contains("stroke=\"#0000ff\""));
        assertTrue(svg.contains("stroke=\"#ff0000\""));
    }

    @Test
    void whatIsNotAFigureOrAPaletteIsSaid() {
        assertEquals("There is no figure \"7\"; there is 3, 4, 5 and 6.", complaint("paper-figures", "7"));
        assertEquals(
                "There is no palette \"pink\"; there is light, dark, projector and paper.",
                complaint("paper-figures", "--palette", "pink"));
    }

    private static String complaint(String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertEquals(Exit.USAGE, Main.run(words, said, said));
        return err.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
}
