package dynlab.cli;

import dynlab.experiment.Result;
import dynlab.experiment.Runner;
import dynlab.scene.Question;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.task.World;
import dynlab.view.Box;
import dynlab.view.Frame;
import dynlab.view.Ink;
import dynlab.view.Layout;
import dynlab.view.Numbers;
import dynlab.view.Paint;
import dynlab.view.Palette;
import dynlab.view.Story;
import dynlab.view.TextStyle;
import dynlab.view.Type;
import dynlab.view.View;
import dynlab.view.Wording;
import java.util.Optional;

/** Draws a scene as one scalable figure: every panel of a layout at one time. */
public final class Figures {
    private Figures() {}

    /** Runs a scene and draws it at a step. */
    public static String svg(
            Scene scene, SceneConfig config, double step, double width, double height, Palette palette) {
        Runner runner = Runner.of(scene.experiment(config));
        int steps = runner.experiment().training().steps();
        Story story = new Story(scene.world(config), runner.complete(), steps);
        Optional<Frame.Rival> rival = scene.rival(config).map(other -> {
            Result run = Runner.of(scene.experiment(other)).complete();
            return new Frame.Rival(new Story(scene.world(other), run, steps), "shallow");
        });
        Layout.Kind kind = Layout.Kind.of(width, height);
        Frame.Asked asked = asked(scene, story.world());
        Frame frame = Frame.of(story, step, asked, kind, true).against(rival);
        SvgPen pen = new SvgPen(palette);
        draw(pen, frame, scene.title(), width, height);
        String description = scene.title() + ", " + Wording.stage(story, step) + " at epoch " + Numbers.fixed(step, 0);
        return pen.svg(width, height, description);
    }

    /** One view of a scene alone, on no ground: what a page shows in its place before it has drawn. */
    static String poster(Scene scene, double width, double height, View view, Palette palette) {
        SceneConfig config = SceneConfig.initial(scene.knobs());
        Runner runner = Runner.of(scene.experiment(config));
        int steps = runner.experiment().training().steps();
        Story story = new Story(scene.world(config), runner.complete(), steps);
        double step = Math.rint(scene.opensAt(config));
        Frame frame = Frame.of(story, step, asked(scene, story.world()), Layout.Kind.NARROW, false);
        SvgPen pen = new SvgPen(palette);
        view.draw(pen, frame, new Box(16, 0, width - 32, height));
        return pen.bare(width, height, scene.title());
    }

    /** The scene's first question, if its world has names. */
    static Frame.Asked asked(Scene scene, World world) {
        if (!world.named() || scene.questions().isEmpty()) {
            return new Frame.Asked(0, 0);
        }
        Question question = scene.questions().get(0);
        return new Frame.Asked(question.property(), question.item());
    }

    /** Every panel, the foot and a title. */
    static void draw(SvgPen pen, Frame frame, String title, double width, double height) {
        for (Layout.Panel panel : Layout.figure(frame.kind(), width, height)) {
            if (panel.view().id().equals("timeline")) {
                Box foot =
                        new Box(0, panel.box().y(), width, height - panel.box().y());
                pen.rect(foot, 0, Paint.of(Ink.SUNKEN));
                pen.rect(new Box(0, foot.y(), width, 1), 0, Paint.of(Ink.LINE));
            }
        }
        pen.boxes().open("header", new Box(0, 0, width, 48));
        pen.text(title, frame.kind() == Layout.Kind.WIDE ? 24 : 16, 29, TextStyle.HEAD.sized(Type.BODY));
        for (Layout.Panel panel : Layout.figure(frame.kind(), width, height)) {
            panel.view().draw(pen, frame, panel.box());
        }
    }
}
