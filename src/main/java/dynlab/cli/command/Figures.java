package dynlab.cli.command;

import dynlab.experiment.Result;
import dynlab.export.SceneRun;
import dynlab.numeric.Numbers;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.view.AllViews;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.Wording;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;

/** Draws a scene as one scalable figure: every panel of a layout at one time. */
public final class Figures {
    private Figures() {}

    /** Runs a scene with its companions and draws it at a step. */
    public static String svg(
            Scene scene, SceneConfig config, double step, double width, double height, Palette palette) {
        return svg(SceneRun.frame(scene, config, step, Layout.Kind.WIDE, true), scene, config, width, height, palette);
    }

    /** Draws a scene that has been run. */
    static String svg(Frame run, Scene scene, SceneConfig config, double width, double height, Palette palette) {
        Frame frame = run.in(Layout.Kind.of(width, height), true);
        double step = frame.step();
        SvgPen pen = new SvgPen(palette);
        draw(pen, frame, scene, config, width, height);
        String stage = Wording.stage(frame.story(), step);
        String description =
                scene.title() + (stage.isEmpty() ? "" : ", " + stage) + " at epoch " + Numbers.fixed(step, 0);
        return pen.svg(width, height, description);
    }

    /** One view of a scene alone, on no ground: what a page shows in its place before it has drawn. */
    static String poster(Frame run, Scene scene, double width, double height, View view, Palette palette) {
        Frame frame = covered(run).in(Layout.Kind.NARROW, false);
        SvgPen pen = new SvgPen(palette);
        view.draw(pen, frame, new Box(16, 0, width - 32, height));
        return pen.bare(width, height, scene.title());
    }

    /** As a page shows it that waits for a guess: nothing of it after the cursor. */
    private static Frame covered(Frame run) {
        RunView story = run.story();
        Result seen = story.run().upTo(run.step());
        return Frame.of(
                        new RunView(story.experiment(), story.world(), seen),
                        run.step(),
                        run.asked(),
                        run.kind(),
                        run.heads())
                .covering(true);
    }

    /** The view that is particular to a scene, small and on no ground, for a gallery. */
    static String thumb(Frame run, Scene scene, SceneConfig config, Palette palette) {
        // long after the end: all of it has happened, and the time cursor is out of the picture
        Frame frame = run.in(Layout.Kind.TINY, false).at(2 * run.story().horizon());
        SvgPen pen = new SvgPen(palette);
        View view = Views.of(scene.pictured(config), AllViews.ALL).orElseThrow();
        view.draw(pen, frame, new Box(0, 0, 264, 120));
        return pen.bare(264, 120, scene.title());
    }

    /** The live figure of the first page before it lives, at the sizes of its style sheet. */
    static String home(Frame run, Scene scene, SceneConfig config, boolean wide, Palette palette) {
        Layout.Kind kind = wide ? Layout.Kind.MEDIUM : Layout.Kind.EMBED;
        Frame frame = covered(run).in(kind, false);
        Layout.Arrangement views = SceneRun.views(scene, config);
        SvgPen pen = new SvgPen(palette);
        Box column = wide ? new Box(312, 0, 576, 396) : new Box(0, 0, 358, 330);
        for (Layout.Panel panel : Layout.dynamics(kind, column, views)) {
            panel.view().draw(pen, frame, panel.box());
        }
        Views.TIME.draw(pen, frame, new Box(column.x(), column.bottom(), column.w(), wide ? 96 : 68));
        if (wide) {
            views.left().ifPresent(view -> view.draw(pen, frame, new Box(0, 34, 280, 362)));
            if (!views.right().isEmpty()) {
                views.right().get(0).draw(pen, frame, new Box(920, 34, 280, 216));
            }
        }
        return pen.bare(wide ? 1200 : 358, wide ? 492 : 398, scene.title());
    }

    /** Every panel, the foot and a title. */
    static void draw(SvgPen pen, Frame frame, Scene scene, SceneConfig config, double width, double height) {
        Layout.Arrangement views = SceneRun.views(scene, config);
        for (Layout.Panel panel : Layout.figure(frame.kind(), width, height, views)) {
            if (panel.view().id().equals("timeline")) {
                Box foot =
                        new Box(0, panel.box().y(), width, height - panel.box().y());
                pen.rect(foot, 0, Paint.of(Ink.SUNKEN));
                pen.rect(new Box(0, foot.y(), width, 1), 0, Paint.of(Ink.LINE));
            }
        }
        pen.boxes().open("header", new Box(0, 0, width, 48));
        pen.text(scene.title(), frame.kind() == Layout.Kind.WIDE ? 24 : 16, 29, TextStyle.HEAD.sized(Type.BODY));
        for (Layout.Panel panel : Layout.figure(frame.kind(), width, height, views)) {
            panel.view().draw(pen, frame, panel.box());
        }
    }
}
