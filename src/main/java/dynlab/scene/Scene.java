package dynlab.scene;

import dynlab.experiment.Experiment;
import dynlab.task.World;
import java.util.List;
import java.util.Optional;

/** One lesson: its knobs, the experiment that they describe, what to look at, what to ask. Immutable. */
public interface Scene {
    /** The word in the URL, stable for ever. */
    String id();

    String title();

    /** One sentence on what is to be seen. */
    String summary();

    /** In the order on screen. */
    List<Knob> knobs();

    /** The items and properties to be learned. */
    World world(SceneConfig config);

    /** The network that {@link #knobs} describe. */
    Experiment experiment(SceneConfig config);

    /** The settings of a second run to draw beside the first, such as the shallow network beside the deep one. */
    Optional<SceneConfig> rival(SceneConfig config);

    /** Step on which the figure opens, chosen as a telling moment. */
    double opensAt(SceneConfig config);

    /** Ids of the views; the contract test checks that they exist. */
    List<String> viewIds();

    /** What a learner predicts before running. */
    List<Question> questions();
}
