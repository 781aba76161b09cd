package dynlab.drawing;

import java.util.ArrayDeque;
import java.util.Deque;

/** All drawings that there were, to go back to. One hand draws, so it is mutable. */
public final class History {
    /** Steps that can be taken back. Drawings share their unchanged parts, so a step is a few hundred bytes. */
    public static final int MOST = 1000;

    private final Deque<Drawing> past = new ArrayDeque<>();
    private final Deque<Drawing> future = new ArrayDeque<>();
    private Drawing now;

    public History(Drawing first) {
        now = first;
    }

    public Drawing now() {
        return now;
    }

    /** Takes the drawing of an outcome, unless nothing changed. */
    public void take(Drawing next) {
        if (next.equals(now)) {
            return;
        }
        past.push(now);
        if (past.size() > MOST) {
            past.removeLast();
        }
        future.clear();
        now = next;
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** One step back, if there is one. */
    public Drawing undo() {
        if (canUndo()) {
            future.push(now);
            now = past.pop();
        }
        return now;
    }

    /** One step forward again, if there is one. */
    public Drawing redo() {
        if (canRedo()) {
            past.push(now);
            now = future.pop();
        }
        return now;
    }
}
