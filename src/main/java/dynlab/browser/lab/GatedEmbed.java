package dynlab.browser.lab;

import dynlab.scene.GatedScenes;
import dynlab.view.GatedViews;
import org.teavm.jso.JSExport;

/** Starts an embed of one of the lessons about gated and nonlinear networks. */
public final class GatedEmbed {
    private GatedEmbed() {}

    /**
     * Entry point, called once by {@code web/boot.js}.
     *
     * @param args address of {@code worker.js}
     */
    public static void main(String[] args) {
        LessonStart.embed(args[0], GatedScenes.ALL, GatedViews.ALL);
    }

    /** As {@link LabPage#report}. */
    @JSExport
    public static String report() {
        return Lab.report();
    }
}
