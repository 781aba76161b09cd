package dynlab.browser.lab;

import dynlab.scene.LinearScenes;
import dynlab.scene.OwnWorld;
import dynlab.view.LinearViews;
import org.teavm.jso.JSExport;

/** Starts an embed of one of the lessons about linear networks that are not among the first. */
public final class LinearEmbed {
    private LinearEmbed() {}

    /**
     * Entry point, called once by {@code web/boot.js}.
     *
     * @param args address of {@code worker.js}
     */
    public static void main(String[] args) {
        LessonStart.embed(args[0], LinearScenes.of(OwnWorld.NONE, OwnWorld.NONE), LinearViews.ALL);
    }

    /** As {@link LabPage#report}. */
    @JSExport
    public static String report() {
        return Lab.report();
    }
}
