package dynlab.browser.lab;

import dynlab.app.LabState;
import dynlab.app.TheoryBadge;
import dynlab.numeric.Decimals;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import dynlab.view.Frame;
import dynlab.view.View;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the program of a page knows. Most pages begin with a small one; what it does not know is opened by the program that
 * knows all, under the same address.
 *
 * @param scenes the lessons
 * @param views what they are drawn with
 * @param settings makes the knobs of the scene that is shown
 * @param extras makes the parts that not every page has
 * @param theory what is said of theory against network
 * @param words what is said of a figure to those who do not see it
 * @param reader how an experiment file is read, if this program can
 */
record PageProgram(
        List<Scene> scenes,
        List<View> views,
        Function<Lab, KnobPanel> settings,
        Function<Lab, List<SceneExtra>> extras,
        Function<LabState, TheoryBadge> theory,
        BiFunction<View, Frame, String> words,
        Optional<Function<String, Opened>> reader) {
    /** An experiment file as a scene, and as text without what is of no matter to the run. */
    record Opened(Scene scene, String file) {}

    /** The scene with this id. */
    Optional<Scene> scene(String id) {
        for (Scene scene : scenes) {
            if (scene.id().equals(id)) {
                return Optional.of(scene);
            }
        }
        return Optional.empty();
    }

    /** What an address means to this program. */
    Address parse(String text, Decimals decimals, Scene otherwise) {
        return Address.parse(text, decimals, otherwise, scenes);
    }
}
