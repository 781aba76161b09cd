package dynlab.browser;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.run.Work;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scene under some settings: what is run, and what there is of its runs. */
final class Runs {
    private final Scene scene;
    private final SceneConfig config;
    private final World world;
    private final Experiment experiment;
    private final List<Companion> companions;
    private Optional<RunView> story = Optional.empty();
    private final List<Optional<RunView>> others = new ArrayList<>();
    private boolean complete;

    Runs(Scene scene, SceneConfig config) {
        this.scene = scene;
        this.config = config;
        world = scene.world(config);
        experiment = scene.experiment(config);
        companions = scene.companions(config);
        companions.forEach(companion -> others.add(Optional.empty()));
    }

    Scene scene() {
        return scene;
    }

    SceneConfig config() {
        return config;
    }

    World world() {
        return world;
    }

    Experiment experiment() {
        return experiment;
    }

    /** How long all of them will take, roughly. */
    double seconds() {
        double seconds = Work.seconds(experiment);
        for (Companion companion : companions) {
            seconds += Work.seconds(companion.experiment());
        }
        return seconds;
    }

    int companions() {
        return companions.size();
    }

    /** Takes in what there is of a run: 0 is the scene's own. */
    void take(int run, Result result, boolean whole) {
        if (run == 0) {
            story = Optional.of(new RunView(experiment, world, result));
            complete = whole;
        } else if (run <= others.size()) {
            others.set(run - 1, Optional.of(new RunView(companions.get(run - 1).experiment(), world, result)));
        }
    }

    Optional<RunView> story() {
        return story;
    }

    /** Whether the scene's own run is over. */
    boolean complete() {
        return complete;
    }

    String name() {
        return scene.name(config);
    }

    /** What the runs are called, the scene's own first. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(name()));
        companions.forEach(companion -> names.add(companion.name()));
        return names;
    }

    /** The companions from the first on that there is something of. */
    List<Frame.Rival> rivals() {
        List<Frame.Rival> rivals = new ArrayList<>();
        for (int k = 0; k < others.size() && others.get(k).isPresent(); k++) {
            Companion companion = companions.get(k);
            rivals.add(new Frame.Rival(others.get(k).get(), companion.name(), companion.manner()));
        }
        return rivals;
    }

    /** All results so far, the scene's own first. */
    List<Result> results() {
        List<Result> results = new ArrayList<>();
        story.ifPresent(own -> results.add(own.run()));
        rivals().forEach(rival -> results.add(rival.story().run()));
        return results;
    }
}
