package dynlab.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Refused;
import dynlab.numeric.ExactDecimals;
import dynlab.view.pen.Box;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of sweeps as files: there and back, and what is refused. */
final class ChartFileTest {
    private static final ExactDecimals DECIMALS = new ExactDecimals();
    private static final Box BOX = new Box(0, 0, 720, 440);

    private static final Chart LINES = new Chart.Lines(
            new LineChart(
                    "A title",
                    "K/M",
                    "error",
                    true,
                    false,
                    List.of(
                            new LineChart.Line(
                                    "\u03b3 = 0.1",
                                    new double[] {0.1, 0.5, 1},
                                    new double[] {3, 2, 1 / 3.0},
                                    new double[] {2, 1.5, 1 / 3.0},
                                    new double[] {4, 2.5, 1 / 3.0},
                                    List.of("scene=race&domains=3", "", "scene=race")),
                            new LineChart.Line(
                                    "other",
                                    new double[] {0.5, 2},
                                    new double[] {7, 8},
                                    new double[] {7, 8},
                                    new double[] {7, 8},
                                    List.of("", ""))),
                    "Left out: 1 row has no error."),
            List.of(List.of(10, 9, 10), List.of(1, 1)),
            "race",
            1);

    private static final Chart TILES = new Chart.Tiles(
            new TileChart(
                    "Tiles",
                    "M",
                    "K",
                    List.of("2", "3"),
                    List.of("1", "2"),
                    new double[] {0.5, Double.NaN, 0.25, 1e-3},
                    List.of("scene=routing&domains=2", "", "", "scene=routing"),
                    true,
                    ""),
            "routing",
            0);

    private static String drawn(Chart chart) {
        SvgPen pen = new SvgPen(Palette.PAPER);
        chart.draw(pen, BOX);
        return pen.svg(BOX.w(), BOX.h(), "");
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        for (Chart chart : List.of(LINES, TILES)) {
            String file = ChartFile.write(chart, DECIMALS);
            Chart read = ChartFile.read(file, DECIMALS);
            assertEquals(file, ChartFile.write(read, DECIMALS));
            assertEquals(drawn(chart), drawn(read));
            assertEquals(chart.grid(), read.grid());
            assertTrue(ChartFile.claims(file));
        }
        assertFalse(ChartFile.claims("{\"format\": \"dynlab-experiment/1\", \"name\": \"x\"}"));
    }

    @Test
    void aFileWithoutAddressesIsReadAsBefore() {
        Chart read = ChartFile.read("""
                {"format": "dynlab-chart/1", "kind": "lines", "title": "t", "x": "K", "y": "e",
                 "lines": [{"name": "", "x": [1, 2], "centre": [3, 2], "low": [3, 2], "high": [3, 2], "rows": [1, 1]}],
                 "left_out": 0}""", DECIMALS);
        assertEquals("", read.lesson());
        assertEquals("", read.grid().cells().get(0).get(0).address());
        assertEquals("K 1, e: 3", read.grid().said(0, 0));
    }

    @Test
    void everyNumberStandsInTheTableAndInTheFigure() {
        assertEquals(List.of("0.1", "0.5", "1", "2"), LINES.grid().rows());
        assertEquals("7", LINES.grid().cells().get(1).get(1).text());
        assertEquals("2 (1.5 \u2026 2.5)", LINES.grid().cells().get(1).get(0).text());
        assertEquals("", LINES.grid().cells().get(3).get(0).text());
        assertEquals("K 2, M 3: 0.001", TILES.grid().said(0, 1));
        SvgPen pen = new SvgPen(Palette.PAPER);
        assertEquals(5, LINES.spots(pen, BOX).size());
        assertEquals(3, TILES.spots(pen, BOX).size());
        for (Chart chart : List.of(LINES, TILES)) {
            for (Chart.Spot spot : chart.spots(pen, BOX)) {
                assertTrue(BOX.contains(spot.box().middleX(), spot.box().middleY()));
                assertFalse(chart.grid()
                        .cells()
                        .get(spot.row())
                        .get(spot.column())
                        .text()
                        .isEmpty());
            }
        }
    }

    @Test
    void aFigureWithoutLinesIsOne() {
        Chart none =
                new Chart.Lines(new LineChart("t", "x", "y", false, false, List.of(), "Left out."), List.of(), "", 3);
        Chart read = ChartFile.read(ChartFile.write(none, DECIMALS), DECIMALS);
        assertEquals(List.of(), read.grid().rows());
        assertEquals(Collections.emptyList(), read.spots(new SvgPen(Palette.PAPER), BOX));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dynlab-chart/1 | dynlab-chart/2 | format: expected",
                "\"kind\": \"lines\" | \"kind\": \"pie\" | kind",
                "\"x\": [0.1, 0.5, 1] | \"x\": [0.5, 0.1, 1] | lines[0].x: expected numbers that grow",
                "\"x\": [0.1, 0.5, 1] | \"x\": [0.1, 0.5] | lines[0].centre: expected 2",
                "\"low\": [2, | \"low\": [9, | lines[0].low: expected nothing above",
                "\"low\": [2, | \"low\": [1e999, | lines[0].low[0]",
                "\"rows\": [10, | \"rows\": [0, | lines[0].rows[0]",
                "\"left_out\": 1 | \"left_out\": -1 | left_out",
                "\"title\" | \"heading\" | heading",
                "\"addresses\": [\"scene=race&domains=3\", | \"addresses\": [ | lines[0].addresses: expected 3",
                "{\"format\" | {{\"format\" | line 1, column 2"
            })
    void anythingElseIsRefusedWithItsPlace(String good, String bad, String says) {
        String file = ChartFile.write(LINES, DECIMALS);
        assertTrue(file.contains(good), file);
        Refused refused = assertThrows(Refused.class, () -> ChartFile.read(file.replace(good, bad), DECIMALS));
        assertTrue(refused.line().contains(says), refused.line());
    }
}
