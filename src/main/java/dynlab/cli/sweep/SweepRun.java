package dynlab.cli.sweep;

import dynlab.cli.OutputFile;
import dynlab.numeric.ExactDecimals;
import dynlab.sweep.ChartMaker;
import dynlab.sweep.ChartPlan;
import dynlab.sweep.Column;
import dynlab.sweep.Plan;
import dynlab.sweep.Row;
import dynlab.view.chart.Chart;
import dynlab.view.chart.ChartFile;
import dynlab.view.pen.Box;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One sweep in its directory: goes on where it stopped, and writes what comes out once all rows are there. */
public final class SweepRun {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 440;

    private final Job job;
    private final Path directory;
    private final PrintStream err;

    public SweepRun(Job job, Path directory, PrintStream err) {
        this.job = job;
        this.directory = directory;
        this.err = err;
    }

    /**
     * Computes the rows that are missing.
     *
     * @param where see {@link Engine#run}
     * @param stopped once it says yes the sweep stops
     * @return whether all rows are there, and so all files
     */
    public boolean complete(Engine engine, String where, BooleanSupplier stopped) {
        OutputFile.directory(directory);
        Plan plan = job.plan();
        try (Journal journal = Journal.open(directory.resolve("rows.journal"), plan)) {
            Map<Integer, Row> before = journal.rows();
            int[] missing = IntStream.range(0, plan.rows())
                    .filter(row -> !before.containsKey(row))
                    .toArray();
            if (!before.isEmpty()) {
                err.println(before.size() + " of " + plan.rows() + " rows are there already.");
            }
            Pace pace = new Pace(err, plan.rows(), before.size());
            if (missing.length > 0) {
                engine.run(
                        job,
                        missing,
                        where,
                        row -> {
                            journal.add(row);
                            pace.add(row);
                        },
                        stopped);
            }
            List<Row> rows = List.copyOf(journal.rows().values());
            boolean all = rows.size() == plan.rows();
            if (all) {
                write(rows);
            }
            return all;
        }
    }

    /** The rows of a finished sweep. */
    public List<Row> rows() {
        try (Journal journal = Journal.open(directory.resolve("rows.journal"), job.plan())) {
            return List.copyOf(journal.rows().values());
        }
    }

    private void write(List<Row> rows) {
        Plan plan = job.plan();
        StringBuilder csv = new StringBuilder();
        csv.append(Row.line(plan.columns().stream().map(Column::name).toList())).append('\n');
        rows.forEach(row -> csv.append(row.line()).append('\n'));
        OutputFile.write(directory.resolve("rows.csv").toString(), csv.toString(), err);
        for (ChartPlan wanted : plan.charts()) {
            Chart chart = ChartMaker.of(plan, wanted, rows);
            SvgPen pen = new SvgPen(Palette.LIGHT);
            chart.draw(pen, new Box(0, 0, WIDTH, HEIGHT));
            String name = directory.resolve(wanted.name()).toString();
            OutputFile.write(name + ".svg", pen.svg(WIDTH, HEIGHT, chart.words()), err);
            OutputFile.write(name + ".json", ChartFile.write(chart, new ExactDecimals()), err);
        }
        for (Row.Status status : Row.Status.values()) {
            List<Row> some = rows.stream().filter(row -> row.status() == status).toList();
            if (!some.isEmpty()) {
                String reason = some.get(0).cells().get(plan.column("reason"));
                err.println(some.size()
                        + (some.size() == 1 ? " row " : " rows ")
                        + status.word()
                        + (reason.isEmpty() ? "" : "; row " + some.get(0).index() + ": " + reason));
            }
        }
    }
}
