package dynlab.view.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours that mean different things look different to every eye, in every theme, and everything stands out from its ground. */
final class ColourVisionTest {
    private static final Set<Eye> COLOURED = EnumSet.complementOf(EnumSet.of(Eye.GREY));
    private static final int CATEGORIES = 7;
    private static final int MODES = 6;

    /** Pairs 1, 2, 7, 17, 20, 25, 28 and 34 of Table 1 of Sharma, Wu and Dalal 2005. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615",
        "50, 0, 0, 50, -1, 2, 2.3669",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "50, 2.5, 0, 58, 24, 15, 19.4535",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void theDifferenceIsThatOfItsPublishedTable(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        double found = Eye.ciede2000(new double[] {l1, a1, b1}, new double[] {l2, a2, b2});
        assertEquals(expected, found, 5e-5, "the table has four decimals");
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertEquals(21, Eye.contrast(0x000000, 0xffffff), 1e-12);
        assertEquals(4.48, Eye.contrast(0x777777, 0xffffff), 5e-3, "the known grey that just fails");
    }

    @ParameterizedTest
    @EnumSource(
            value = Palette.class,
            names = {"LIGHT", "DARK", "PROJECTOR"})
    void everyEyeTellsEveryTwoCategoriesApart(Palette theme) {
        for (Eye eye : Eye.values()) {
            for (int i = 0; i < CATEGORIES; i++) {
                for (int j = 0; j < i; j++) {
                    // four are what most figures have; grey has one dimension for all seven, and dashes beside it
                    boolean few = i < 4;
                    double least = eye == Eye.GREY ? few ? 6.5 : 4.5 : few ? 16.4 : 10.9;
                    double found = eye.difference(theme.rgb(Ink.category(i)), theme.rgb(Ink.category(j)));
                    assertTrue(found >= least, theme + " " + eye + ": " + j + " and " + i + " differ by " + found);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Palette.class,
            names = {"LIGHT", "DARK", "PROJECTOR"})
    void noCategoryIsTakenForTheCursor(Palette theme) {
        for (int k = 0; k < CATEGORIES; k++) {
            assertTrue(Eye.NORMAL.difference(theme.rgb(Ink.category(k)), theme.rgb(Ink.NOW)) >= 20, theme + " " + k);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Palette.class,
            names = {"LIGHT", "DARK", "PROJECTOR"})
    void everyMarkStandsOutFromEveryGround(Palette theme) {
        List<Ink> marks = new ArrayList<>(List.of(Ink.POS, Ink.NEG, Ink.NOW, Ink.THEORY, Ink.LINE_2));
        for (int k = 0; k < CATEGORIES; k++) {
            marks.add(Ink.category(k));
        }
        for (int k = 0; k < MODES; k++) {
            marks.add(Ink.mode(k, MODES));
        }
        for (Ink mark : marks) {
            for (Ink ground : List.of(Ink.BG, Ink.SURFACE, Ink.SUNKEN)) {
                double found = Eye.contrast(theme.rgb(mark), theme.rgb(ground));
                assertTrue(found >= 3, theme + ": " + mark + " on " + ground + " has " + found + " to 1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Palette.class,
            names = {"LIGHT", "DARK", "PROJECTOR"})
    void everyWordIsReadOnEveryGround(Palette theme) {
        List<Ink> words =
                List.of(Ink.INK, Ink.INK_2, Ink.INK_3, Ink.OK, Ink.WARN, Ink.BAD, Ink.POS_INK, Ink.NEG_INK, Ink.NOW);
        for (Ink word : words) {
            for (Ink ground : List.of(Ink.BG, Ink.SURFACE, Ink.SUNKEN)) {
                double found = Eye.contrast(theme.rgb(word), theme.rgb(ground));
                assertTrue(found >= 4.5, theme + ": " + word + " on " + ground + " has " + found + " to 1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Palette.class,
            names = {"LIGHT", "DARK", "PROJECTOR"})
    void everyEyeForColoursTellsTheSignsApart(Palette theme) {
        for (Eye eye : COLOURED) {
            assertTrue(eye.difference(theme.rgb(Ink.POS), theme.rgb(Ink.NEG)) >= 40, theme + " " + eye);
        }
    }

    @Test
    void aNegativeCellIsToldByADiagonalAndAPositiveOneHasNone() {
        assertEquals(0, diagonals(0.9, 0.2), "positive, strong and weak");
        assertEquals(2, diagonals(-0.9, -0.2), "negative, strong and weak");
        assertEquals(1, diagonals(0.9, -0.2), "one of each");
        assertEquals(0, diagonals(-0.04, 0), "what is hardly coloured");
    }

    /** The diagonal differs from its own cell at every strength: in grey, or not at all. */
    @ParameterizedTest
    @EnumSource(
            value = Palette.class,
            names = {"LIGHT", "DARK", "PROJECTOR"})
    void theDiagonalIsSeenOnItsCellWithoutAnyColour(Palette theme) {
        for (int percent = 3; percent <= 100; percent++) {
            int cell = theme.rgb(Paint.signed(-percent / 100.0));
            int line = theme.rgb(percent >= 100 * Hatch.DEEP ? Paint.of(Ink.BG) : Hatch.ON_PALE);
            double found = Eye.GREY.difference(cell, line);
            assertTrue(found >= 15, theme + ": " + percent + " % has " + found);
        }
    }

