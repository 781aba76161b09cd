package dynlab.app;

import dynlab.scene.Knob;
import dynlab.scene.SceneConfig;
import java.util.Optional;

/** What becomes of changed settings: by a knob, by the editor, by going back. */
final class Changes {
    private Changes() {}

    static Optional<Turn> on(Laboratory lab, LabState state, Event event) {
        if (event instanceof Event.Changed changed) {
            History history = state.history().leaving(state.config(), changed.config(), changed.knob());
            return Optional.of(set(state, changed.config(), history));
        } else if (event instanceof Event.Let) {
            return Optional.of(Turn.to(state.with(state.history().settled())));
        } else if (event instanceof Event.Edited edited) {
            return Optional.of(edited(lab, state, edited.config()));
        } else if (event instanceof Event.Undo) {
            History history = state.history();
            return Optional.of(history.before()
                    .map(before ->
                            set(state, before, history.undone(state.config())).also(new Effect.Write(true)))
                    .orElseGet(() -> Turn.to(state)));
        } else if (event instanceof Event.Redo) {
            History history = state.history();
            return Optional.of(history.after()
                    .map(after ->
                            set(state, after, history.redone(state.config())).also(new Effect.Write(true)))
                    .orElseGet(() -> Turn.to(state)));
        } else if (event instanceof Event.Reset reset) {
            SceneConfig config = reset(state, reset.knob());
            return Optional.of(set(state, config, state.history().leaving(state.config(), config, "")));
        } else if (event instanceof Event.Due) {
            return Optional.of(due(lab, state));
        }
        return Optional.empty();
    }

    /** Other settings: what was said of the runs before is taken back at once, and others are asked for in a moment. */
    private static Turn set(LabState state, SceneConfig config, History history) {
        if (config.equals(state.config())) {
            return Turn.to(state);
        }
        LabState next = state.with(state.address().with(config))
                .with(history)
                .with(state.notices().keeping(Notice.Of.RUNS, -1));
        return Turn.to(next, new Effect.RunSoon(), new Effect.Write(false));
    }

    private static Turn edited(Laboratory lab, LabState state, SceneConfig config) {
        Turn set = set(state, config, state.history().leaving(state.config(), config, ""));
        if (set.effects().isEmpty()) {
            return set;
        }
        return due(lab, set.state()).also(new Effect.Push());
    }

    private static Turn due(Laboratory lab, LabState state) {
        if (state.runs().setup().equals(state.setup())) {
            return Turn.to(state);
        }
        Turn turn = lab.start(lab.asking(state));
        return state.computing().busy() && !turn.asks() ? turn.also(new Effect.Stop()) : turn;
    }

    /** The settings with one knob, or with all of them, as the scene opens. */
    private static SceneConfig reset(LabState state, String key) {
        SceneConfig initial = SceneConfig.initial(state.address().scene().knobs());
        if (key.isEmpty()) {
            return initial;
        }
        SceneConfig config = state.config();
        for (Knob knob : state.address().scene().knobs()) {
            if (knob.key().equals(key)) {
                boolean words = knob instanceof Knob.Choice || knob instanceof Knob.Text;
                return words ? config.with(key, initial.choice(key)) : config.with(key, initial.real(key));
            }
        }
        return config;
    }
}
