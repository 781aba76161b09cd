package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import java.util.List;

/** One thing that the theory of gated twins takes for granted, and what is shown where it is not given. */
interface Limit {
    /** Its word in the address. */
    String word();

    /** What the choice of limits calls it. */
    String label();

    /** Whether the theory still holds, as a question. */
    String asks();

    /** What breaks and what does not, in one or two sentences. */
    String explains();

    /** What the scene's own run is called. */
    String name();

    /** The network for which it is not given. */
    Experiment experiment(Scene scene, SceneConfig config);

    /** What stands beside it. */
    List<Companion> companions(Scene scene, SceneConfig config);

    /** What the left panel shows. */
    default String panel() {
        return "fit";
    }

    /**
     * What the narrator says.
     *
     * @param runs at least the scene's own
     */
    Narration tells(List<Result> runs);
}
