package dynlab.app;

import dynlab.scene.SceneConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the scene that were left, to go back to. A slider that is dragged leaves one entry and not a hundred: changes
 * of one knob that go on are one.
 *
 * @param past what undoing leads to, latest last
 * @param future what doing again leads to, next one last
 * @param going the knob whose change may still go on; empty if none
 */
public record UndoHistory(List<SceneConfig> past, List<SceneConfig> future, String going) {
    /** Settings that are remembered. */
    public static final int MOST = 200;

    static final UndoHistory NONE = new UndoHistory(List.of(), List.of(), "");

    public UndoHistory {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** Some settings were left for others by a change that may go on by the same knob; one that comes back is none. */
    UndoHistory leaving(SceneConfig before, SceneConfig after, String knob) {
        if (!knob.isEmpty() && knob.equals(going)) {
            boolean back = last(past).filter(after::equals).isPresent();
            return back ? new UndoHistory(without(past), List.of(), "") : new UndoHistory(past, List.of(), going);
        }
        return new UndoHistory(with(past, before), List.of(), knob);
    }

    /** The change is over: the next one of the same knob is another. */
    UndoHistory settled() {
        return going.isEmpty() ? this : new UndoHistory(past, future, "");
    }

    Optional<SceneConfig> before() {
        return last(past);
    }

    Optional<SceneConfig> after() {
        return last(future);
    }

    UndoHistory undone(SceneConfig now) {
        return new UndoHistory(without(past), with(future, now), "");
    }

    UndoHistory redone(SceneConfig now) {
        return new UndoHistory(with(past, now), without(future), "");
    }

    private static Optional<SceneConfig> last(List<SceneConfig> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(of.size() - 1));
    }

    private static List<SceneConfig> without(List<SceneConfig> of) {
        return of.subList(0, of.size() - 1);
    }

    private static List<SceneConfig> with(List<SceneConfig> of, SceneConfig one) {
        List<SceneConfig> all = new ArrayList<>(of.size() < MOST ? of : of.subList(1, of.size()));
        all.add(one);
        return all;
    }
}
