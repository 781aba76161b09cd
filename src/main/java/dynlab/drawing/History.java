package dynlab.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * All drawings that there were, to go back to. Immutable; drawings share their unchanged parts, so a step is a few hundred
 * bytes.
 *
 * @param past what undoing leads to, latest last
 * @param now what is drawn
 * @param future what doing again leads to, next one last
 */
public record History(List<Drawing> past, Drawing now, List<Drawing> future) {
    /** Steps that can be taken back. */
    public static final int MOST = 1000;

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** With nothing to go back to. */
    public static History of(Drawing first) {
        return new History(List.of(), first, List.of());
    }

    /** Takes the drawing of an outcome, unless nothing changed. */
    public History taking(Drawing next) {
        return next.equals(now) ? this : new History(with(past, now), next, List.of());
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** One step back, if there is one. */
    public History undone() {
        return canUndo() ? new History(without(past), last(past), with(future, now)) : this;
    }

    /** One step forward again, if there is one. */
    public History redone() {
        return canRedo() ? new History(with(past, now), last(future), without(future)) : this;
    }

    private static Drawing last(List<Drawing> of) {
        return of.get(of.size() - 1);
    }

    private static List<Drawing> without(List<Drawing> of) {
        return of.subList(0, of.size() - 1);
    }

    private static List<Drawing> with(List<Drawing> of, Drawing one) {
        List<Drawing> all = new ArrayList<>(of.size() < MOST ? of : of.subList(1, of.size()));
        all.add(one);
        return all;
    }
}
