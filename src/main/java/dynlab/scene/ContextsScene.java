package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.search.RunDistance;
import dynlab.measure.CurveDistance;
import dynlab.numeric.Numbers;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPath;
import dynlab.task.ContextPaths;
import dynlab.task.ContextTask;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects in contexts: a ReLU network beside gated linear networks that might be its twin, and their closed form. The twin
 * of a common path and one path for every context that is left out comes closest.
 */
final class ContextsScene extends LessonScene {
    private static final About ABOUT = About.of("contexts", Words.say("scene.contexts.network-twin"))
            .heading(Words.say("scene.contexts.heading"))
            .asks(Words.say("scene.contexts.lesson.asks"))
            .gesture(Words.say("scene.contexts.lesson.gesture"))
            .explains(Words.say("scene.contexts.lesson.explains"))
            .terms("contextual-task", "gated-twin", "drop-one-pathway")
            .summary(Words.say("scene.contexts.relu-network-learns"))
            .omits(Words.say("scene.contexts.relu-units-own"));

    private static final String DROP_ONE = "dropone";
    private static final String SINGLE = "single";
    private static final String LINEAR = "linear";
    private static final String MODULAR = "modular";
    private static final String ALL = "all";
    private static final List<String> FAMILIES = List.of(DROP_ONE, SINGLE, LINEAR, MODULAR);

    /** Index of the edge by which the first gated path speaks, in a twin with a common path: see ContextGraphs.twin. */
    private static final int FIRST_GATED = 4;

    /** Standard deviation of a start from which the drop-one twin is the closest. */
    private static final double SMALL_START = 1e-4;

    private static final List<Knob> KNOBS = List.of(
            ContextLessons.contexts(),
            ContextLessons.forms("diff"),
            new Knob.Choice(
                    "twins",
                    Words.say("scene.contexts.beside"),
                    "",
                    Words.say("scene.contexts.gated-linear-networks"),
                    List.of(
                            new Knob.Option(ALL, Words.say("scene.contexts.all")),
                            new Knob.Option(DROP_ONE, Words.say("scene.contexts.drop-one")),
                            new Knob.Option(SINGLE, Words.say("scene.contexts.single")),
                            new Knob.Option(MODULAR, Words.say("scene.contexts.modular"))),
                    ALL),
            SharedKnobs.sigma(1e-5),
            ContextLessons.rate(1e-2),
            ContextLessons.units(Words.say("scene.contexts.hidden-units"), 60, 700),
            ContextLessons.epochs(840),
            SharedKnobs.seed());

    ContextsScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        Lesson usual = ABOUT.lesson();
        String twins = config.choice("twins");
        if (config.whole("contexts") == 2) {
            return usual.explains(Words.say("scene.contexts.lesson.two-contexts"));
        }
        if (twins.equals(SINGLE) || twins.equals(MODULAR)) {
            return usual.explains(Words.say("scene.contexts.lesson.own-parts"));
        }
        return config.real("sigma") <= SMALL_START
                ? usual
                : usual.explains(Words.say("scene.contexts.lesson.large-start"));
    }

    @Override
    public World world(SceneConfig config) {
        return ContextLessons.world();
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return ContextLessons.experiment(
                this,
                ContextGraphs.relu(ContextLessons.task(config), config.whole("units")),
                config,
                EnumSet.of(Quantity.SHARING),
                false);
    }

    @Override
    public String name(SceneConfig config) {
        return "ReLU";
    }

    /** The families that stand beside it: one, or all; of two contexts leaving one out is being on in one. */
    private static List<String> families(SceneConfig config) {
        String asked = config.choice("twins");
        List<String> families = new ArrayList<>();
        for (String family : FAMILIES) {
            boolean again = config.whole("contexts") == 2 && family.equals(SINGLE);
            if (asked.equals(family) || asked.equals(ALL) && !again) {
                families.add(family);
            }
        }
        return families;
    }

    private static List<ContextPath> paths(String family, int contexts, int units) {
        return switch (family) {
            case DROP_ONE -> ContextPaths.dropOne(contexts, units);
            case SINGLE -> ContextPaths.single(contexts, units);
            case LINEAR -> ContextPaths.linear(contexts, units);
            default -> ContextPaths.modular(contexts, units);
        };
    }

    private static String called(String family) {
        return switch (family) {
            case DROP_ONE -> Words.say("scene.contexts.drop-one");
            case SINGLE -> Words.say("scene.contexts.single");
            case LINEAR -> Words.say("scene.contexts.linear");
            default -> Words.say("scene.contexts.modular");
        };
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        ContextTask task = ContextLessons.task(config);
        List<Companion> companions = new ArrayList<>();
        for (String family : families(config)) {
            boolean first = companions.isEmpty();
            Set<Quantity> recorded =
                    first ? EnumSet.of(Quantity.SINGULAR_VALUES, Quantity.PATH_MAPS) : EnumSet.noneOf(Quantity.class);
            boolean theory = family.equals(DROP_ONE) || family.equals(SINGLE);
            companions.add(new Companion(
                    called(family),
                    ContextLessons.experiment(
                            this,
                            ContextGraphs.twin(task, paths(family, task.contexts(), config.whole("units"))),
                            config,
                            recorded,
                            theory),
                    Companion.Manner.PEER));
        }
        return companions;
    }

    @Override
    public String pictured(SceneConfig config) {
        return "pathways@1";
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                "fit", List.of("loss", "pathways@1"), List.of("graph@1", "occupancy"), List.of("pathways@1", "loss"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.contexts.same-all-contexts"), "forms=same"),
                new Preset(Words.say("scene.contexts.five-contexts"), "contexts=5&twins=dropone&epochs=1200"),
                new Preset(Words.say("scene.contexts.larger-start"), "sigma=0.001&epochs=600"),
                new Preset(
                        Words.say("scene.contexts.published"),
                        "units=700&sigma=0.00000714&rate=0.001&epochs=8001&twins=dropone"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Trajectory own = runs.get(0).trajectory();
        List<String> families = families(config);
        List<String> fits = new ArrayList<>();
        for (int k = 1; k < runs.size() && fits.size() < 2; k++) {
            Optional<CurveDistance> distance = RunDistance.between(runs.get(k).trajectory(), own);
            if (distance.isPresent()) {
                fits.add(called(families.get(k - 1)) + " "
                        + Numbers.fixed(distance.get().nrmse(), 3));
            }
        }
        String happened = fits.isEmpty() ? "" : String.join(", ", fits);
        if (ContextLessons.left(own, step) > 0.95) {
            return Optional.of(new Narration(
                    Words.say("scene.contexts.start"), happened, Words.say("scene.contexts.weights-small-every")));
        }
        boolean gated = !families.get(0).equals(MODULAR) && runs.size() > 1;
        boolean parted = gated ? halfWay(runs.get(1).trajectory(), step) : ContextLessons.left(own, step) < 0.25;
        if (!parted) {
            return Optional.of(new Narration(
                    Words.say("scene.contexts.all-share"), happened, Words.say("scene.contexts.all-contexts-teach")));
        }
        boolean drops = families.get(0).equals(DROP_ONE) && config.whole("contexts") > 2;
        return Optional.of(new Narration(
                Words.say("scene.contexts.contexts-part"),
                happened,
                drops ? Words.say("scene.contexts.where-open-each") : Words.say("scene.contexts.only-one-context")));
    }

    /** Whether the first gated path has grown to half of where it ends. */
    private static boolean halfWay(Trajectory twin, double step) {
        Series values = twin.series().get(new SeriesKey(Quantity.SINGULAR_VALUES, FIRST_GATED, 0));
        if (values == null || twin.count() == 0) {
            return false;
        }
        return values.at(twin.indexAt(step), 0, 0) > 0.5 * values.at(twin.count() - 1, 0, 0);
    }
}
