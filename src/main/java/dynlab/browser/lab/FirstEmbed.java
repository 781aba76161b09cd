package dynlab.browser.lab;

import dynlab.app.TheoryBadge;
import dynlab.scene.FirstScenes;
import dynlab.view.FigureWords;
import dynlab.view.FirstViews;
import java.util.Optional;
import org.teavm.jso.JSExport;

/** Starts an embed of one of the lessons about one linear chain. */
public final class FirstEmbed {
    private FirstEmbed() {}

    /**
     * Entry point, called once by {@code web/boot.js}.
     *
     * @param args address of {@code worker.js}
     */
    public static void main(String[] args) {
        Lab.start(
                args[0],
                new PageProgram(
                        FirstScenes.ALL,
                        FirstViews.ALL,
                        LabParts::settings,
                        LabParts::extras,
                        TheoryBadge::of,
                        FigureWords::sentence,
                        Optional.empty()));
    }

    /** As {@link LabPage#report}. */
    @JSExport
    public static String report() {
        return Lab.report();
    }
}
