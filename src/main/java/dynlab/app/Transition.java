package dynlab.app;

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
}
