package dynlab.browser.lab;

import dynlab.app.TheoryBadge;
import dynlab.scene.SharkScene;
import dynlab.view.View;
import dynlab.view.Views;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSExport;

/** Starts the home page: one lesson, one question, and nothing to set. */
public final class HomePage {
    private HomePage() {}

    /**
     * Entry point, called once by {@code web/boot.js}.
     *
     * @param args address of {@code worker.js}
     */
    public static void main(String[] args) {
        Lab.start(
                args[0],
                new PageProgram(
                        List.of(new SharkScene()),
                        Views.HOME,
                        lab -> KnobPanel.none(),
                        lab -> List.of(),
                        state -> TheoryBadge.none(), // the first page has no room for it
                        View::describe, // nor for all that figures read
                        Optional.empty()));
    }

    /** As {@link LabPage#report}. */
    @JSExport
    public static String report() {
        return Lab.report();
    }
}
