package dynlab.cli.paper;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.experiment.run.Trainers;
import dynlab.experiment.search.Candidate;
import dynlab.experiment.search.Discovery;
import dynlab.experiment.search.Snapshot;
import dynlab.experiment.search.Twins;
import dynlab.learning.Init;
import dynlab.learning.Trainer;
import dynlab.measure.CurveDistance;
import dynlab.measure.MixedSelectivity;
import dynlab.numeric.Matrix;
import dynlab.task.Assignment;
import dynlab.task.ContextPath;
import dynlab.words.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The runs behind {@link TwinSections}. */
final class TwinRuns {
    private TwinRuns() {}

    /** A trained ReLU network: its experiment, loss curve and last moment. */
    record Watched(Experiment experiment, double[] loss, List<Snapshot> snapshots) {
        Snapshot end() {
            return snapshots.get(snapshots.size() - 1);
        }

        double last() {
            return loss[loss.length - 1];
        }

        MixedSelectivity selectivity(int layer, int contexts) {
            return end().selectivity(layer, contexts);
        }

        /** NRMSE of the linear network with these gates from the same initial weights. */
        double distanceWith(Matrix gates) {
            Candidate candidate = new Candidate(
                    Phrase.of("search.gates.last"), Candidate.Kind.EACH_UNIT, List.of(gates), Optional.empty());
            return CurveDistance.between(Twins.lossCurve(experiment, candidate), loss)
                    .nrmse();
        }
    }

    static Experiment experiment(Assignment assignment, Init init, double rate, int steps) {
        return new Experiment(
                "twins",
                "",
                assignment.architecture(),
                assignment.contexts(),
                new Start.Drawn(init),
                new Training(rate, 1, steps),
                new RecordPlan(new RecordPlan.When.At(List.of(0)), Set.of()),
                false);
    }

    static Watched watch(Assignment relu, double sigma, double rate, int steps) {
        Experiment experiment = experiment(relu, new Init.Gaussian(sigma, 1), rate, steps);
        Discovery discovery = Discovery.of(experiment, new Discovery.Plan(1, 1));
        Phrase watching = discovery.stage();
        while (discovery.stage().equals(watching)) {
            discovery.advance(1);
        }
        return new Watched(
                experiment, discovery.report().reluLoss(), discovery.report().snapshots());
    }

    /** The loss before every step and after the last of a run as the lab makes it, stages and held gates included. */
    static double[] wholeLoss(Experiment experiment) {
        return wholeLoss(experiment, experiment.training());
    }

    private static double[] wholeLoss(Experiment experiment, Training training) {
        Experiment every = new Experiment(
                experiment.name(),
                experiment.description(),
                experiment.architecture(),
                experiment.contexts(),
                experiment.start(),
                training,
                new RecordPlan(new RecordPlan.When.Every(1), Set.of(Quantity.LOSS)),
                false);
        Trajectory run = Runner.of(every).complete().trajectory();
        double[] loss = new double[run.count()];
        for (int i = 0; i < loss.length; i++) {
            loss[i] = run.loss(i);
        }
        return loss;
    }

    /** NRMSE to a ReLU network of the linear one whose gates are its own signs, taken anew every so many steps. */
    static double distanceRefreshed(Experiment relu, int interval) {
        Training plain = relu.training();
        Training held = new Training(
                plain.dt(), plain.tau(), plain.steps(), plain.from(), OptionalInt.of(interval), plain.method());
        return CurveDistance.between(wholeLoss(relu, held), wholeLoss(relu, plain))
                .nrmse();
    }

    static double[] loss(Experiment experiment) {
        Trainer trainer = Trainers.of(experiment);
        double[] loss = new double[experiment.training().steps() + 1];
        for (int t = 0; t < loss.length; t++) {
            loss[t] = trainer.recordedLoss(trainer.loss());
            trainer.step();
        }
        return loss;
    }

    /** N(0, sigma²) for the common path h0 and N(0, gated²) for the others. */
    static Init twinInit(List<ContextPath> paths, double sigma, double gated) {
        Map<String, Init> overrides = new LinkedHashMap<>();
        for (int p = 1; p < paths.size() && gated != sigma; p++) {
            overrides.put("objects>h" + p, new Init.Gaussian(gated, 100 + p));
            overrides.put("h" + p + ">y", new Init.Gaussian(gated, 200 + p));
        }
        Init base = new Init.Gaussian(sigma, 2);
        return overrides.isEmpty() ? base : new Init.Overridden(base, overrides);
    }

    /** Steps until the loss is below a level, or one more than the run has. */
    static int until(Experiment experiment, double level) {
        double[] loss = loss(experiment);
        int t = 0;
        while (t < loss.length && loss[t] >= level) {
            t++;
        }
        return t;
    }
}
