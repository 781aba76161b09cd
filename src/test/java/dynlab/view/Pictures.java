package dynlab.view;

import dynlab.cli.Figures;
import dynlab.cli.SvgPen;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;

/** Runs scenes and draws them, for tests of what is drawn. */
final class Pictures {
    private Pictures() {}

    /** The frame of a scene at step 0, wide, without the heads that a page has as elements. */
    static Frame frame(String address, Layout.Kind kind) {
        Address read = Address.parse(address, new ExactDecimals());
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        return Figures.frame(read.scene(), read.config(), 0, kind, false);
    }

    /** The views of the first scene. */
    static Layout.Arrangement views() {
        Scene first = Scenes.ALL.get(0);
        return Figures.views(first, SceneConfig.initial(first.knobs()));
    }

    /** Draws one view alone and returns its words. */
    static TextBoxes draw(View view, Frame frame, Box box, Palette palette, double wider) {
        SvgPen pen = new SvgPen(palette, wider);
        view.draw(pen, frame, box);
        return pen.boxes();
    }
}
