package dynlab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.view.chart.Chart;
import dynlab.view.chart.ChartFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a figure shows of rows whose numbers are given. */
final class ChartMakerTest {
    private static final double[] LOSSES = {1, 2, 3, 10, 7, 7, 7, 7};

    private static Plan plan(String figure) {
        return PlanCodec.read(SweepPlans.plan("""
                        "axes": [{"name": "a", "sets": "init.sigma", "values": [4, 2]}],
                        "seeds": {"from": 1, "count": 4}, "measures": ["last_loss"], "figures": [%s]
                        """.formatted(figure)), name -> name, new ExactDecimals());
    }

    /** Two points with the losses above; the last row diverged. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < LOSSES.length; k++) {
            String a = k < 4 ? "4" : "2";
            boolean bad = k == LOSSES.length - 1;
            String loss = new ExactDecimals().format(LOSSES[k]);
            rows.add(new Row(
                    k,
                    bad ? Row.Status.DIVERGED : Row.Status.DONE,
                    List.of("" + k, a, "1", bad ? "diverged" : "done", "", "d1-0", "", loss)));
        }
        return rows;
    }

    private static Chart chart(String more) {
        Plan plan = plan("{\"name\": \"f\", \"kind\": \"lines\", \"x\": \"a\", \"y\": [\"last_loss\"]" + more + "}");
        return ChartMaker.of(plan, plan.charts().get(0), rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 4 | 4 | 4",
                ", \"centre\": \"median\" | 2.5 | 2.5 | 2.5",
                ", \"spread\": \"range\" | 4 | 1 | 10",
                // of 1, 2, 3, 10: squares off 4 sum to 50, over 3
                ", \"spread\": \"sd\" | 4 | -0.0824829 | 8.0824829",
                ", \"spread\": \"se\" | 4 | 1.9587585 | 6.0412415",
                ", \"below\": 3 | 0.75 | 0.75 | 0.75"
            })
    void aPointSumsUpItsRows(String more, double centre, double low, double high) {
        Chart.Lines lines = (Chart.Lines) chart(more);
        var line = lines.chart().lines().get(0);
        assertEquals(List.of(2.0, 4.0), List.of(line.xs()[0], line.xs()[1]));
        assertEquals(centre, line.centre()[1], 1e-7);
        assertEquals(low, line.low()[1], 1e-7);
        assertEquals(high, line.high()[1], 1e-7);
    }

    @Test
    void rowsThatAreNotDoneAreLeftOutAndCounted() {
        Chart.Lines lines = (Chart.Lines) chart("");
        assertEquals(List.of(List.of(3, 4)), lines.rows());
        assertEquals(1, lines.leftOut());
        assertTrue(
                lines.chart().note().contains("1 row has no last loss"),
                lines.chart().note());
    }

    @Test
    void tilesStandInAscendingOrder() {
        Plan plan = plan("{\"name\": \"f\", \"kind\": \"heat\", \"x\": \"a\", \"y\": \"a\", \"value\": \"last_loss\"}");
        Chart.Tiles tiles = (Chart.Tiles) ChartMaker.of(plan, plan.charts().get(0), rows());
        assertEquals(List.of("2", "4"), tiles.chart().columns());
        double[] values = tiles.chart().values();
        assertEquals(List.of(7.0, Double.NaN, Double.NaN, 4.0), List.of(values[0], values[1], values[2], values[3]));
        assertTrue(ChartFile.write(tiles, new ExactDecimals()).contains("[null, 4]"));
    }

    @Test
    void thePointOfALessonHasTheAddressOfItsFirstRun() {
        ExactDecimals decimals = new ExactDecimals();
        Plan plan = PlanCodec.read("""
                {"format": "dynlab-sweep/1", "base": {"lesson": "hierarchy", "settings": {"epochs": 60}},
                 "axes": [{"name": "start", "sets": "gamma", "values": [0.5, 0.001], "also": {"rate": [0.002, 0.004]}}],
                 "seeds": {"from": 3, "count": 2}, "measures": ["last_loss"],
                 "figures": [{"name": "f", "kind": "lines", "x": "start", "y": ["last_loss"]}]}
                """, name -> name, decimals);
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < plan.rows(); k++) {
            rows.add(RowRunner.run(plan, k, () -> false).orElseThrow());
        }
        Chart chart = ChartMaker.of(plan, plan.charts().get(0), rows);
        assertEquals("hierarchy", chart.lesson());
        Chart.Grid grid = chart.grid();
        assertEquals(List.of("0.001", "0.5"), grid.rows());
        for (int i = 0; i < 2; i++) {
            Address address = Address.parse(grid.cells().get(i).get(0).address(), decimals);
            assertEquals(List.of(), address.problems());
            String digest = Runner.of(address.scene().experiment(address.config()))
                    .complete()
                    .trajectory()
                    .digest()
                    .orElseThrow();
            // the smaller start is the second value of the axis, and its first row the third of all
            List<String> cells = rows.get(i == 0 ? 2 : 0).cells();
            assertTrue(cells.contains("3"), cells.toString());
            assertTrue(cells.contains(digest), cells + " " + digest);
        }
    }
}
