package dynlab.export;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.run.Runner;
import dynlab.scene.Panels;
import dynlab.scene.Question;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.task.World;
import dynlab.view.AllViews;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.Views;
import dynlab.view.pen.Layout;
import java.util.ArrayList;
import java.util.List;

/** A lesson that is run at once to its end, for what is drawn of it. */
public final class SceneRun {
    private SceneRun() {}

    /** A scene and its companions, run to the end. */
    public static Frame frame(Scene scene, SceneConfig config, double step, Layout.Kind kind, boolean heads) {
        RunView story = story(scene.experiment(config), scene.world(config));
        List<Frame.Rival> rivals = new ArrayList<>();
        for (Companion companion : scene.companions(config)) {
            RunView other = story(companion.experiment(), story.world());
            rivals.add(new Frame.Rival(other, companion.name(), companion.manner()));
        }
        return Frame.of(story, step, asked(scene, story.world()), kind, heads).against(scene.name(config), rivals);
    }

    /** One run, made to its end. */
    static RunView story(Experiment experiment, World world) {
        return new RunView(experiment, world, Runner.of(experiment).complete());
    }

    /** The views of a scene. */
    public static Layout.Arrangement views(Scene scene, SceneConfig config) {
        Panels panels = scene.panels(config);
        return new Layout.Arrangement(
                Views.of(panels.left(), AllViews.ALL),
                Views.of(panels.centre(), AllViews.ALL),
                Views.of(panels.right(), AllViews.ALL),
                Views.of(panels.embed(), AllViews.ALL));
    }

    /** The scene's first question, if its world has names. */
    private static Frame.Asked asked(Scene scene, World world) {
        Question question = scene.opening(world);
        return new Frame.Asked(question.property(), question.item());
    }
}
