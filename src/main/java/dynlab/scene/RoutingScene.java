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
import dynlab.numeric.Numbers;
import dynlab.numeric.Seeds;
import dynlab.task.Routing;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shared roads, told as translation: M languages in, M languages out, some pairs trained. One hidden pathway serves all
 * routes, grows faster than its encoders and decoders, and routes that were never trained come for free.
 */
final class RoutingScene implements Scene {
    private static final About ABOUT = About.of("routing", "Shared roads")
            .summary("Languages that are never paired in training come to be translated all the same.")
            .explains(
                    "Every input language is trained into a few output languages, through hidden layers that all of them share; the"
                            + " shared layer is on every route, so it grows √M times as strong as the others, and routes never trained"
                            + " are learned with the trained ones. The dashed run starts along the modes of the data, where the"
                            + " reduction to four numbers a layer is exact.")
            .omits(
                    "All languages say the same things here, the gates are given, and from a large start the languages stay strangers;"
                            + " see the scene on regimes.");

    private static final String RANDOM = "random";
    private static final String ALIGNED = "aligned";

    private static final List<Knob> KNOBS = List.of(
            SharedKnobs.domains("Languages", 7),
            SharedKnobs.trained(4),
            SharedKnobs.start("size", "σ₀", "Every singular value of every layer at the start.", 0.01, 2.5, 0.2),
            SharedKnobs.rate("λ", "In units of the mean error of a route, as published.", 0.001, 0.1, 0.02),
            SharedKnobs.width("of the two hidden layers", 8, 128, 64),
            SharedKnobs.alignment(
                    "Random orthogonal layers, or layers that already lie along the modes of the data.",
                    RANDOM,
                    ALIGNED),
            new Knob.Whole(
                    "seeds",
                    "More seeds",
                    "",
                    "As many further random starts are drawn as thin lines, the mean as a bold one.",
                    0,
                    9,
                    9),
            SharedKnobs.epochs(50, 4000, 500),
            SharedKnobs.seed());

    private static final Set<Quantity> DRAWN =
            Set.of(Quantity.CONTEXT_ERROR, Quantity.SINGULAR_VALUES, Quantity.OUTPUTS, Quantity.INPUT_SIMILARITY);

    /** Strength of the aligned run that is drawn beside the random one: the published setting. */
    private static final double ALIGNED_STRENGTH = 0.08;

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

    private static Routing routing(SceneConfig config) {
        int domains = config.whole("domains");
        return new Routing(domains, Math.min(domains, config.whole("trained")), config.whole("width"));
    }

    private Experiment run(SceneConfig config, Init init, Set<Quantity> recorded) {
        Routing routing = routing(config);
        double step = routing.step(config.real("rate"));
        return GatedLessons.experiment(this, routing.task(), init, step, config.whole("epochs"), recorded);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        int seed = config.seed();
        boolean aligned = config.choice("start").equals(ALIGNED);
        double size = config.real("size");
        return run(config, aligned ? new Init.Decoupled(size, seed) : new Init.Orthogonal(size, seed), DRAWN);
    }

    @Override
    public String name(SceneConfig config) {
        return config.choice("start").equals(ALIGNED) ? "" : "random start";
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        List<Companion> companions = new ArrayList<>();
        if (config.choice("start").equals(ALIGNED)) {
            return companions;
        }
        int seed = config.seed();
        Experiment aligned = run(config, new Init.Decoupled(ALIGNED_STRENGTH, seed), Set.of());
        companions.add(new Companion("aligned, 0.08", aligned, Companion.Manner.RIVAL));
        for (int k = 1; k <= config.whole("seeds"); k++) {
            Experiment other = run(config, new Init.Orthogonal(config.real("size"), seed + k), Set.of());
            companions.add(
                    new Companion("seed " + Numbers.digits(Seeds.unsigned(seed + k)), other, Companion.Manner.SEED));
        }
        return companions;
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(config.whole("epochs") * 0.4);
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                "graph", List.of("routes", "edges", "loss"), List.of("domains", "outputs"), List.of("edges", "loss"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("three languages, aligned", "domains=3&trained=2&start=aligned&size=0.08&t=150"),
                new Preset("one trained route each", "trained=1&epochs=1500&t=900"),
                new Preset("ten languages", "domains=10&seeds=0&t=150"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Trajectory run = runs.get(0).trajectory();
        int now = run.indexAt(step);
        Series errors = run.series().get(SeriesKey.of(Quantity.CONTEXT_ERROR));
        if (run.count() == 0 || errors == null) {
            return Optional.empty();
        }
        Routing routing = routing(config);
        int m = routing.domains();
        int count = m * routing.trained();
        List<Context> contexts = routing.task().contexts();
        double trained = at(RouteErrors.mean(errors.values(), contexts, true, now + 1), now);
        double never = at(RouteErrors.mean(errors.values(), contexts, false, now + 1), now);
        double share = run.loss(now) / run.loss(0);
        String stage = share > 0.9 ? "On the plateau" : share > 0.02 ? "Learning" : "Learned";
        String when = "trained routes " + Numbers.fixed(trained, 2)
                + (count < m * m ? ", never trained " + Numbers.fixed(never, 2) : "");
        String because;
        if (share > 0.9) {
            because = "Nothing is said yet. The shared layer grows fastest, for it is on all " + count
                    + " trained routes.";
        } else if (count == m * m) {
            because = "All routes are trained.";
        } else if (never < 2 * trained + 2) {
            because = "Routes never trained are as good as trained ones: they share a road" + ratio(run, now, m) + ".";
        } else {
            because = "What is learned on the trained routes does not serve the others"
                    + (routing.trained() == 1 ? ": with one route each, no two languages ever meet." : " yet.");
        }
        return Optional.of(new Narration(stage, when, because));
    }

    /** 0 where there are no such routes. */
    private static double at(double[] means, int record) {
        return means.length == 0 ? 0 : means[record];
    }

    /** How much stronger than an encoder the shared layer is, in the first mode, beside the √M of the reduction. */
    private static String ratio(Trajectory run, int now, int domains) {
        // edges are the encoders of all domains, the shared layer, and the decoders
        Series encoder = run.series().get(new SeriesKey(Quantity.SINGULAR_VALUES, 0, 0));
        Series shared = run.series().get(new SeriesKey(Quantity.SINGULAR_VALUES, domains, 0));
        if (encoder == null || shared == null) {
            return "";
        }
        double ratio = shared.at(now, 0, 0) / encoder.at(now, 0, 0);
        return " " + Numbers.fixed(ratio, 2) + " times as strong as its ends (√M = "
                + Numbers.fixed(Math.sqrt(domains), 2) + ")";
    }
}
