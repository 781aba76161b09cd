package dynlab.view;

import dynlab.cli.SvgPen;
import dynlab.experiment.Result;
import dynlab.experiment.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.Question;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import java.util.Optional;

/** Runs scenes and draws them, for tests of what is drawn. */
final class Pictures {
    private Pictures() {}

    /** The frame of a scene at step 0, wide, without the heads that a page has as elements. */
    static Frame frame(String address, Layout.Kind kind) {
        Address read = Address.parse(address, new ExactDecimals());
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        Scene scene = read.scene();
        Story story = story(scene, read.config());
        Optional<Frame.Rival> rival =
                scene.rival(read.config()).map(other -> new Frame.Rival(story(scene, other), "shallow"));
        Question first = scene.questions().get(0);
        Frame.Asked asked =
                story.world().named() ? new Frame.Asked(first.property(), first.item()) : new Frame.Asked(0, 0);
        return Frame.of(story, 0, asked, kind, false).against(rival);
    }

    private static Story story(Scene scene, SceneConfig config) {
        Runner runner = Runner.of(scene.experiment(config));
        Result result = runner.complete();
        return new Story(
                scene.world(config), result, runner.experiment().training().steps());
    }

    /** Draws one view alone and returns its words. */
    static TextBoxes draw(View view, Frame frame, Box box, Palette palette, double wider) {
        SvgPen pen = new SvgPen(palette, wider);
        view.draw(pen, frame, box);
        return pen.boxes();
    }
}
