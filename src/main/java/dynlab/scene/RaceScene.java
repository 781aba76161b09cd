package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.learning.Init;
import dynlab.numeric.Numbers;
import dynlab.task.GatedTask;
import dynlab.task.Race;
import dynlab.task.Routing;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who shares, wins: the more routes a hidden pathway serves, the sooner it has learned; and how many routes must be trained
 * for the others to come for free.
 */
final class RaceScene extends LessonScene {
    private static final About ABOUT = About.of("race", Words.say("scene.race.who-shares-wins"))
            .heading(Words.say("scene.race.heading"))
            .gesture(Words.say("scene.race.lesson.gesture"))
            .explains(Words.say("scene.race.lesson.explains"))
            .terms("neural-race", "implicit-bias")
            .summary(Words.say("scene.race.pathway-serves-more"))
            .omits(Words.say("scene.race.pathways-lead-comes"));

    private static final String PATHWAYS = "pathways";
    private static final String MIXED = "mixed";
    private static final String THRESHOLD = "threshold";

    private static final List<Knob> KNOBS = List.of(
            new Knob.Choice(
                    "show",
                    Words.say("scene.race.show"),
                    "",
                    Words.say("scene.race.networks-share-more"),
                    List.of(
                            new Knob.Option(PATHWAYS, Words.say("scene.race.sharing")),
                            new Knob.Option(MIXED, Words.say("scene.race.mixed")),
                            new Knob.Option(THRESHOLD, Words.say("scene.race.threshold"))),
                    PATHWAYS),
            SharedKnobs.domains(Words.say("scene.race.domains"), 4),
            SharedKnobs.start("size", "σ", Words.say("scene.race.every-singular-value"), 0.002, 0.5, 0.08),
            SharedKnobs.rate("η", Words.say("scene.race.units-mean-error"), 0.001, 0.1, 0.02),
            SharedKnobs.width(Words.say("scene.race.hidden-layer"), 7, 64, 8),
            SharedKnobs.epochs(50, 4000, 600),
            SharedKnobs.seed());

    /** Of the scene's own run. */
    private static final Set<Quantity> DRAWN =
            Set.of(Quantity.CONTEXT_ERROR, Quantity.SINGULAR_VALUES, Quantity.OUTPUTS);

    RaceScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        Lesson usual = ABOUT.lesson();
        return switch (config.choice("show")) {
            case MIXED ->
                usual.asks(Words.say("scene.race.lesson.asks-mixed"))
                        .explains(Words.say("scene.race.lesson.explains-mixed"));
            case THRESHOLD ->
                usual.asks(Words.say("scene.race.lesson.asks-threshold"))
                        .gesture(Words.say("scene.race.lesson.gesture-threshold"))
                        .explains(Words.say("scene.race.lesson.explains-threshold"));
            default -> usual.asks(Words.say("scene.race.lesson.asks", runners(config.whole("domains"))));
        };
    }

    /** How many routes a path of each network serves, fewest first: "1 route, 4 or 16". */
    private static String runners(int domains) {
        List<Integer> sizes = sizes(domains);
        StringBuilder routes = new StringBuilder(Words.say("scene.race.lesson.one-route"));
        for (int k = sizes.size() - 2; k >= 0; k--) {
            int served = sizes.get(k) * sizes.get(k);
            routes.append(k > 0 ? ", " : " " + Words.say("scene.race.lesson.or") + " ")
                    .append(served);
        }
        return routes.toString();
    }

    /** Which network learns first, fewest routes first, as the question names them. */
    @Override
    public Optional<Guess> guess(SceneConfig config) {
        if (!config.choice("show").equals(PATHWAYS)) {
            return Optional.empty();
        }
        List<Integer> sizes = sizes(config.whole("domains"));
        List<Guess.Choice> choices = new ArrayList<>();
        for (int k = sizes.size() - 1; k >= 0; k--) {
            int m = sizes.get(k);
            choices.add(new Guess.Choice(
                    Integer.toString(sizes.size() - k),
                    m == 1 ? Words.say("scene.race.lesson.one-route") : Integer.toString(m * m)));
        }
        return Optional.of(new Guess(choices, RaceScene::first));
    }

    /** The run whose loss is the first to be half gone; the scene's own has the most routes. */
    private static Optional<Guess.Verdict> first(List<Result> runs) {
        int first = -1;
        List<String> halves = new ArrayList<>();
        for (int k = runs.size() - 1; k >= 0; k--) {
            double half = XorScene.halfTime(runs.get(k).trajectory());
            halves.add(half < 0 ? Words.say("scene.race.not-yet") : "t = " + Numbers.fixed(half, 0));
            if (half >= 0
                    && (first < 0 || half < XorScene.halfTime(runs.get(first).trajectory()))) {
                first = k;
            }
        }
        return first < 0
                ? Optional.empty()
                : Optional.of(new Guess.Verdict(
                        Integer.toString(runs.size() - first),
                        Words.say("scene.race.guess", String.join(", ", halves))));
    }

    @Override
    public World world(SceneConfig config) {
        return GatedLessons.world();
    }

    private Experiment run(SceneConfig config, GatedTask task, Init init, double share, Set<Quantity> recorded) {
        double step = new Routing(config.whole("domains"), 1, 1).step(config.real("rate")) * share;
        return GatedLessons.experiment(this, task, init, step, config.whole("epochs"), recorded);
    }

    private static Init aligned(SceneConfig config) {
        return new Init.Aligned(config.real("size"), config.seed());
    }

    /** The sizes of pathways that divide M, largest first. */
    private static List<Integer> sizes(int domains) {
        List<Integer> sizes = new ArrayList<>();
        for (int m = domains; m >= 1; m--) {
            if (domains % m == 0) {
                sizes.add(m);
            }
        }
        return sizes;
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        int domains = config.whole("domains");
        int width = config.whole("width");
        return switch (config.choice("show")) {
            case MIXED -> run(config, Race.mixed(domains, domains, width).task(), aligned(config), 1, DRAWN);
            case THRESHOLD -> threshold(config, domains, DRAWN);
            default -> run(config, Race.blocks(domains, domains, width).task(), aligned(config), 1, DRAWN);
        };
    }

    /** K routes an input domain, from a random start of twice and a half the strength. */
    private Experiment threshold(SceneConfig config, int trained, Set<Quantity> recorded) {
        Routing routing = new Routing(config.whole("domains"), trained, Math.max(16, config.whole("width")));
        Init init = new Init.Orthogonal(2.5 * config.real("size"), config.seed());
        return run(config, routing.task(), init, config.whole("domains") / (double) trained / 2, recorded);
    }

    @Override
    public String name(SceneConfig config) {
        int domains = config.whole("domains");
        return switch (config.choice("show")) {
            case MIXED -> "";
            case THRESHOLD -> "K = " + domains;
            default -> paths(domains);
        };
    }

    private static String paths(int m) {
        return m == 1
                ? Words.say("scene.race.1-route-path")
                : Words.say("scene.race.routes-path", Integer.toString(m * m));
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        List<Companion> companions = new ArrayList<>();
        int domains = config.whole("domains");
        if (config.choice("show").equals(THRESHOLD)) {
            for (int k = domains - 1; k >= 1; k--) {
                companions.add(new Companion(
                        "K = " + k, threshold(config, k, Set.of(Quantity.CONTEXT_ERROR)), Companion.Manner.PEER));
            }
        } else if (config.choice("show").equals(PATHWAYS)) {
            for (int m : sizes(domains).subList(1, sizes(domains).size())) {
                GatedTask task = Race.blocks(domains, m, config.whole("width")).task();
                Experiment other = run(config, task, aligned(config), 1, Set.of(Quantity.SINGULAR_VALUES));
                // beside the run only the race of the pathways is drawn, and they are all alike
                Experiment lane = GatedLessons.alongOnePath(other);
                companions.add(new Companion(paths(m), lane, Companion.Manner.PEER));
            }
        }
        return companions;
    }

    @Override
    public double opensAt(SceneConfig config) {
        return config.choice("show").equals(THRESHOLD)
                ? config.whole("epochs")
                : Math.rint(config.whole("epochs") * 0.16);
    }

    @Override
    public String pictured(SceneConfig config) {
        return "lanes";
    }

    @Override
    public Panels panels(SceneConfig config) {
        if (config.choice("show").equals(THRESHOLD)) {
            return new Panels(
                            "graph", List.of("routes", "loss"), List.of("share", "outputs"), List.of("routes", "loss"))
                    .first("share");
        }
        boolean mixed = config.choice("show").equals(MIXED);
        return new Panels(
                        "graph",
                        mixed ? List.of("loss", "edges") : List.of("edges", "loss"),
                        List.of("lanes", "outputs"),
                        List.of("edges", "loss"))
                .first("lanes");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.race.one-network-both"), "show=mixed&t=80"),
                new Preset(
                        Words.say("scene.race.how-many-routes"), "show=threshold&domains=6&width=24&epochs=400&t=400"),
                new Preset(Words.say("scene.race.smaller-start"), "size=0.002&epochs=4000&t=1000"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Trajectory own = runs.get(0).trajectory();
        double first = XorScene.halfTime(own);
        double left = own.count() == 0 ? 1 : own.loss(own.indexAt(step)) / own.loss(0);
        String stage = left > 0.9
                ? Words.say("scene.race.plateau")
                : left > 0.02 ? Words.say("scene.race.learning") : Words.say("scene.race.learned");
        String when = first < 0 ? "" : Words.say("scene.race.half-loss-gone", Numbers.fixed(first, 0));
        String because = switch (config.choice("show")) {
            case MIXED -> Words.say("scene.race.shared-path-every");
            case THRESHOLD -> Words.say("scene.race.few-routes-each");
            default -> Words.say("scene.race.path-p-routes");
        };
        return Optional.of(new Narration(stage, when, because));
    }
}
