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
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * How a network finds out that the months form a ring: nobody tells it the form, but the covariance of the features has it,
 * and its strongest modes, which are learned first, draw it.
 */
final class FormsScene extends LessonScene {
    private static final About ABOUT = About.of("forms", Words.say("scene.forms.trees-rings-grids"))
            .asks(Words.say("scene.forms.can-find-out"))
            .inEmbeds()
            .gesture(Words.say("scene.forms.lesson.gesture"))
            .explains(Words.say("scene.forms.lesson.explains"))
            .terms("structural-form", "covariance", "multidimensional-scaling")
            .summary(Words.say("scene.forms.can-find-out-months"))
            .omits(Words.say("scene.forms.features-made-form"));

    private static final List<Knob> KNOBS = List.of(
            new Knob.Choice(
                    "form",
                    Words.say("scene.forms.form"),
                    "",
                    Words.say("scene.forms.how-items-hang"),
                    forms(),
                    Kind.RING.word()),
            new Knob.Whole(
                    "items", Words.say("scene.forms.items"), "P", Words.say("scene.forms.how-many-near"), 6, 16, 12),
            new Knob.Real(
                    "edge",
                    Words.say("scene.forms.length-edge"),
                    "e",
                    Words.say("scene.forms.short-edges-make"),
                    0.05,
                    5,
                    0.3,
                    true),
            new Knob.Real(
                    "variance",
                    Words.say("scene.forms.variance"),
                    "σ²",
                    Words.say("scene.forms.how-much-features"),
                    0.5,
                    10,
                    4,
                    true),
            SharedKnobs.start("gamma", "γ", Words.say("scene.forms.initial-weights-normal"), 1e-12, 3, 5e-3),
            SharedKnobs.rate("η", Words.say("scene.forms.each-step-adds"), 1e-3, 0.1, 0.02),
            SharedKnobs.width(Words.say("scene.forms.hidden-layer"), 2, 64, 24),
            new Knob.Whole(
                    "features",
                    Words.say("scene.forms.sampled-features"),
                    "",
                    Words.say("scene.forms.0-many-features"),
                    0,
                    1000,
                    0),
            SharedKnobs.epochs(100, 5000, 1250),
            SharedKnobs.alignment(Words.say("scene.forms.random-weights-or"), "random", "aligned"),
            SharedKnobs.seed());

    private static List<Knob.Option> forms() {
        List<Knob.Option> options = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            options.add(new Knob.Option(kind.word(), Words.say(kind.label())));
        }
        return options;
    }

    private final OwnWorld own;

    FormsScene(OwnWorld own) {
        super(ABOUT, own.with(KNOBS));
        this.own = own;
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        Kind kind = form(config).kind();
        if (own.world(config).isPresent()) {
            return own.lesson(ABOUT.lesson());
        }
        return kind == Kind.RING
                ? ABOUT.lesson()
                : ABOUT.lesson().asks(Words.say("scene.forms.lesson.asks-any", Words.say(kind.label())));
    }

    private static StructuralForm form(SceneConfig config) {
        return new StructuralForm(
                Kind.of(config.choice("form")), config.whole("items"), config.real("variance"), config.real("edge"));
    }

    @Override
    public World world(SceneConfig config) {
        Optional<World> mine = own.world(config);
        if (mine.isPresent()) {
            return mine.get();
        }
        int features = config.whole("features");
        return features == 0 ? form(config).world() : form(config).sampled(features, config.seed());
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        EnumSet<Quantity> recorded = EnumSet.of(Quantity.MODE_STRENGTH, Quantity.MAP);
        if (own.world(config).isPresent()) {
            recorded.add(Quantity.OUTPUTS); // its world is drawn as the network says it
        }
        return LinearLessons.on(this, world(config), config, recorded);
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(0.3 * config.whole("epochs"));
    }

    @Override
    public String pictured(SceneConfig config) {
        return "formmap";
    }

    @Override
    public Panels panels(SceneConfig config) {
        String left = own.world(config).isPresent() ? "world" : "forms";
        return new Panels(
                        left,
                        List.of("loss", "mapstrip", "modes"),
                        List.of("formmap", "found"),
                        List.of("modes", "loss"))
                .first("formmap");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.forms.three-groups"), "form=cluster&t=500"),
                new Preset(Words.say("scene.forms.tree-eight"), "form=tree&items=8&t=400"),
                new Preset(Words.say("scene.forms.one-chain"), "form=chain&t=400"),
                new Preset(Words.say("scene.forms.order"), "form=ordering&rate=0.005&t=400"),
                new Preset(Words.say("scene.forms.two-rows-six"), "form=cross&t=500"),
                new Preset(Words.say("scene.forms.ring-sixteen-drawn"), "items=16&features=400&t=400"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Result run = runs.get(0);
        if (own.world(config).isPresent()) {
            return Optional.empty();
        }
        return run.trajectory().first(Quantity.MAP).map(map -> words(config, run, map, step));
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
        String label = Words.say(form(config).kind().label());
        String spread = flat > 0 ? Words.say("scene.forms.parts-items-plane", Numbers.percent(flat)) : "";
        String why = learned == 0
                ? Words.say("scene.forms.knows-nothing-items")
                : learned == 1 && !config.choice("form").equals("cluster")
                        ? Words.say("scene.forms.only-learned-all")
                        : Words.say("scene.forms.nobody-told-covariance", spread, label);
        return new Narration(
                Words.say("scene.forms.modes", Integer.toString(learned), Integer.toString(s.length)),
                "t = " + Numbers.fixed(step, 0),
                why.trim());
    }
}
