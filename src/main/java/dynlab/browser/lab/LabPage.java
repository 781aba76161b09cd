package dynlab.browser.lab;

import dynlab.app.TheoryBadge;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.scene.FileScene;
import dynlab.scene.Scenes;
import dynlab.view.AllViews;
import dynlab.view.FigureWords;
import dynlab.view.plot.SpreadPlot;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSExport;

/** Starts the page with all that there is. */
public final class LabPage {
    private LabPage() {}

    /**
     * Entry point, called once by {@code web/boot.js}.
     *
     * @param args address of {@code worker.js}
     */
    public static void main(String[] args) {
        LessonStart.start(
                args[0],
                Scenes.ALL,
                scenes -> new PageProgram(
                        scenes,
                        SpreadPlot.over(AllViews.ALL),
                        LabParts::settings,
                        LabPage::extras,
                        TheoryBadge::of,
                        FigureWords::sentence,
                        Optional.of(LabPage::open)));
    }

    private static List<SceneExtra> extras(Lab lab) {
        List<SceneExtra> extras = LessonStart.extras(lab);
        if (Dom.page().equals("lab")) {
            new FileControls(lab, new SweepsButton(lab));
            extras.add(new OwnDataButton(lab));
            extras.add(new SeedSwitch(lab));
            Dom.onEvery("[data-act=pin]", "click", e -> lab.bar().pin());
        }
        return extras;
    }

    private static PageProgram.Opened open(String text) {
        JsDecimals decimals = new JsDecimals();
        Experiment experiment = ExperimentCodec.read(text, decimals);
        return new PageProgram.Opened(new FileScene(experiment), ExperimentCodec.write(experiment, decimals));
    }

    /**
     * What the page looks like from inside, for its tests, as JSON: {@code {"boxes": [{panel, text, bounds, box}],
     * "draws": [ms]}}; boxes are [left, top, width, height] in the window.
     */
    @JSExport
    public static String report() {
        return Lab.report();
    }
}
