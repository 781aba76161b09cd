package dynlab.app;

import java.util.ArrayList;
import java.util.List;

/**
 * What an event comes to.
 *
 * @param state the state that follows
 * @param effects what the page has to do, in order
 */
public record Transition<S, E>(S state, List<E> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }

    @SafeVarargs
    public static <S, E> Transition<S, E> to(S state, E... effects) {
        return new Transition<>(state, List.of(effects));
    }

    /** The same effects in another state. */
    public Transition<S, E> in(S other) {
        return new Transition<>(other, effects);
    }

    /** The same, and one effect more. */
    public Transition<S, E> also(E effect) {
        List<E> all = new ArrayList<>(effects);
        all.add(effect);
        return new Transition<>(state, all);
    }
}
