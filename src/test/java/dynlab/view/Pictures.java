package dynlab.view;

import dynlab.cli.Figures;
import dynlab.cli.SvgPen;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;

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

    /** The views of the scene of an address. */
    static Layout.Arrangement views(String address) {
        Address read = Address.parse(address, new ExactDecimals());
        return Figures.views(read.scene(), read.config());
    }

    /** Draws one view alone and returns its words. */
    static TextBoxes draw(View view, Frame frame, Box box, Palette palette, double wider) {
        SvgPen pen = new SvgPen(palette, wider);
        view.draw(pen, frame, box);
        return pen.boxes();
    }
}
