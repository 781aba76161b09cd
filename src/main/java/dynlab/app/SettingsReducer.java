package dynlab.app;

import dynlab.scene.Knob;
import dynlab.scene.SceneConfig;
import java.util.Optional;

/** What becomes of changed settings: by a knob, by the editor, by going back. */
final class SettingsReducer {
    private SettingsReducer() {}

    static Optional<Transition<LabState, Effect>> on(Laboratory lab, LabState state, Event event) {
        if (event instanceof Event.KnobChanged changed) {
            UndoHistory history = state.history().leaving(state.config(), changed.config(), changed.knob());
            return Optional.of(set(state, changed.config(), history));
        } else if (event instanceof Event.KnobReleased) {
            return Optional.of(Transition.to(state.with(state.history().settled())));
        } else if (event instanceof Event.WorldEdited edited) {
            return Optional.of(edited(lab, state, edited.config()));
        } else if (event instanceof Event.Undo) {
            UndoHistory history = state.history();
            return Optional.of(history.before()
                    .map(before ->
                            set(state, before, history.undone(state.config())).also(new Effect.Write(true)))
                    .orElseGet(() -> Transition.to(state)));
        } else if (event instanceof Event.Redo) {
            UndoHistory history = state.history();
            return Optional.of(history.after()
                    .map(after ->
                            set(state, after, history.redone(state.config())).also(new Effect.Write(true)))
                    .orElseGet(() -> Transition.to(state)));
        } else if (event instanceof Event.Reset reset) {
            SceneConfig config = reset(state, reset.knob());
            return Optional.of(set(state, config, state.history().leaving(state.config(), config, "")));
        } else if (event instanceof Event.SettingsRested) {
            return Optional.of(due(lab, state));
        }
        return Optional.empty();
    }

    /** Other settings: what was said of the runs before is taken back at once, and others are asked for in a moment. */
    private static Transition<LabState, Effect> set(LabState state, SceneConfig config, UndoHistory history) {
        if (config.equals(state.config())) {
            return Transition.to(state);
        }
        LabState next = state.with(state.address().with(config))
                .with(history)
                .with(state.notices().keeping(Notice.Of.RUNS, -1));
        return Transition.to(next, new Effect.RunSoon(), new Effect.Write(false));
    }

    private static Transition<LabState, Effect> edited(Laboratory lab, LabState state, SceneConfig config) {
        Transition<LabState, Effect> set = set(state, config, state.history().leaving(state.config(), config, ""));
        if (set.effects().isEmpty()) {
            return set;
        }
        return due(lab, set.state()).also(new Effect.Push());
    }

    private static Transition<LabState, Effect> due(Laboratory lab, LabState state) {
        if (state.runs().setup().equals(state.setup())) {
            return Transition.to(state);
        }
        return Laboratory.stopping(state, lab.start(lab.asking(state)));
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
