package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import java.util.List;
import java.util.Optional;

/** What a scene runs under some settings: its own experiment and those beside it, each made once, when it is asked for. */
public final class SceneRuns {
    private final Scene scene;
    private final SceneConfig config;
    private Optional<Experiment> own = Optional.empty();
    private Optional<List<Companion>> companions = Optional.empty();

    public SceneRuns(Scene scene, SceneConfig config) {
        this.scene = scene;
        this.config = config;
    }

    /** The scene's own. */
    public Experiment own() {
        if (own.isEmpty()) {
            own = Optional.of(scene.experiment(config));
        }
        return own.get();
    }

    public List<Companion> companions() {
        if (companions.isEmpty()) {
            companions = Optional.of(List.copyOf(scene.companions(config)));
        }
        return companions.get();
    }

    /** The scene's own for 0, else that of the {@code k}-th companion. */
    public Experiment run(int k) {
        return k == 0 ? own() : companions().get(k - 1).experiment();
    }
}