    @Test
    void smallNegativeCellsShareLinesThatRunOn() {
        SvgPen pen = new SvgPen(Palette.LIGHT);
        double[] values = new double[100];
        Arrays.fill(values, -1);
        pen.cells(new Box(0, 0, 20, 20), 0, 10, 10, values, false);
        // the lines x + y = 6, 12 … 36 through a square of 20 px: each px of them lies in one cell or another
        double length = 0;
        Matcher piece =
                Pattern.compile("M([0-9.]+) ([0-9.]+)L([0-9.]+) ([0-9.]+)").matcher(pen.svg(20, 20, "cells"));
        while (piece.find()) {
            length += Double.parseDouble(piece.group(3)) - Double.parseDouble(piece.group(1));
        }
        assertEquals(6 + 12 + 18 + 16 + 10 + 4, length, 1e-9);
    }

    private static long diagonals(double... values) {
        SvgPen pen = new SvgPen(Palette.LIGHT);
        pen.cells(new Box(0, 0, 20.0 * values.length, 20), 1, 1, values.length, values, false);
        String svg = pen.svg(100, 20, "cells");
        long lines = 0;
        for (String path : svg.split("<path d=\"")) {
            String d = path.substring(0, Math.max(0, path.indexOf('"')));
            lines += d.startsWith("M") ? d.chars().filter(c -> c == 'L').count() : 0;
        }
        return lines;
    }

    @Test
    void fromTheFifthCategoryOnALineHasDashesOfItsOwn() {
        Set<Stroke.Dash> dashes = EnumSet.noneOf(Stroke.Dash.class);
        for (int k = 0; k < CATEGORIES; k++) {
            Stroke.Dash dash = Stroke.category(k, Weight.SIM).dash();
            assertEquals(k < 4, dash == Stroke.Dash.SOLID, "category " + k);
            assertTrue(k < 4 || dashes.add(dash), "category " + k);
        }
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void wordsOnATileHaveTheColourThatStandsOutMore(Palette palette) {
        for (int k = 0; k <= 100; k++) {
            Paint tile = Paint.tint(Ink.POS, k / 100.0);
            int ground = palette.rgb(tile);
            Ink other = palette.on(tile) == Ink.INK ? Ink.BG : Ink.INK;
            double contrast = Eye.contrast(palette.rgb(palette.on(tile)), ground);
            assertTrue(contrast >= Eye.contrast(palette.rgb(other), ground), palette + " " + k);
            // the least that two colours can have of which one is nearly black and the other nearly white
            assertTrue(contrast > 3.9, palette + " " + k + ": " + contrast);
        }
    }
}
