package dynlab.cli;

import dynlab.experiment.Result;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Numbers;
import java.io.PrintStream;

/** Runs to the end and says on standard error how far it is, once it takes longer than two seconds. */
public final class Progress {
    private static final long QUIET_NANOS = 2_000_000_000L;

    private Progress() {}

    public static Result complete(Runner runner, PrintStream err) {
        int steps = runner.experiment().training().steps();
        long last = System.nanoTime();
        while (runner.advance(slice(runner))) {
            long now = System.nanoTime();
            if (now - last > QUIET_NANOS) {
                last = now;
                int percent = (int) (100.0 * runner.step() / steps);
                err.println("step " + runner.step() + " of " + steps + " (" + percent + " %), loss "
                        + Numbers.precise(runner.loss()));
            }
        }
        return runner.result();
    }

    /** Steps between two looks at the clock: few for large networks. */
    private static int slice(Runner runner) {
        double cost = Math.max(1, runner.network().forwardMultiplications());
        return (int) Math.max(1, Math.min(10_000, 2e7 / cost));
    }
}
