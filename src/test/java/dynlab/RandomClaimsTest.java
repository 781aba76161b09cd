package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.run.Runner;
import dynlab.theory.Claim;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is claimed of five hundred drawn experiments, beside what they do; the claim as it stands before the run is known. */
final class RandomClaimsTest {
    private static final int COUNT = Integer.getInteger("claims.count", 500);
    private static final int FIRST = Integer.getInteger("claims.first", 0);
    /**
     * Later draws: idle directions of a matrix and their rounding were overlooked; modes without a target held units;
     * a weight that other paths move passed 0 by itself; what lay
     * between modes of several paths grew faster than was thought.
     */
    private static final int[] REFUTED_ONCE = {1652, 2270, 3604, 3954, 7085, 21419, 23836, 25429, 26922};

    /** Largest departure before a step, of the first loss. */
    private static double gapBefore(Result result, double until) {
        double[] theory = result.prediction().orElseThrow().loss();
        double worst = 0;
        for (int i = 0; i < theory.length && i < result.trajectory().count(); i++) {
            if (result.trajectory().step(i) < until || Double.isNaN(until)) {
                worst = Math.max(worst, Math.abs(theory[i] - result.trajectory().loss(i)));
            }
        }
        return worst / result.trajectory().loss(0);
    }

    /** What the assumptions alone allow, without the comparison with the run. */
    private static boolean exactByItself(Claim claim) {
        return claim.of() == Claim.Of.STEPS
                && claim.assumptions().stream().allMatch(a -> a.holds() || a.premise() == Premise.AGREEMENT);
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    /** Whether the theory's curve, followed longer, stays above what a slightly moved start reaches. */
    private static boolean staysAbove(Experiment experiment, double first) {
        Prediction longer = Runner.of(RandomRuns.moved(experiment, 20_000, 0))
                .complete()
                .prediction()
                .orElseThrow();
        Result moved = Runner.of(RandomRuns.moved(experiment, 20_000, 0.05)).complete();
        double free = moved.trajectory().loss(moved.trajectory().count() - 1);
        return last(longer.loss()) - free > 1e-5 * first;
    }

    @Test
    void noClaimOfExactnessAndNoSaddleIsRefutedByTheRun() {
        List<String> wrong = new ArrayList<>();
        int exact = 0;
        int reduced = 0;
        int withSaddles = 0;
        int judged = 0;
        int limited = 0;
        for (int seed : IntStream.concat(IntStream.range(FIRST, FIRST + COUNT), IntStream.of(REFUTED_ONCE))
                .toArray()) {
            Experiment experiment = new RandomRuns(seed).draw();
            Result result = Runner.of(experiment).complete();
            Claim claim = result.prediction().orElseThrow().claim();
            double first = result.trajectory().count() > 0 ? result.trajectory().loss(0) : 0;
            boolean curves = claim.of() == Claim.Of.STEPS && first > 1e-12;
            reduced += claim.kind().equals("reduction") ? 1 : 0;
            limited += claim.trustedUntil() < 1500 ? 1 : 0;
            if (exactByItself(claim) && curves) {
                exact++;
                double gap = gapBefore(result, claim.trustedUntil());
                if (gap > 1e-6) {
                    wrong.add("seed " + seed + ": exact, and off by " + gap + " before " + claim.trustedUntil());
                }
            }
            if (!claim.saddles().isEmpty() && claim.kind().equals("reduction") && curves) {
                withSaddles++;
                boolean diverges = result.trajectory().divergedAt().isPresent();
                if (!diverges && gapBefore(result, claim.trustedUntil()) > 1e-6) {
                    wrong.add("seed " + seed + ": a saddle is left before step " + claim.trustedUntil());
                }
                boolean stable =
                        claim.assumptions().stream().anyMatch(a -> a.premise() == Premise.STABLE_STEP && a.holds());
                if (stable && !diverges) {
                    judged++;
                    if (!staysAbove(experiment, first)) {
                        wrong.add("seed " + seed + ": " + claim.saddles() + " and yet nothing is missed");
                    }
                }
            }
        }
        System.out.println(COUNT + " experiments (seeds " + FIRST + " … " + (FIRST + COUNT - 1) + "): " + reduced
                + " reductions, " + exact
                + " exact, " + limited + " trusted for less than the run, " + withSaddles + " on a saddle, " + judged
                + " of these held against a moved start");
        assertEquals(List.of(), wrong);
        assertTrue(exact > 80 && withSaddles > 80, exact + " exact, " + withSaddles + " on a saddle");
    }
}
