package dynlab.app;

import java.util.ArrayList;
import java.util.List;

/** What an event comes to: another state, and what the page has to do. */
public record Turn(LabState state, List<Effect> effects) {
    public Turn {
        effects = List.copyOf(effects);
    }

    static Turn to(LabState state, Effect... effects) {
        return new Turn(state, List.of(effects));
    }

    /** Whether the worker is asked for something. */
    boolean asks() {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Run) {
                return true;
            }
        }
        return false;
    }

    /** The same in another state. */
    Turn in(LabState other) {
        return new Turn(other, effects);
    }

    Turn also(Effect effect) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(effect);
        return new Turn(state, all);
    }
}
