package dynlab.view;

import dynlab.LastUsed;
import dynlab.export.SceneRun;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.SvgPen;
import dynlab.view.pen.TextBoxes;
import java.util.Map;

/** Runs scenes and draws them, for tests of what is drawn. */
public final class Pictures {
    private static final Map<String, Frame> KNOWN = new LastUsed<>();

    private Pictures() {}

    /** The frame of a scene at step 0, without the heads that a page has as elements. */
    public static synchronized Frame frame(String address, Layout.Kind kind) {
        return KNOWN.computeIfAbsent(kind + " " + address, unseen -> made(address, kind));
    }

    private static Frame made(String address, Layout.Kind kind) {
        Address read = Address.parse(address, new ExactDecimals());
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        return SceneRun.frame(read.scene(), read.config(), 0, kind, false);
    }

    /** The views of the scene of an address. */
    public static Layout.Arrangement views(String address) {
        Address read = Address.parse(address, new ExactDecimals());
        return SceneRun.views(read.scene(), read.config());
    }

    /** Draws one view alone and returns its words. */
    static TextBoxes draw(View view, Frame frame, Box box, Palette palette, double wider) {
        SvgPen pen = new SvgPen(palette, wider);
        view.draw(pen, frame, box);
        return pen.boxes();
    }
}
