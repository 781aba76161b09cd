package dynlab.experiment.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.experiment.file.Packet;
import dynlab.experiment.run.Runner;
import dynlab.experiment.run.Sharing;
import dynlab.learning.Init;
import dynlab.measure.CurveDistance;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPaths;
import dynlab.task.ContextTask;
import dynlab.words.Words;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is measured after and beside a run: the search for gates, the twins' closed form, distances, shares. */
final class SearchTest {
    private static final ContextTask TASK = ContextTask.same(3);

    private static Experiment experiment(Assignment assignment, int steps, boolean theory, Quantity... recorded) {
        return new Experiment(
                "test",
                "",
                assignment.architecture(),
                assignment.contexts(),
                new Start.Drawn(new Init.Gaussian(1e-4, 1)),
                new Training(1, 1 / 6e-3, steps),
                new RecordPlan(new RecordPlan.When.Every(1), Set.of(recorded)),
                theory);
    }

    private static Result run(Experiment experiment) {
        return Runner.of(experiment).complete();
    }

    @Test
    void aSearchDoesNotChangeTheRunAndPassesThroughAPacket() {
        Assignment relu = ContextGraphs.relu(TASK, 20);
        Result plain = run(experiment(relu, 120, false, Quantity.LOSS));
        Result searched = run(experiment(relu, 120, false, Quantity.LOSS, Quantity.GATE_FITS));
        assertEquals(plain.trajectory().digest(), searched.trajectory().digest());
        Findings findings = searched.findings().orElseThrow();
        assertTrue(findings.complete());
        // the start's pattern, the pooled one, drop-one and single
        assertEquals(4, findings.trials().size());
        Result sentOnce = Packet.of(plain).result();
        Result added = Packet.ofFindings(searched).result(Optional.of(sentOnce));
        assertEquals(findings.sentence(), added.findings().orElseThrow().sentence());
        assertEquals(plain.trajectory().digest(), added.trajectory().digest());
        assertThrows(IllegalArgumentException.class, Packet.ofFindings(searched)::result);
        Findings again = Packet.of(searched).result().findings().orElseThrow();
        assertEquals(findings.trials(), again.trials());
        assertEquals(findings.sentence(), again.sentence());
        assertArrayEquals(
                findings.pathways().get(0).gates(), again.pathways().get(0).gates());
    }

    @Test
    void aNetworkWithoutAChainOfReluLayersIsRefusedInWords() {
        Assignment twin = ContextGraphs.twin(TASK, ContextPaths.dropOne(3, 20));
        Findings findings =
                run(experiment(twin, 5, false, Quantity.DISCOVERY)).findings().orElseThrow();
        assertTrue(findings.complete() && findings.trials().isEmpty());
        assertTrue(!Words.say(findings.sentence()).isEmpty());
    }

    @Test
    void theClosedFormFollowsTheTwinThatItKnowsByItsData() {
        Assignment twin = ContextGraphs.twin(TASK, ContextPaths.dropOne(3, 60));
        Result result = run(experiment(twin, 900, true, Quantity.LOSS));
        double[] theory = result.prediction().orElseThrow().loss();
        double[] loss = new double[theory.length];
        for (int i = 0; i < loss.length; i++) {
            loss[i] = result.trajectory().loss(i);
        }
        // the joint training of all paths and finite steps; measured 0.008
        assertTrue(CurveDistance.between(theory, loss).nrmse() < 0.02);
        Assignment modular = ContextGraphs.twin(TASK, ContextPaths.modular(3, 60));
        assertTrue(ContextTwins.of(experiment(modular, 1, true, Quantity.LOSS)).isEmpty());
    }

    @Test
    void theDistanceOfRecordedRunsIsThatOfTheirCurves() {
        Trajectory a = run(experiment(ContextGraphs.relu(TASK, 20), 400, false, Quantity.LOSS))
                .trajectory();
        Trajectory b = run(experiment(ContextGraphs.twin(TASK, ContextPaths.dropOne(3, 20)), 400, false, Quantity.LOSS))
                .trajectory();
        double[] first = new double[a.count()];
        double[] second = new double[b.count()];
        for (int i = 0; i < first.length; i++) {
            first[i] = a.loss(i);
            second[i] = b.loss(i);
        }
        CurveDistance direct = CurveDistance.between(second, first);
        CurveDistance recorded = RunDistance.between(b, a).orElseThrow();
        assertEquals(direct.nrmse(), recorded.nrmse(), 1e-12);
        assertEquals(direct.shift(), recorded.shift());
    }

    @Test
    void aModularTwinIsOnInOneContextAndSharesNothing() {
        Assignment modular = ContextGraphs.twin(TASK, ContextPaths.modular(3, 30));
        Trajectory run = run(experiment(modular, 50, false, Quantity.SHARING)).trajectory();
        Series series = run.series(new SeriesKey(Quantity.SHARING, 0, 0)).orElseThrow();
        Sharing last = new Sharing(series, run.count() - 1);
        assertEquals(3, last.contexts());
        assertEquals(1, last.onIn(1), 1e-12);
        assertEquals(1, last.participation(), 1e-12);
        assertEquals(0, last.similarity(1), 0);
    }

    @Test
    void theMapsOfAllOpenPathsAddUpToTheOutput() {
        Assignment twin = ContextGraphs.twin(TASK, ContextPaths.dropOne(3, 20));
        Trajectory run = run(experiment(twin, 60, false, Quantity.PATH_MAPS, Quantity.OUTPUTS))
                .trajectory();
        int last = run.count() - 1;
        int y = twin.architecture().nodes().size() - 1;
        int context = 1;
        Series out = run.series(new SeriesKey(Quantity.OUTPUTS, context, y)).orElseThrow();
        for (int i = 0; i < out.rows(); i += 7) {
            for (int o = 0; o < ContextTask.OBJECTS; o++) {
                double sum = 0;
                for (int p = 0; p <= 3; p++) {
                    Series map = run.series(new SeriesKey(Quantity.PATH_MAPS, 2 + p, 0))
                            .orElseThrow();
                    boolean open = twin.contexts().get(context).gates().node("h" + p) == 1;
                    sum += open ? map.at(last, i, o) : 0;
                    sum += p == 0 ? map.at(last, i, ContextTask.OBJECTS + context) : 0;
                }
                assertEquals(out.at(last, i, o), sum, 1e-12);
            }
        }
    }
}
