package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.learning.Init;
import dynlab.measure.RouteErrors;
import dynlab.measure.TestedRoutes;
import dynlab.numeric.Numbers;
import dynlab.numeric.Seeds;
import dynlab.task.Routing;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shared roads, told as translation: M languages in, M languages out, some pairs trained. One hidden pathway serves all
 * routes, grows faster than its encoders and decoders, and routes that were never trained come for free.
 */
final class RoutingScene extends LessonScene {
    private static final About ABOUT = About.of("routing", Words.say("scene.routing.shared-roads"))
            .heading(Words.say("scene.routing.heading"))
            .asks(Words.say("scene.routing.lesson.asks"))
            .gesture(Words.say("scene.routing.lesson.gesture"))
            .explains(Words.say("scene.routing.lesson.explains"))
            .terms("zero-shot-transfer", "pathway", "shared-representation")
            .summary(Words.say("scene.routing.languages-never-paired"))
            .omits(Words.say("scene.routing.all-languages-say"));

    private static final String RANDOM = "random";
    private static final String ALIGNED = "aligned";

    private static final List<Knob> KNOBS = List.of(
            SharedKnobs.domains(Words.say("scene.routing.languages"), 7),
            SharedKnobs.trained(4),
            SharedKnobs.start("size", "σ", Words.say("scene.routing.every-singular-value"), 0.01, 2.5, 0.2),
            SharedKnobs.rate("η", Words.say("scene.routing.units-mean-error"), 0.001, 0.1, 0.02),
            SharedKnobs.width(Words.say("scene.routing.two-hidden-layers"), 8, 128, 64),
            SharedKnobs.alignment(Words.say("scene.routing.random-orthogonal-layers"), RANDOM, ALIGNED),
            new Knob.Whole(
                    "seeds",
                    Words.say("scene.routing.more-seeds"),
                    "",
                    Words.say("scene.routing.many-further-random"),
                    0,
                    9,
                    9),
            SharedKnobs.epochs(50, 4000, 500),
            SharedKnobs.seed());

    private static final Set<Quantity> DRAWN =
            Set.of(Quantity.CONTEXT_ERROR, Quantity.SINGULAR_VALUES, Quantity.OUTPUTS, Quantity.INPUT_SIMILARITY);

    /** Singular values of the start from which the languages still come to share one code. */
    private static final double SMALL_START = 0.5;

    /** Strength of the aligned run that is drawn beside the random one: the published setting. */
    private static final double ALIGNED_STRENGTH = 0.08;

    RoutingScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        int trained = routing(config).trained();
        if (trained == config.whole("domains")) {
            return ABOUT.lesson()
                    .gesture(Words.say("scene.routing.lesson.point-any"))
                    .explains(Words.say("scene.routing.lesson.all-trained"));
        }
        if (config.choice("start").equals(ALIGNED)) {
            return ABOUT.lesson();
        }
        if (trained == 1) {
            return ABOUT.lesson().explains(Words.say("scene.routing.lesson.one-trained"));
        }
        if (config.real("size") > SMALL_START) {
            return ABOUT.lesson().explains(Words.say("scene.routing.lesson.large-start"));
        }
        return trained > 2 ? ABOUT.lesson() : ABOUT.lesson().explains(Words.say("scene.routing.lesson.few-trained"));
    }

    @Override
    public Optional<Guess> guess(SceneConfig config) {
        Routing routing = routing(config);
        return routing.trained() < routing.domains()
                ? Optional.of(
                        Guess.yesOrNo(runs -> translates(routing, runs.get(0).trajectory())))
                : Optional.empty();
    }

    /** Whether half of the error on routes that were never trained is gone at the end. */
    private static Optional<Guess.Verdict> translates(Routing routing, Trajectory run) {
        Series errors = run.series().get(SeriesKey.of(Quantity.CONTEXT_ERROR));
        if (run.count() == 0 || errors == null) {
            return Optional.empty();
        }
        double[] never = RouteErrors.mean(errors.values(), routing.task().contexts(), false, run.count());
        double left = never[run.count() - 1] / never[0];
        return Guess.says(left < 0.5, Words.say("scene.routing.guess", Shares.percent(left)));
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
        return run(config, aligned ? new Init.Aligned(size, seed) : new Init.Orthogonal(size, seed), DRAWN);
    }

    @Override
    public String name(SceneConfig config) {
        return config.choice("start").equals(ALIGNED) ? "" : Words.say("scene.routing.random-start");
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        List<Companion> companions = new ArrayList<>();
        if (config.choice("start").equals(ALIGNED)) {
            return companions;
        }
        int seed = config.seed();
        Experiment aligned = run(config, new Init.Aligned(ALIGNED_STRENGTH, seed), Set.of());
        companions.add(new Companion(Words.say("scene.routing.aligned-0-08"), aligned, Companion.Manner.RIVAL));
        for (int k = 1; k <= config.whole("seeds"); k++) {
            Experiment other = run(config, new Init.Orthogonal(config.real("size"), seed + k), Set.of());
            companions.add(new Companion(
                    Words.say("scene.routing.seed", Numbers.digits(Seeds.unsigned(seed + k))),
                    other,
                    Companion.Manner.SEED));
        }
        return companions;
    }

    /** They are companions of its own, as many as its knob says. */
    @Override
    public boolean furtherSeeds(SceneConfig config) {
        return false;
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(config.whole("epochs") * 0.4);
    }

    @Override
    public String pictured(SceneConfig config) {
        return "routes";
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                        "graph",
                        List.of("routes", "edges", "loss"),
                        List.of("domains", "outputs"),
                        List.of("edges", "loss"))
                .first("outputs");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(
                        Words.say("scene.routing.three-languages-aligned"),
                        "domains=3&trained=2&start=aligned&size=0.08&t=150"),
                new Preset(Words.say("scene.routing.one-trained-route"), "trained=1&epochs=1500&t=900"),
                new Preset(Words.say("scene.routing.ten-languages"), "domains=10&seeds=0&t=150"));
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
        double trained = mean(routing, true, errors, now);
        double never = mean(routing, false, errors, now);
        double share = run.loss(now) / run.loss(0);
        String stage = share > 0.9
                ? Words.say("scene.routing.plateau")
                : share > 0.02 ? Words.say("scene.routing.learning") : Words.say("scene.routing.learned");
        String when = (count < m * m
                ? Words.say("scene.routing.trained-routes-never", Numbers.fixed(trained, 2), Numbers.fixed(never, 2))
                : Words.say("scene.routing.trained-routes", Numbers.fixed(trained, 2)));
        String because;
        if (share > 0.9) {
            because = Words.say("scene.routing.nothing-said-yet", Integer.toString(count));
        } else if (count == m * m) {
            because = Words.say("scene.routing.all-routes-trained");
        } else if (never < 2 * trained + 2) {
            because = Words.say("scene.routing.routes-never-trained", ratio(run, now, m));
        } else {
            because = Words.say("scene.routing.learned-trained-routes", Integer.toString(routing.trained()));
        }
        return Optional.of(new Narration(stage, when, because));
    }

    /** 0 where there are no such routes. */
    private static double mean(Routing routing, boolean trained, Series errors, int record) {
        int m = routing.domains();
        int[] chosen = new int[m * m];
        int count = 0;
        for (int route = 0; route < chosen.length; route++) {
            if (routing.trains(route / m, route % m) == trained) {
                chosen[count++] = route;
            }
        }
        return TestedRoutes.meanAt(errors.values(), m * m, Arrays.copyOf(chosen, count), record);
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
        return Words.say(
                "scene.routing.times-strong-ends", Numbers.fixed(ratio, 2), Numbers.fixed(Math.sqrt(domains), 2));
    }
}
