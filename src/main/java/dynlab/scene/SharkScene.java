package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.task.Hierarchy;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Does a shark have bones? Illusory correlations: a property that goes against the tree is believed for a while of the
 * wrong items, because they are alike in everything that was learned so far.
 */
public final class SharkScene extends LessonScene implements EditableWorld {
    private static final About ABOUT = About.of("shark", Words.say("scene.shark.does-shark-bones"))
            .heading(Words.say("scene.shark.heading"))
            .asks(Words.say("scene.shark.lesson.asks"))
            .gesture(Words.say("scene.shark.lesson.gesture"))
            .explains(Words.say("scene.shark.lesson.explains"))
            .terms("illusory-correlation", "overgeneralisation")
            .summary(Words.say("scene.shark.right-wrong-right"))
            .omits(Words.say("scene.shark.help.similarity-not-causality"));

    private static final int ITEMS = 8;
    /** Properties of the world itself, before any is added. */
    private static final int OWN = 15;

    private static final List<Knob> KNOBS = knobsWithEdits();

    private static List<Knob> knobsWithEdits() {
        List<Knob> knobs = new ArrayList<>(LivingThings.KNOBS);
        knobs.add(new Knob.Text(
                "names",
                Words.say("scene.shark.knob.names"),
                "",
                Words.say("scene.shark.knob.other-names-eight"),
                WorldEdits.LONGEST,
                "Shark",
                text -> WorldEdits.complainOfNames(text, ITEMS)));
        knobs.add(new Knob.Text(
                "rows",
                Words.say("scene.shark.knob.added-properties"),
                "",
                Words.say("scene.shark.knob.properties-trained-beside"),
                WorldEdits.LONGEST,
                "has bones:-+++----",
                text -> WorldEdits.complainOfRows(text, ITEMS)));
        knobs.add(new Knob.Text(
                "flips",
                Words.say("scene.shark.knob.turned-cells"),
                "",
                Words.say("scene.shark.knob.cells-trees-own"),
                WorldEdits.LONGEST,
                "",
                text -> WorldEdits.complainOfFlips(text, OWN, ITEMS)));
        return List.copyOf(knobs);
    }

    private final OwnWorld own;

    /** As the first page has it. */
    public SharkScene() {
        this(OwnWorld.NONE);
    }

    SharkScene(OwnWorld own) {
        super(ABOUT, own.with(KNOBS));
        this.own = own;
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        if (own.world(config).isPresent()) {
            return LivingThings.lesson(own.lesson(ABOUT.lesson()), config);
        }
        if (config.equals(SceneConfig.initial(knobs()))) {
            return ABOUT.lesson();
        }
        Lesson any = ABOUT.lesson()
                .asks(Words.say("scene.shark.lesson.asks-any"))
                .explains(Words.say("scene.shark.lesson.explains-any"));
        return LivingThings.lesson(any, config);
    }

    @Override
    public boolean editable(SceneConfig config) {
        return own.world(config).isEmpty();
    }

    @Override
    public World base(SceneConfig config) {
        Hierarchy hierarchy = Hierarchy.livingThings(config.real("flip"));
        int features = config.whole("features");
        return features == 0 ? hierarchy.readable() : hierarchy.sampled(features, config.seed());
    }

    @Override
    public WorldEdits edits(SceneConfig config) {
        String flips = config.whole("features") == 0 ? config.text("flips") : "";
        return WorldEdits.parse(config.text("names"), flips, config.text("rows"), ITEMS);
    }

    @Override
    public SceneConfig edited(SceneConfig config, WorldEdits edits) {
        SceneConfig changed = config.with("names", edits.namesText()).with("rows", edits.rowsText());
        return config.whole("features") == 0 ? changed.with("flips", edits.flipsText()) : changed;
    }

    @Override
    public World world(SceneConfig config) {
        return own.world(config).orElseGet(() -> edits(config).applied(base(config)));
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return LivingThings.experiment(this, world(config), config);
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        return LivingThings.shallow(this, config);
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(0.496 * config.whole("epochs"));
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                "world",
                List.of("loss", "modes", "answer"),
                LivingThings.right(config, List.of("similarity", "map")),
                List.of("modes", "answer"));
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question(Words.say("scene.shark.does-shark-bones"), 0, OWN));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                // an illusion that is as large as it can be: all that is alive cannot speak, but for one
                new Preset(
                        Words.say("scene.shark.can-parrot-not"),
                        "names=,,,Parrot&rows=cannot speak:%2B%2B%2B-%2B%2B%2B%2B&t=101&ask=parrot:cannot speak"),
                // right for the wrong reason, then undecided, then right: it breathes like an animal, not like a fish
                new Preset(
                        Words.say("scene.shark.does-whale-breathe"),
                        "names=,Whale&rows=breathes air:-%2B%2B%2B----&t=124&ask=whale:breathes air"),
                // an exception to the tree's own property: what birds do is believed of all of them
                new Preset(
                        Words.say("scene.shark.does-penguin-fly"),
                        "names=,,Penguin&rows=&flips=4.2&t=155&ask=penguin:flies"),
                // a property that follows a branch is learned with it, at once and for all: no illusion
                new Preset(
                        Words.say("scene.shark.does-tuna-feel"),
                        "names=&rows=feels pain:%2B%2B%2B%2B----&t=120&ask=tuna:feels pain"),
                // a property that follows no branch waits for the last stage: no illusion either
                new Preset(
                        Words.say("scene.shark.rose-blue"),
                        "names=&rows=is blue:%2B-%2B-%2B-%2B-&t=170&ask=rose:is blue"));
    }
}
