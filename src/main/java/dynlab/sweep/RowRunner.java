package dynlab.sweep;

import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** Computes a row of a plan. What comes out depends on the plan and the number of the row alone. */
public final class RowRunner {
    /** Multiplications between two questions whether to stop. */
    private static final double SLICE = 2e7;

    private RowRunner() {}

    /**
     * Runs a row to its end.
     *
     * @param stopped asked now and then; once it says yes the row is given up
     * @return the row, or nothing if it was given up
     */
    public static Optional<Row> run(Plan plan, int index, BooleanSupplier stopped) {
        try {
            Experiment experiment = plan.experiment(index);
            Runner runner = Runner.of(experiment);
            int slice = (int)
                    Math.max(1, Math.min(10_000, SLICE / (1 + runner.network().forwardMultiplications())));
            while (runner.advance(slice)) {
                if (stopped.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            return Optional.of(finished(plan, index, experiment, runner.result()));
        } catch (Refused refused) {
            return Optional.of(without(plan, index, Row.Status.REFUSED, refused.line()));
        } catch (RuntimeException | OutOfMemoryError mistake) {
            return Optional.of(without(plan, index, Row.Status.FAILED, mistake.toString()));
        }
    }

    private static Row finished(Plan plan, int index, Experiment experiment, Result result) {
        Trajectory run = result.trajectory();
        boolean diverged = run.divergedAt().isPresent();
        Row.Status status = diverged ? Row.Status.DIVERGED : Row.Status.DONE;
        String reason =
                diverged ? "the loss is not finite at step " + run.divergedAt().getAsInt() : "";
        List<String> cells = begun(plan, index, status, reason);
        cells.add(run.digest().orElse(""));
        cells.add(diverged ? Integer.toString(run.divergedAt().getAsInt()) : "");
        for (Gauge gauge : plan.gauges()) {
            cells.add(text(gauge.read(experiment, result), plan.decimals()));
        }
        return new Row(index, status, cells);
    }

    private static String text(OptionalDouble value, Decimals decimals) {
        boolean finite = value.isPresent() && Double.isFinite(value.getAsDouble());
        return finite ? decimals.format(value.getAsDouble()) : "";
    }

    private static Row without(Plan plan, int index, Row.Status status, String reason) {
        List<String> cells = begun(plan, index, status, reason);
        while (cells.size() < plan.columns().size()) {
            cells.add("");
        }
        return new Row(index, status, cells);
    }

    /** The columns that every row has. */
    private static List<String> begun(Plan plan, int index, Row.Status status, String reason) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(index));
        cells.addAll(plan.settings(index));
        cells.add(status.word());
        cells.add(reason.replaceAll("\\s+", " "));
        return cells;
    }

    /**
     * The row that a line of a CSV file holds.
     *
     * @return nothing if the line is no row of this plan
     */
    public static Optional<Row> read(Plan plan, String line) {
        List<String> cells = Row.cells(line);
        boolean whole = cells.size() == plan.columns().size() && cells.get(0).matches("[0-9]{1,7}");
        if (!whole) {
            return Optional.empty();
        }
        int index = Integer.parseInt(cells.get(0));
        boolean known = index < plan.rows();
        return known
                ? Optional.of(new Row(index, Row.Status.of(cells.get(plan.column("status"))), cells))
                : Optional.empty();
    }
}
