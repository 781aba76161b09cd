package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.search.RunDistance;
import dynlab.measure.CurveDistance;
import dynlab.numeric.Numbers;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A start so large that what of it is not aligned with the modes counts, which closed forms do not allow. */
final class AlignmentLimit implements Limit {
    /** The start as a multiple of the smallest. */
    private static final int TIMES = 2000;

    @Override
    public String word() {
        return "misalignment";
    }

    @Override
    public String label() {
        return "unaligned";
    }

    @Override
    public String asks() {
        return Words.say("limit.alignment.asks");
    }

    @Override
    public String explains() {
        return Words.say("limit.alignment.explains");
    }

    @Override
    public String name() {
        return Words.say("limit.alignment.relu", Integer.toString(TIMES));
    }

    @Override
    public Experiment experiment(Scene scene, SceneConfig config) {
        return new LimitRuns(scene, config).relu(TIMES * config.real("sigma"), EnumSet.of(Quantity.SHARING));
    }

    @Override
    public List<Companion> companions(Scene scene, SceneConfig config) {
        LimitRuns runs = new LimitRuns(scene, config);
        double sigma = config.real("sigma");
        double rate = config.real("rate");
        return List.of(
                LimitRuns.peer(
                        Words.say("limit.alignment.from", Integer.toString(TIMES)), runs.dropOne(TIMES * sigma, rate)),
                LimitRuns.peer(Words.say("limit.alignment.from-2"), runs.dropOne(sigma, rate)));
    }

    /** How far the closed forms lie from the twins that they foretell. */
    @Override
    public Narration tells(List<Result> runs) {
        List<String> misses = new ArrayList<>();
        for (int k = 1; k < runs.size(); k++) {
            Optional<CurveDistance> miss = miss(runs.get(k));
            if (miss.isPresent()) {
                misses.add((k == 1 ? Words.say("limit.alignment.theory-off") : Words.say("limit.alignment.from-3"))
                        + Numbers.fixed(miss.get().nrmse(), 3));
            }
        }
        return new Narration(
                Words.say("limit.alignment.not-aligned"),
                String.join(", ", misses),
                Words.say("limit.alignment.closed-forms-follow"));
    }

    private static Optional<CurveDistance> miss(Result run) {
        Trajectory own = run.trajectory();
        if (run.prediction().isEmpty() || run.prediction().get().loss().length != own.count()) {
            return Optional.empty();
        }
        int[] steps = new int[own.count()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = own.step(i);
        }
        return RunDistance.between(
                new Trajectory(
                        own.dt(),
                        steps,
                        run.prediction().get().loss(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        OptionalInt.empty()),
                own);
    }
}
