package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.command.PackedFile;
import dynlab.experiment.Divergence;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.theory.Assumption;
import dynlab.theory.Claim;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import dynlab.theory.Saddle;
import dynlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on which a claim was once wrong or missing: what is claimed of each, beside what the run itself does. */
final class ClaimsTest {
    private static Experiment experiment(String name) {
        try (InputStream file = ClaimsTest.class.getResourceAsStream("/findings/" + name + ".json")) {
            return ExperimentCodec.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), new ExactDecimals());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Result run(String name) {
        return Runner.of(experiment(name)).complete();
    }

    private static Claim claim(Result result) {
        return result.prediction().orElseThrow().claim();
    }

    private static Assumption assumption(Claim claim, Premise premise) {
        return claim.assumptions().stream()
                .filter(a -> a.premise() == premise)
                .findFirst()
                .orElseThrow();
    }

    /** The largest departure up to a step, of the first loss. */
    private static double gapUntil(Result result, double until) {
        Prediction prediction = result.prediction().orElseThrow();
        double worst = 0;
        for (int i = 0; i < prediction.loss().length; i++) {
            if (result.trajectory().step(i) < until) {
                double gap = Math.abs(prediction.loss()[i] - result.trajectory().loss(i));
                worst = Math.max(worst, gap / result.trajectory().loss(0));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({
        "exact-at-saddle-bottleneck, OCCUPIED, 1",
        "gated-zero-mode-1, ZERO, 2",
        "sign-trap-chain, SIGN, 1",
        "zero-start, ZERO, 2"
    })
    void aSaddleIsNamedAndTheTheoryIsRightUntilRoundingDecides(String name, Saddle.Cause cause, int count) {
        Result result = run(name);
        Claim claim = claim(result);
        assertEquals("reduction", claim.kind());
        assertEquals(Claim.Of.STEPS, claim.of());
        assertFalse(claim.exact());
        assertEquals(count, claim.saddles().size());
        assertTrue(claim.saddles().stream().allMatch(s -> s.cause() == cause));
        assertEquals(0, claim.saddles().get(0).mode(), "the strongest mode");
        assertTrue(gapUntil(result, claim.trustedUntil()) < 1e-6);
        boolean leaves = gapUntil(result, Double.POSITIVE_INFINITY) > 1e-3;
        assertEquals(leaves, claim.trustedUntil() < 4000, "foretold if and only if it happens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedback-never-settles", "tied-passes-by-momentum", "nearly-tied-wrong-sign"})
    void whatRoundingWillDecideIsForetoldInTime(String name) {
        Result result = run(name);
        Claim claim = claim(result);
        assertTrue(claim.exact(), claim.assumptions().toString());
        assertTrue(claim.trustedUntil() < 1500);
        assertTrue(gapUntil(result, claim.trustedUntil()) < 1e-6);
    }

    @Test
    void momentumPassesWhatStepsWithoutItDoNot() {
        Result result = run("tied-passes-by-momentum");
        assertEquals(List.of(), claim(result).saddles());
        assertTrue(result.trajectory().loss(result.trajectory().count() - 1) < 1e-12);
    }

    @Test
    void aRunThatBlowsUpHadNoStableStep() {
        Result result = run("momentum-overshoots");
        assertTrue(result.trajectory().divergedAt().isPresent());
        assertFalse(claim(result).exact());
        assertFalse(assumption(claim(result), Premise.STABLE_STEP).holds());
    }

    @Test
    void zerosStayZerosAndRoundingFreesNothing() {
        assertEquals(Double.POSITIVE_INFINITY, claim(run("zero-start")).trustedUntil());
    }

    @Test
    void aStartOfLowRankKeepsItsRankInTheFlowAndLosesItByRounding() {
        Result result = run("riccati-rank1-start");
        Claim claim = claim(result);
        assertEquals("riccati", claim.kind());
        assertEquals(Claim.Of.FLOW, claim.of());
        assertFalse(claim.exact());
        assertEquals(3, claim.saddles().size());
        double[] loss = result.prediction().orElseThrow().loss();
        for (double value : loss) {
            assertTrue(value > 2.625 - 1e-9, "three modes of 2, 1 and ½ stay: " + value);
        }
        assertTrue(claim.trustedUntil() > 1000 && claim.trustedUntil() < 4000);
    }

    @Test
    void twoWeightsOfUnequalSizeAndOppositeSignAreNoTrap() {
        Result result = run("opposite-sign-unequal-weights");
        assertTrue(claim(result).exact());
        assertEquals(Claim.Of.STEPS, claim(result).of());
        assertTrue(result.trajectory().loss(result.trajectory().count() - 1) < 1e-30);
    }

    @Test
    void aTheoryLearnsNoMoreModesThanTheNarrowestLayerHasUnits() {
        Result result = run("bottleneck-4-2-4");
        Prediction prediction = result.prediction().orElseThrow();
        assertFalse(prediction.exact());
        assertEquals(1.625, prediction.loss()[3], 1e-6);
        assertTrue(prediction.claim().distance().orElseThrow() < 1e-4);
        Assumption rank = assumption(prediction.claim(), Premise.RANK);
        assertEquals(2, rank.measure());
        assertEquals(2, rank.limit());
        assertEquals(
                "The theory learns no more modes than the narrowest layer has units. The narrowest layer, h1, has 2 units;"
                        + " the target has 4 modes, of which the theory learns 2.",
                Words.say(rank.sentence()));
        assertEquals(0, prediction.modeStrength().orElseThrow().at(3, 2));
    }

    @Test
    void theStableStepIsThatOfTheInputsThemselves() {
        Claim claim = claim(run("rate-above-stable"));
        assertFalse(claim.exact());
        Assumption stable = assumption(claim, Premise.STABLE_STEP);
        assertEquals(1.02, stable.measure(), 1e-9);
        assertFalse(stable.holds());
    }

    @Test
    void smallStepsCountWhatALargeStartAddsToTheCurvature() {
        Result result = run("riccati-small-steps-holds-but-diverges");
        assertEquals("riccati", claim(result).kind());
        assertFalse(claim(result).exact());
        // η (σ₁(W1)² + σ₁(W2)²), which here is 9.7
        assertTrue(assumption(claim(result), Premise.SMALL_STEPS).measure() > 4.8);
        assertEquals(6, result.trajectory().divergedAt().orElseThrow());
        assertEquals("Smaller steps may help.", Words.say(Divergence.advice(6)));
    }

    @Test
    void headsThatAreAskedAlikeHaveTheTheoryOfTheirChain() {
        Claim claim = claim(run("two-heads"));
        assertEquals("two-layer", claim.kind());
        assertTrue(claim.distance().orElseThrow() < 1e-5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e160, 1e300})
    void dataWhoseSquaresOverflowEndInNoTrace(double size) {
        Experiment file = experiment("crash-x1e160-w0-notheory");
        assertEquals(1, Runner.of(file).complete().trajectory().loss(5));
        String text;
        try (InputStream in = ClaimsTest.class.getResourceAsStream("/findings/crash-x1e160-w0-notheory.json")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String asked = text.replace("\"theory\": false", "\"theory\": true").replace("1e+160", Double.toString(size));
        Runner runner = Runner.of(ExperimentCodec.read(asked, new ExactDecimals()));
        Result result = runner.complete();
        assertEquals("none", claim(result).kind());
        assertFalse(assumption(claim(result), Premise.FINITE_DATA).holds());
        assertTrue(TrajectoryCodec.write(runner, new ExactDecimals()).contains("\"residual\""));
    }

    @Test
    void aLossThatIsInfiniteBeforeAnyStepIsNoMatterOfSteps() {
        assertTrue(Words.say(Divergence.cause(0)).contains("start or the data"));
        assertTrue(Words.say(Divergence.advice(0)).contains("smaller steps do not"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bottleneck-4-2-4",
                "bottleneck-gate-half",
                "exact-at-saddle-bottleneck",
                "gated-zero-mode-1",
                "joint-diag-gated-23",
                "joint-diag-two-inputs-212",
                "opposite-sign-unequal-weights",
                "rate-above-stable",
                "riccati-rank1-start",
                "sign-trap-chain",
                "two-heads",
                "zero-start"
            })
    void exactNeverStandsBesideAFailedAssumption(String name) {
        Prediction prediction = run(name).prediction().orElseThrow();
        assertFalse(prediction.exact()
                && prediction.assumptions().stream().anyMatch(a -> a.state() != Assumption.State.HOLDS));
        for (Prediction also : prediction.also()) {
            assertFalse(also.exact() && also.assumptions().stream().anyMatch(a -> a.state() != Assumption.State.HOLDS));
        }
    }

    /** Every assumption has a section that names its code, and the experiments that its links carry can be run. */
    @Test
    void everyAssumptionHasASectionWithALinkThatShowsIt() throws IOException {
        String text = Files.readString(Path.of("docs", "theory.md"));
        String sections = text.substring(text.indexOf("## 11 "), text.indexOf("## 12 "));
        for (Premise premise : Premise.values()) {
            assertTrue(sections.contains("`" + premise.code() + "`"), premise.code());
        }
        int links = 0;
        for (String section : sections.split("### ")) {
            boolean live = section.contains("See it live: ") && section.contains("](../");
            assertTrue(live || section.startsWith("## 11"), section);
            for (String part : section.split("#x=")) {
                if (part.length() < section.length() && !section.startsWith(part)) {
                    String file = PackedFile.unpack(part.substring(0, part.indexOf(')')));
                    Runner.of(ExperimentCodec.read(file, new ExactDecimals())).complete();
                    links++;
                }
            }
        }
        assertTrue(links >= 8, links + " links with experiments");
    }
}
