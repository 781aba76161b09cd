package dynlab.browser.lab;

import dynlab.app.TheoryBadge;
import dynlab.browser.dom.DataFetch;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import dynlab.task.DataFiles;
import dynlab.view.FigureWords;
import dynlab.view.FirstViews;
import dynlab.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Starts a page that knows more than the first lessons, once the data of the one that it opens with are there. */
final class LessonStart {
    private LessonStart() {}

    /**
     * Starts it.
     *
     * @param workerUrl address of {@code worker.js}
     * @param scenes the lessons
     * @param program what the page knows, of those lessons whose data have been fetched: others are opened by a page of
     *     their own
     */
    static void start(String workerUrl, List<Scene> scenes, Function<List<Scene>, PageProgram> program) {
        String site = workerUrl.substring(0, workerUrl.lastIndexOf('/'));
        String own = String.valueOf(Dom.find("lab").getAttribute("data-scene"));
        Scene otherwise = scenes.get(0);
        for (Scene scene : scenes) {
            otherwise = scene.id().equals(own) ? scene : otherwise;
        }
        List<String> data = Address.parse(Dom.address(), new JsDecimals(), otherwise, scenes)
                .scene()
                .data();
        Runnable start = () -> Lab.start(workerUrl, program.apply(ready(scenes)));
        DataFetch.all(site + "/data/", data, start, start);
    }

    /** Starts an embed. Files of experiments, which it cannot read, are opened by {@link LabPage}. */
    static void embed(String workerUrl, List<Scene> scenes, List<View> views) {
        List<View> all = new ArrayList<>(FirstViews.ALL);
        all.addAll(views);
        start(
                workerUrl,
                scenes,
                ready -> new PageProgram(
                        ready,
                        all,
                        LabParts::settings,
                        LessonStart::extras,
                        TheoryBadge::of,
                        FigureWords::sentence,
                        Optional.empty()));
    }

    /** The parts of such a page: some lessons have pictures that are dragged. */
    static List<SceneExtra> extras(Lab lab) {
        List<SceneExtra> extras = LabParts.extras(lab);
        extras.add(new FigureDragging(lab));
        return extras;
    }

    private static List<Scene> ready(List<Scene> scenes) {
        List<Scene> ready = new ArrayList<>();
        for (Scene scene : scenes) {
            boolean known = true;
            for (String name : scene.data()) {
                known &= DataFiles.text(name).isPresent();
            }
            if (known) {
                ready.add(scene);
            }
        }
        return ready;
    }
}
