package dynlab.browser.lab;

import dynlab.browser.dom.DataFetch;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import dynlab.task.DataFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Starts a page that knows all lessons, once the data of the one that it opens with are there. */
final class AllLessons {
    private AllLessons() {}

    /**
     * Starts it.
     *
     * @param workerUrl address of {@code worker.js}
     * @param program what the page knows, of all lessons but those whose data have not been fetched: they are opened by a
     *     page of their own
     */
    static void start(String workerUrl, Function<List<Scene>, PageProgram> program) {
        String site = workerUrl.substring(0, workerUrl.lastIndexOf('/'));
        String own = String.valueOf(Dom.find("lab").getAttribute("data-scene"));
        Scene otherwise = Scenes.byId(own).orElse(Scenes.home());
        List<String> data = Address.parse(Dom.address(), new JsDecimals(), otherwise, Scenes.ALL)
                .scene()
                .data();
        Runnable start = () -> Lab.start(workerUrl, program.apply(ready()));
        DataFetch.all(site + "/data/", data, start, start);
    }

    /** The parts of a page that knows all lessons: some of them have pictures that are dragged. */
    static List<SceneExtra> extras(Lab lab) {
        List<SceneExtra> extras = LabParts.extras(lab);
        extras.add(new FigureDragging(lab));
        return extras;
    }

    private static List<Scene> ready() {
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
        return ready;
    }
}
