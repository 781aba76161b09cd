package dynlab.view.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A canvas and a page have the same colours: those of the style sheet. */
final class PaletteTest {
    private static final Path TOKENS = Path.of("web", "style", "tokens.css");

    @Test
    void everyInkHasTheColourOfItsTokenInEachTheme() throws IOException {
        String css = Files.readString(TOKENS);
        String projector = css.substring(css.indexOf("[data-theme=\"projector\"]"));
        Map<String, String[]> pairs = new LinkedHashMap<>();
        Matcher pair = Pattern.compile("--([a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)")
                .matcher(css);
        while (pair.find()) {
            pairs.put(pair.group(1), new String[] {pair.group(2), pair.group(3)});
        }
        for (Ink ink : Ink.values()) {
            String[] both = pairs.get(ink.token());
            assertEquals(both[0], hex(Palette.LIGHT.rgb(ink)), ink.token());
            assertEquals(both[1], hex(Palette.DARK.rgb(ink)), ink.token());
            Matcher own =
                    Pattern.compile("--" + ink.token() + ": (#[0-9a-f]{6})").matcher(projector);
            assertEquals(own.find() ? own.group(1) : both[0], hex(Palette.PROJECTOR.rgb(ink)), ink.token());
        }
    }

    @Test
    void thePageHasTheColoursOfPrintedFiguresWhereItsAddressAsksForThem() throws IOException {
        String css = Files.readString(Path.of("web", "style", "lab.css"));
        String paper = css.substring(css.indexOf("[data-palette=\"paper\"]"));
        for (Ink ink : Ink.values()) {
            Matcher own =
                    Pattern.compile("--" + ink.token() + ": (#[0-9a-f]{6})").matcher(paper);
            assertEquals(true, own.find(), ink.token());
            assertEquals(own.group(1), hex(Palette.PAPER.rgb(ink)), ink.token());
        }
    }

    @Test
    void linesHaveTheWeightOfTheirTokens() throws IOException {
        String css = Files.readString(TOKENS);
        String projector = css.substring(css.indexOf("[data-theme=\"projector\"]"));
        for (Weight weight : new Weight[] {Weight.HAIR, Weight.AXIS, Weight.THEORY, Weight.SIM, Weight.NOW}) {
            String token = "--lw-" + weight.name().toLowerCase(Locale.ROOT) + ": ([0-9.]+)px";
            assertEquals(number(css, token), weight.width(), weight.name());
            assertEquals(number(projector, token), weight.projected(), weight.name());
        }
    }

    private static double number(String css, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(css);
        assertEquals(true, matcher.find(), pattern);
        return Double.parseDouble(matcher.group(1));
    }

    /** As Chromium resolves {@code color-mix(in oklab, #134f96 25%, #fdfdfc)} and the same with 32 % and 50 %. */
    @Test
    void mixturesAreThoseOfTheBrowser() {
        assertEquals("#fdfdfc", hex(Palette.LIGHT.rgb(Paint.tint(Ink.POS, 0))));
        assertEquals("#c1d0e4", hex(Palette.LIGHT.rgb(Paint.tint(Ink.POS, 0.25))));
        assertEquals("#b1c4dd", hex(Palette.LIGHT.rgb(Paint.tint(Ink.POS, 0.32))));
        assertEquals("#88a5cb", hex(Palette.LIGHT.rgb(Paint.tint(Ink.POS, 0.5))));
        assertEquals("#134f96", hex(Palette.LIGHT.rgb(Paint.tint(Ink.POS, 1))));
    }

    private static String hex(int rgb) {
        return "#" + String.format("%06x", rgb);
    }
}
