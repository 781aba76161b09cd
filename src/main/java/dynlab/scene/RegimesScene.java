package dynlab.scene;

import dynlab.architecture.Context;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.learning.Init;
import dynlab.measure.RouteErrors;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Numbers;
import dynlab.task.Routing;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Race or kernel regime: the same routes from small to large starts, and what becomes of the routes never trained. */
final class RegimesScene implements Scene {
    private static final About ABOUT = About.of("regimes", "Race or kernel")
            .summary("Small starts find the shared road; large ones learn the trained routes by heart.")
            .explains(
                    "The same network learns the same routes from starts of growing size, and every one of them learns what it is"
                            + " trained on. Only from a small start do the languages come to share one code, so that routes never trained"
                            + " are right as well; the matrices show the codes.")
            .omits(
                    "One run a size is drawn here, and the spread over seeds is large in the middle; no theory is drawn, since the"
                            + " reduction needs a small start.");

    private static final List<Knob> KNOBS = List.of(
            SharedKnobs.domains("Languages", 5),
            SharedKnobs.trained(3),
            new Knob.Real(
                    "small", "Smallest start", "σ₀", "Singular values of the smallest start.", 0.05, 2.5, 0.2, true),
            new Knob.Real("large", "Largest start", "σ₁", "Singular values of the largest start.", 0.05, 4, 2.5, true),
            new Knob.Whole("runs", "Starts", "", "How many starts, evenly spaced.", 3, 8, 6),
            SharedKnobs.rate(
                    "λ",
                    "At σ = 1; divided by the cube root of the size of the start, as published.",
                    0.001,
                    0.03,
                    0.006),
            SharedKnobs.width("of the two hidden layers", 28, 128, 48),
            SharedKnobs.epochs(50, 4000, 700),
            SharedKnobs.seed());

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Knob> knobs() {
        return KNOBS;
    }

    @Override
    public World world(SceneConfig config) {
        return GatedLessons.world();
    }

    private static double size(SceneConfig config, int k) {
        double small = config.real("small");
        return small + k * (config.real("large") - small) / (config.whole("runs") - 1);
    }

    private Experiment run(SceneConfig config, int k) {
        boolean matrix = k == 0 || k == config.whole("runs") - 1;
        Set<Quantity> drawn =
                matrix ? Set.of(Quantity.CONTEXT_ERROR, Quantity.INPUT_SIMILARITY) : Set.of(Quantity.CONTEXT_ERROR);
        int domains = config.whole("domains");
        Routing routing = new Routing(domains, Math.min(domains, config.whole("trained")), config.whole("width"));
        double size = size(config, k);
        double rate = config.real("rate") / ExactMath.pow(size, 1.0 / 3);
        Init init = new Init.Orthogonal(size, config.seed());
        return GatedLessons.experiment(this, routing.task(), init, routing.step(rate), config.whole("epochs"), drawn);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return run(config, 0);
    }

    private static String called(SceneConfig config, int k) {
        return "σ " + Numbers.fixed(size(config, k), 2);
    }

    @Override
    public String name(SceneConfig config) {
        return called(config, 0);
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        List<Companion> companions = new ArrayList<>();
        for (int k = 1; k < config.whole("runs"); k++) {
            companions.add(new Companion(called(config, k), run(config, k), Companion.Manner.PEER));
        }
        return companions;
    }

    @Override
    public Panels panels(SceneConfig config) {
        int middle = config.whole("runs") / 2;
        int last = config.whole("runs") - 1;
        return new Panels(
                "gain",
                List.of("loss", "routes", "routes@" + last),
                List.of("domains", "domains@" + last),
                List.of("routes@" + middle, "loss"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < runs.size(); k += Math.max(1, runs.size() - 1)) {
            Trajectory run = runs.get(k).trajectory();
            Series errors = run.series().get(SeriesKey.of(Quantity.CONTEXT_ERROR));
            if (errors != null && run.count() > 0) {
                int now = run.indexAt(step);
                List<Context> contexts = run(config, 0).contexts();
                double[] never = RouteErrors.mean(errors.values(), contexts, false, now + 1);
                if (never.length > 0) {
                    words.add(Numbers.fixed(never[now], 0) + " (" + called(config, k) + ")");
                }
            }
        }
        String error = words.isEmpty() ? "" : "error " + String.join(", ", words);
        return Optional.of(
                new Narration(
                        "Never trained",
                        error,
                        "From a small start all languages share one code; from a large one each keeps the code it was born with."));
    }
}
