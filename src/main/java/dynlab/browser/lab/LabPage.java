package dynlab.browser.lab;

import dynlab.app.TheoryBadge;
import dynlab.browser.dom.DataFetch;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.scene.Address;
import dynlab.scene.FileScene;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import dynlab.task.DataFiles;
import dynlab.view.AllViews;
import dynlab.view.FigureWords;
import java.util.ArrayList;
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
        String site = args[0].substring(0, args[0].lastIndexOf('/'));
        String own = String.valueOf(Dom.find("lab").getAttribute("data-scene"));
        Scene otherwise = Scenes.byId(own).orElse(Scenes.home());
        List<String> data = Address.parse(Dom.address(), new JsDecimals(), otherwise, Scenes.ALL)
                .scene()
                .data();
        Runnable start = () -> Lab.start(args[0], program());
        DataFetch.all(site + "/data/", data, start, start);
    }

    /** All that there is, but lessons whose data have not been fetched: they are opened by a page of their own. */
    private static PageProgram program() {
        List<Scene> ready = new ArrayList<>();
        for (Scene scene : Scenes.ALL) {
            boolean known = true;
            for (String name : scene.data()) {
                known &= DataFiles.text(name).isPresent();
            }
            if (known) {
                ready.add(scene);
            }
        }
        return new PageProgram(
                ready,
                AllViews.ALL,
                LabParts::settings,
                LabPage::extras,
                TheoryBadge::of,
                FigureWords::sentence,
                Optional.of(LabPage::open));
    }

    private static List<SceneExtra> extras(Lab lab) {
        if (Dom.page().equals("lab")) {
            new FileControls(lab);
        }
        List<SceneExtra> extras = LabParts.extras(lab);
        if (Dom.page().equals("lab")) {
            extras.add(new OwnDataButton(lab));
            Dom.onEvery("[data-act=pin]", "click", e -> lab.bar().pin());
        }
        extras.add(new FigureDragging(lab));
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
