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
public record History(List<SceneConfig> past, List<SceneConfig> future, String going) {
    /** Settings that are remembered. */
    public static final int MOST = 200;

    static final History NONE = new History(List.of(), List.of(), "");

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** Some settings were left for others by a change that may go on by the same knob; one that comes back is none. */
    History leaving(SceneConfig before, SceneConfig after, String knob) {
        if (!knob.isEmpty() && knob.equals(going)) {
            boolean back = last(past).filter(after::equals).isPresent();
            return back ? new History(without(past), List.of(), "") : new History(past, List.of(), going);
        }
        return new History(with(past, before), List.of(), knob);
    }

    /** The change is over: the next one of the same knob is another. */
    History settled() {
        return going.isEmpty() ? this : new History(past, future, "");
    }

    Optional<SceneConfig> before() {
        return last(past);
    }

    Optional<SceneConfig> after() {
        return last(future);
    }

    History undone(SceneConfig now) {
        return new History(without(past), with(future, now), "");
    }

    History redone(SceneConfig now) {
        return new History(with(past, now), without(future), "");
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
