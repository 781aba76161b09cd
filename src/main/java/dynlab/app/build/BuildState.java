package dynlab.app.build;

import dynlab.app.Notices;
import dynlab.app.Phase;
import dynlab.drawing.Drawing;
import dynlab.drawing.History;

/**
 * Everything that the page on which a network is drawn is a function of. Immutable; {@link Workbench} says what an event
 * makes of it.
 *
 * @param history the drawing, and those to go back to
 * @param run the run of the drawing
 * @param arranged whether every edit lays the network out anew; until a layer is moved by hand
 * @param selection id of the selected node, or of the selected edge behind "edge "; empty if none
 * @param context the selected context
 * @param step the time cursor
 * @param notices the sentences over the page
 * @param refusal why the last edit was refused
 */
public record BuildState(
        History history,
        DrawnRun run,
        boolean arranged,
        String selection,
        int context,
        double step,
        Notices notices,
        String refusal) {
    private static final String EDGE = "edge ";

    BuildState with(History next) {
        return new BuildState(next, run, arranged, selection, context, step, notices, refusal);
    }

    BuildState with(DrawnRun next) {
        return new BuildState(history, next, arranged, selection, context, step, notices, refusal);
    }

    BuildState with(Notices next) {
        return new BuildState(history, run, arranged, selection, context, step, next, refusal);
    }

    BuildState arranged(boolean byProgram) {
        return new BuildState(history, run, byProgram, selection, context, step, notices, refusal);
    }

    BuildState selecting(String what) {
        return new BuildState(history, run, arranged, what, context, step, notices, refusal);
    }

    BuildState in(int which) {
        return new BuildState(history, run, arranged, selection, which, step, notices, refusal);
    }

    BuildState at(double when) {
        return new BuildState(history, run, arranged, selection, context, when, notices, refusal);
    }

    BuildState refusing(String why) {
        return new BuildState(history, run, arranged, selection, context, step, notices, why);
    }

    public Drawing drawing() {
        return history.now();
    }

    /** The edge that is selected, or nothing of an edge's form. */
    public String selectedEdge() {
        return edgeOf(selection);
    }

    /** The edge that a selection names, or nothing of an edge's form. */
    public static String edgeOf(String selection) {
        return selection.startsWith(EDGE) ? selection.substring(EDGE.length()) : "";
    }

    /** What selects an edge. */
    public static String ofEdge(String edge) {
        return EDGE + edge;
    }

    /** The digest of the whole run of what is drawn; empty until there is one. */
    public String digest() {
        return run.phase() == Phase.READY
                ? run.learned().flatMap(l -> l.result().trajectory().digest()).orElse("")
                : "";
    }

    /** What the state is called that a page shows of itself. */
    public String word() {
        return switch (run.phase()) {
            case OPENING -> "waiting";
            case RUNNING, VERIFYING -> "running";
            case READY -> run.diverged() ? "diverged" : "ready";
            case ASKED -> "long";
            case STOPPED -> "stopped";
            case FAILED -> "refused";
        };
    }
}
