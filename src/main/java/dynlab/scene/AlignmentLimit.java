package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.search.RunDistance;
import dynlab.measure.CurveDistance;
import dynlab.numeric.Numbers;
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
    public String name() {
        return "ReLU, " + TIMES + " σ";
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
                LimitRuns.peer("from " + TIMES + " σ", runs.dropOne(TIMES * sigma, rate)),
                LimitRuns.peer("from σ", runs.dropOne(sigma, rate)));
    }

    /** How far the closed forms lie from the twins that they foretell. */
    @Override
    public Narration tells(List<Result> runs) {
        List<String> misses = new ArrayList<>();
        for (int k = 1; k < runs.size(); k++) {
            Optional<CurveDistance> miss = miss(runs.get(k));
            if (miss.isPresent()) {
                misses.add((k == 1 ? "theory off " : "from σ ")
                        + Numbers.fixed(miss.get().nrmse(), 3));
            }
        }
        return new Narration(
                "Not aligned",
                String.join(", ", misses),
                "Closed forms follow what of the start lies along the modes; in a small start the rest fades first, in a large one it"
                        + " counts.");
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
