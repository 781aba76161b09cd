package dynlab.browser.lab;

import dynlab.app.TheoryBadge;
import dynlab.scene.Scene;
import dynlab.view.AllViews;
import dynlab.view.FigureWords;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSExport;

/** Starts an embed of any lesson. Files of experiments, which it cannot read, are opened by {@link LabPage}. */
public final class LessonEmbed {
    private LessonEmbed() {}

    /**
     * Entry point, called once by {@code web/boot.js}.
     *
     * @param args address of {@code worker.js}
     */
    public static void main(String[] args) {
        AllLessons.start(args[0], LessonEmbed::program);
    }

    private static PageProgram program(List<Scene> scenes) {
        return new PageProgram(
                scenes,
                AllViews.ALL,
                LabParts::settings,
                AllLessons::extras,
                TheoryBadge::of,
                FigureWords::sentence,
                Optional.empty());
    }

    /** As {@link LabPage#report}. */
    @JSExport
    public static String report() {
        return Lab.report();
    }
}
