package dynlab.export;

import dynlab.architecture.Architecture;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.experiment.run.Trainers;
import dynlab.learning.Trainer;
import dynlab.network.Network;
import dynlab.numeric.Rng;
import dynlab.theory.Claim;
import dynlab.theory.Prediction;
import java.util.Optional;
import java.util.Set;

/**
 * The loss curve that a program has to meet, and from which step on it cannot: where sums are added in another order, a run
 * that leaves a saddle, or is chaotic, becomes another run.
 *
 * <p>The judge of theory knows where an aligned start waits on a saddle for rounding. Beside that, a second copy of every run
 * tells, whose weights are moved by the size of rounding at every step: where the two losses part by a tenth of what a
 * program is allowed, rounding decides.
 *
 * @param steps recorded steps, ascending, the first is 0
 * @param losses one each
 * @param trusted the first recorded step at which rounding decides; {@link Integer#MAX_VALUE} if it never does
 * @param saddle whether theory says that it is a saddle which the run leaves by rounding
 * @param diverges whether the loss is not finite after the last recorded step
 * @param digest of the run
 */
public record Rerun(int[] steps, double[] losses, int trusted, boolean saddle, boolean diverges, String digest) {
    /** What a program may be off by, as a share of the first loss. */
    public static final double TOLERANCE = 1e-9;
    /** Rounding of a step in units of 2⁻⁵² of the largest weight: a few sums of a few terms. */
    private static final double SIZE = 8 * 0x1p-52;

    public Rerun {
        steps = steps.clone();
        losses = losses.clone();
    }

    @Override
    public int[] steps() {
        return steps.clone();
    }

    @Override
    public double[] losses() {
        return losses.clone();
    }

    /** Makes the run, its shaken copy, and what theory says of it. */
    public static Rerun of(Experiment experiment) {
        RecordPlan plan = new RecordPlan(new RecordPlan.When.Adaptive(), Set.of(Quantity.LOSS));
        Experiment plain = new Experiment(
                experiment.name(),
                experiment.description(),
                experiment.architecture(),
                experiment.contexts(),
                experiment.start(),
                experiment.training(),
                plan,
                true,
                experiment.extras());
        Result result = Runner.of(plain).complete();
        Trajectory run = result.trajectory();
        int judged = result.prediction()
                .map(Prediction::claim)
                .filter(claim -> !claim.saddles().isEmpty())
                .map(Claim::trustedUntil)
                .filter(Double::isFinite)
                .map(step -> (int) Math.floor(step))
                .orElse(Integer.MAX_VALUE);
        int measured = partsAt(plain, run);
        return new Rerun(
                run.steps(),
                run.losses(),
                Math.min(judged, measured),
                saddle(result.prediction()),
                run.divergedAt().isPresent(),
                run.digest().orElseThrow());
    }

    private static boolean saddle(Optional<Prediction> prediction) {
        return prediction.stream().anyMatch(said -> !said.claim().saddles().isEmpty());
    }

    /** The first recorded step at which a shaken copy of the run has another loss. */
    private static int partsAt(Experiment experiment, Trajectory run) {
        Trainer trainer = Trainers.of(experiment);
        Rng rng = new Rng(1);
        int last = experiment.training().steps();
        double most = 0.1 * TOLERANCE * scale(run.losses());
        for (int i = 0; i < run.count(); i++) {
            while (trainer.made() < run.step(i)) {
                trainer.loss();
                trainer.step();
                shake(trainer.network(), rng);
            }
            double loss = run.step(i) == last ? trainer.lastLoss() : trainer.recordedLoss(trainer.loss());
            double apart = Math.abs(loss - run.loss(i));
            if (!(apart <= most)) {
                return run.step(i);
            }
        }
        return Integer.MAX_VALUE;
    }

    /** What a gap is a share of: the first loss, or 1 of a run that begins at its end. */
    static double scale(double[] losses) {
        return losses.length > 0 && losses[0] > 0 ? losses[0] : 1;
    }

    private static void shake(Network network, Rng rng) {
        Architecture architecture = network.architecture();
        for (int e = 0; e < architecture.edges().size(); e++) {
            if (architecture.owns(e)) {
                shake(network.liveWeights(e), rng);
            }
        }
        for (int v = 0; v < architecture.nodes().size(); v++) {
            shake(network.liveBias(v), rng);
        }
    }

    private static void shake(double[] w, Rng rng) {
        double largest = 0;
        for (double value : w) {
            largest = Math.max(largest, Math.abs(value));
        }
        double noise = SIZE * largest;
        int bits = 0;
        for (int i = 0; i < w.length; i++) {
            bits = i % 32 == 0 ? rng.nextInt() : bits >>> 1;
            w[i] += (bits & 1) == 0 ? noise : -noise;
        }
    }
}
