package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.task.World;
import java.util.List;
import java.util.Optional;

/** One lesson: its knobs, the experiment that they describe, what to look at, what to ask. Immutable. */
public interface Scene {
    /** What it says of itself. */
    About about();

    /** The word in the URL, stable for ever. */
    default String id() {
        return about().id();
    }

    default String title() {
        return about().title();
    }

    /** Its title where one looks for it, with the field's name of it. */
    default String heading() {
        return about().heading();
    }

    /** One sentence on what is to be seen. */
    default String summary() {
        return about().summary();
    }

    /** One sentence: what the scene does not show, or where its theory ends. */
    default String omits() {
        return about().omits();
    }

    /** Names of the data files that have to be known before it is asked for its experiment. */
    default List<String> data() {
        return List.of();
    }

    /** What stands over its figures at these settings: settings that make a sentence untrue have another one. */
    default Lesson lesson(SceneConfig config) {
        return about().lesson();
    }

    /** In the order on screen. */
    List<Knob> knobs();

    /** The items and properties to be learned. */
    World world(SceneConfig config);

    /** The network that {@link #knobs} describe. */
    Experiment experiment(SceneConfig config);

    /** Runs to draw beside it, such as the shallow network beside the deep one. */
    default List<Companion> companions(SceneConfig config) {
        return List.of();
    }

    /** Whether runs of {@link FurtherSeeds} say something: where its start, or what it learns, is drawn at random. */
    default boolean furtherSeeds(SceneConfig config) {
        for (Knob knob : knobs()) {
            if (knob.key().equals("seed")) {
                return true;
            }
        }
        return false;
    }

    /** What the scene's own run is called among its companions; empty where it needs no name. */
    default String name(SceneConfig config) {
        return "";
    }

    /** Step on which the figure opens, chosen as a telling moment: the end, unless a scene says otherwise. */
    default double opensAt(SceneConfig config) {
        return config.whole("epochs");
    }

    /** What is shown where. */
    Panels panels(SceneConfig config);

    /** What a learner predicts before running. */
    default List<Question> questions() {
        return List.of();
    }

    /** The question that a world of this scene opens with: the scene's first, as far as the world has names. */
    default Question opening(World world) {
        if (questions().isEmpty()) {
            return new Question("", 0, 0);
        }
        Question asked = questions().get(0);
        // a world of the reader's own may have fewer items
        Question first = asked.item() < world.items().size() ? asked : new Question("", 0, asked.property());
        if (first.property() < world.properties().size() && !world.nameless(first.property())) {
            return first;
        }
        int named = 0;
        while (named < world.properties().size() && world.nameless(named)) {
            named++;
        }
        boolean none = named == world.properties().size();
        return none ? new Question("", 0, 0) : new Question(first.words(), first.item(), named);
    }

    /** The view that shows on a card what is particular to this lesson, at the end of its run. */
    default String pictured(SceneConfig config) {
        List<String> small = panels(config).embed();
        return small.get(small.size() - 1);
    }

    /** What a reader says before the run is seen, where that is not what it answers about an item. */
    default Optional<Guess> guess(SceneConfig config) {
        return Optional.empty();
    }

    /** Whether a reader can guess how it ends, before that is seen. */
    default boolean guessed(SceneConfig config) {
        return guess(config).isPresent() || panels(config).centre().contains("answer");
    }

    /** Settings worth a name. */
    default List<Preset> presets() {
        return List.of();
    }

    /**
     * What the narrator says, where the words that fit every tree do not fit this scene.
     *
     * @param config the settings
     * @param runs what there is of the scene's run and of its companions', in order
     * @param step the time
     */
    default Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        return Optional.empty();
    }

    /**
     * Why a run of these settings blew up, where the scene can tell the start from the rate; else its record is asked.
     *
     * @param run the record, up to where it left all bounds
     */
    default Optional<String> divergence(SceneConfig config, Trajectory run) {
        return Optional.empty();
    }
}
