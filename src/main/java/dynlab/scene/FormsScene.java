package dynlab.scene;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.FlatShare;
import dynlab.numeric.Numbers;
import dynlab.task.StructuralForm;
import dynlab.task.StructuralForm.Kind;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * How a network finds out that the months form a ring: nobody tells it the form, but the covariance of the features has it,
 * and its strongest modes, which are learned first, draw it.
 */
final class FormsScene implements Scene {
    private static final About ABOUT = About.of("forms", "Trees, rings, grids: structural forms")
            .asks("Can it find out that the months form a ring?")
            .summary(
                    "Can it find out that the months form a ring? The strongest modes are learned first, and they draw it.")
            .explains(
                    "The network sees names and their features and nothing else; which names are neighbours stands only in the"
                            + " covariance of the features. Two modes beside what all share are enough to draw the ring; the finer"
                            + " ones, which come later, only part neighbours.")
            .omits(
                    "The features are made from the form, with the same edges everywhere; real features are few, and their form is"
                            + " a question of its own.");

    private static final List<Knob> KNOBS = List.of(
            new Knob.Choice("form", "Form", "", "How the items hang together.", forms(), Kind.RING.word()),
            new Knob.Whole(
                    "items",
                    "Items",
                    "P",
                    "How many, as near as the form allows: groups and grids are whole.",
                    6,
                    16,
                    12),
            new Knob.Real(
                    "edge",
                    "Length of an edge",
                    "e",
                    "Short edges make neighbours alike. Orders and grids are made by hand and have none.",
                    0.05,
                    5,
                    0.3,
                    true),
            new Knob.Real("variance", "Variance", "σ²", "How much features vary by themselves.", 0.5, 10, 4, true),
            SharedKnobs.start(
                    "gamma",
                    "γ",
                    "Initial weights are normal with standard deviation γ / √(inputs + outputs).",
                    1e-12,
                    3,
                    5e-3),
            SharedKnobs.rate("η", "Each step adds η times the downhill gradient.", 1e-3, 0.1, 0.02),
            SharedKnobs.width("hidden layer", 2, 64, 24),
            new Knob.Whole(
                    "features",
                    "Sampled features",
                    "",
                    "0: as many features as items, without noise. Otherwise as many drawn ones.",
                    0,
                    1000,
                    0),
            SharedKnobs.epochs(100, 5000, 1250),
            SharedKnobs.alignment("Random weights, or weights that already lie along the modes.", "random", "aligned"),
            SharedKnobs.seed());

    private static List<Knob.Option> forms() {
        List<Knob.Option> options = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            options.add(new Knob.Option(kind.word(), kind.label()));
        }
        return options;
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Knob> knobs() {
        return KNOBS;
    }

    private static StructuralForm form(SceneConfig config) {
        return new StructuralForm(
                Kind.of(config.choice("form")), config.whole("items"), config.real("variance"), config.real("edge"));
    }

    @Override
    public World world(SceneConfig config) {
        int features = config.whole("features");
        return features == 0 ? form(config).world() : form(config).sampled(features, config.whole("seed"));
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return LinearLessons.on(this, world(config), config, EnumSet.of(Quantity.MODE_STRENGTH, Quantity.MAP));
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(0.3 * config.whole("epochs"));
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels("forms", List.of("loss", "modes"), List.of("found", "formmap"), List.of("modes", "loss"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("three groups", "form=cluster&t=500"),
                new Preset("a tree of eight", "form=tree&items=8&t=400"),
                new Preset("a chain", "form=chain&t=400"),
                new Preset("an order", "form=ordering&rate=0.005&t=400"),
                new Preset("two rows, six columns", "form=cross&t=500"),
                new Preset("a ring of sixteen, drawn features", "items=16&features=400&t=400"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Result run = runs.get(0);
        for (SeriesKey key : run.trajectory().series().keySet()) {
            if (key.quantity() == Quantity.MAP) {
                Series map = run.trajectory().series(key).orElseThrow();
                return Optional.of(words(config, run, map, step));
            }
        }
        return Optional.empty();
    }

    private Narration words(SceneConfig config, Result run, Series map, double step) {
        int record = run.trajectory().indexAt(step);
        Series strengths =
                run.trajectory().series(SeriesKey.of(Quantity.MODE_STRENGTH)).orElseThrow();
        double[] now = new double[strengths.size()];
        System.arraycopy(strengths.values(), record * now.length, now, 0, now.length);
        int learned = 0;
        double[] s = run.modes().orElseThrow().s();
        for (int k = 0; k < now.length; k++) {
            learned += s[k] > 1e-9 * s[0] && now[k] > 0.5 * s[k] ? 1 : 0;
        }
        double flat = FlatShare.of(
                map.values(), map.rows(), record, run.modes().orElseThrow().v(), now);
        String label = form(config).kind().label();
        String spread = flat > 0 ? Numbers.percent(flat) + " of what parts the items is in the plane of the map." : "";
        String why = learned == 0
                ? "It knows nothing of the items yet: on the map they are one point."
                : learned == 1 && !config.choice("form").equals("cluster")
                        ? "It has only learned what all share, so the items are one point on the map."
                        : spread + " Nobody told it of the " + label + ": it is in the covariance.";
        return new Narration(learned + " of " + s.length + " modes", "t = " + Numbers.fixed(step, 0), why.trim());
    }
}
