package dynlab.app.build;

import dynlab.app.Notice;
import dynlab.app.Notices;
import dynlab.app.Transition;
import dynlab.drawing.ContextEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.History;
import dynlab.drawing.Outcome;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What an event makes of the state of a drawing, and what the page has to do then. Nothing here draws or trains. */
public final class Workbench {
    private Workbench() {}

    /**
     * A page that opens with a drawing that nothing comes before.
     *
     * @param said what is to be read over it
     */
    public static Transition<BuildState, BuildEffect> open(Drawing first, Notices said) {
        BuildState state =
                new BuildState(History.of(first), DrawnRun.of(first), laidOut(first), "", 0, opensAt(first), said, "");
        return Transition.to(state, new BuildEffect.RunSoon());
    }

    /** What follows from an event. */
    public static Transition<BuildState, BuildEffect> on(BuildState state, BuildEvent event) {
        if (event instanceof BuildEvent.Edited edited) {
            return edited(state, edited.outcome());
        } else if (event instanceof BuildEvent.Opened opened) {
            Drawing next = opened.drawing();
            BuildState now = state.arranged(laidOut(next)).selecting("").in(0).at(opensAt(next));
            return taking(now, next, opened.said());
        } else if (event instanceof BuildEvent.Undo) {
            return undone(state);
        } else if (event instanceof BuildEvent.Redo) {
            return redone(state);
        } else if (event instanceof BuildEvent.Arranged arranged) {
            return Transition.to(state.arranged(arranged.byProgram()));
        } else if (event instanceof BuildEvent.Selected selected) {
            return Transition.to(there(state.selecting(selected.what())));
        } else if (event instanceof BuildEvent.ContextChosen chosen) {
            return chosen(state, chosen.index());
        } else if (event instanceof BuildEvent.Sought sought) {
            return Transition.to(Double.isNaN(sought.step()) ? state : within(state.at(Math.rint(sought.step()))));
        } else if (event instanceof BuildEvent.Said said) {
            return Transition.to(
                    state.with(state.notices().saying(said.sentence(), true, Notice.Of.PAGE, 0, "")),
                    new BuildEffect.Announce(said.sentence()));
        } else if (event instanceof BuildEvent.Dismissed dismissed) {
            return Transition.to(state.with(state.notices().dismissing(dismissed.notice())));
        }
        return DrawnRunReducer.on(state, event).orElseThrow(() -> new AssertionError("a new kind of event"));
    }

    // ---- the drawing

    private static Transition<BuildState, BuildEffect> edited(BuildState state, Outcome outcome) {
        if (!outcome.done()) {
            String why = outcome.why().map(Words::say).orElse("");
            return Transition.to(state.refusing(why), new BuildEffect.Announce(why), new BuildEffect.Brief(why));
        }
        Drawing now = state.drawing();
        boolean grown = !outcome.drawing().edges().equals(now.edges())
                || outcome.drawing().nodes().size() != now.nodes().size();
        Drawing next =
                state.arranged() && grown ? GraphEdit.arrange(outcome.drawing()).drawing() : outcome.drawing();
        return taking(state, next, outcome.said().map(Words::say).orElse(""));
    }

    private static Transition<BuildState, BuildEffect> taking(BuildState state, Drawing next, String said) {
        List<BuildEffect> effects = new ArrayList<>();
        BuildState now = state;
        if (!next.equals(state.drawing())) {
            now = changed(state.with(state.history().taking(next)), effects);
        }
        if (!said.isEmpty()) {
            effects.add(new BuildEffect.Announce(said + "."));
        }
        return new Transition<>(now, effects);
    }

    private static Transition<BuildState, BuildEffect> undone(BuildState state) {
        if (!state.history().canUndo()) {
            return Transition.to(state, new BuildEffect.Announce(Words.say("build.workbench.nothing-undo")));
        }
        List<BuildEffect> effects = new ArrayList<>();
        BuildState now = changed(state.with(state.history().undone()), effects);
        effects.add(new BuildEffect.Announce(Words.say("build.workbench.undone")));
        return new Transition<>(now, effects);
    }

    private static Transition<BuildState, BuildEffect> redone(BuildState state) {
        if (!state.history().canRedo()) {
            return Transition.to(state, new BuildEffect.Announce(Words.say("build.workbench.nothing-redo")));
        }
        List<BuildEffect> effects = new ArrayList<>();
        BuildState now = changed(state.with(state.history().redone()), effects);
        effects.add(new BuildEffect.Announce(Words.say("build.workbench.done-again")));
        return new Transition<>(now, effects);
    }

    /** Another drawing is there: what was selected in it still stands, and its run comes. */
    private static BuildState changed(BuildState state, List<BuildEffect> effects) {
        int last = state.drawing().contexts().size() - 1;
        BuildState now = there(within(state.in(Math.max(0, Math.min(state.context(), last)))));
        return DrawnRunReducer.soon(now, effects);
    }

    /** Without a selection of what the drawing has not. */
    private static BuildState there(BuildState state) {
        boolean known = state.drawing().node(state.selection()).isPresent()
                || state.drawing().edge(state.selectedEdge()).isPresent();
        return known || state.selection().isEmpty() ? state : state.selecting("");
    }

    private static BuildState within(BuildState state) {
        return state.at(Math.max(0, Math.min(state.drawing().settings().steps(), state.step())));
    }

    private static Transition<BuildState, BuildEffect> chosen(BuildState state, int index) {
        Drawing drawing = state.drawing();
        if (index == state.context() || index < 0 || index >= drawing.contexts().size()) {
            return Transition.to(state);
        }
        String name = ContextEdit.name(drawing, index).words();
        return Transition.to(
                state.in(index),
                new BuildEffect.Announce(
                        drawing.contexts().get(index).train()
                                ? Words.say("build.workbench.trained", name)
                                : Words.say("build.workbench.held-out", name)));
    }

    /** Where something has been learned and something has not. */
    private static double opensAt(Drawing drawing) {
        return Math.rint(0.3 * drawing.settings().steps());
    }

    private static boolean laidOut(Drawing drawing) {
        return GraphEdit.arrange(drawing).drawing().nodes().equals(drawing.nodes());
    }
}
