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
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Race or kernel regime: the same routes from small to large starts, and what becomes of the routes never trained. */
final class RegimesScene extends LessonScene {
    private static final About ABOUT = About.of("regimes", Words.say("scene.regimes.race-or-kernel"))
            .heading(Words.say("scene.regimes.heading"))
            .asks(Words.say("scene.regimes.lesson.asks"))
            .gesture(Words.say("scene.regimes.lesson.gesture"))
            .explains(Words.say("scene.regimes.lesson.explains"))
            .terms("race-regime", "kernel-regime")
            .summary(Words.say("scene.regimes.small-starts-find"))
            .omits(Words.say("scene.regimes.one-run-size"));

    private static final List<Knob> KNOBS = List.of(
            SharedKnobs.domains(Words.say("scene.regimes.languages"), 5),
            SharedKnobs.trained(3),
            new Knob.Real(
                    "small",
                    Words.say("scene.regimes.smallest-start"),
                    "σ₀",
                    Words.say("scene.regimes.singular-values-smallest"),
                    0.05,
                    2.5,
                    0.2,
                    true),
            new Knob.Real(
                    "large",
                    Words.say("scene.regimes.largest-start"),
                    "σ₁",
                    Words.say("scene.regimes.singular-values-largest"),
                    0.05,
                    4,
                    2.5,
                    true),
            new Knob.Whole(
                    "runs", Words.say("scene.regimes.starts"), "", Words.say("scene.regimes.how-many-starts"), 3, 8, 6),
            SharedKnobs.rate("η", Words.say("scene.regimes.1-divided-cube"), 0.001, 0.03, 0.006),
            SharedKnobs.width(Words.say("scene.regimes.two-hidden-layers"), 28, 128, 48),
            SharedKnobs.epochs(50, 4000, 700),
            SharedKnobs.seed());

    RegimesScene() {
        super(ABOUT, KNOBS);
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
    public String pictured(SceneConfig config) {
        return "gain";
    }

    @Override
    public Panels panels(SceneConfig config) {
        int middle = config.whole("runs") / 2;
        int last = config.whole("runs") - 1;
        return new Panels(
                        "gain",
                        List.of("loss", "routes", "routes@" + last),
                        List.of("domains", "domains@" + last),
                        List.of("routes@" + middle, "loss"))
                .first("gain");
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
        String error = words.isEmpty() ? "" : Words.say("scene.regimes.error", String.join(", ", words));
        return Optional.of(new Narration(
                Words.say("scene.regimes.never-trained"), error, Words.say("scene.regimes.small-start-all")));
    }
}
