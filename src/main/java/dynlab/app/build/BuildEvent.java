package dynlab.app.build;

import dynlab.drawing.Drawing;
import dynlab.drawing.Outcome;
import dynlab.experiment.Result;

/** What can happen where a network is drawn. */
public sealed interface BuildEvent
        permits BuildEvent.Edited,
                BuildEvent.Opened,
                BuildEvent.Undo,
                BuildEvent.Redo,
                BuildEvent.Arranged,
                BuildEvent.Selected,
                BuildEvent.ContextChosen,
                BuildEvent.Sought,
                BuildEvent.Due,
                BuildEvent.Anyway,
                BuildEvent.Cancelled,
                BuildEvent.Answered,
                BuildEvent.Progressed,
                BuildEvent.Refused,
                BuildEvent.Restarted,
                BuildEvent.Lost,
                BuildEvent.Said,
                BuildEvent.Dismissed {

    /** An edit of the drawing, or why there is none. */
    record Edited(Outcome outcome) implements BuildEvent {}

    /** Another drawing altogether; the old one can be had back. */
    record Opened(Drawing drawing, String said) implements BuildEvent {}

    record Undo() implements BuildEvent {}

    record Redo() implements BuildEvent {}

    /** Whether the program lays the network out from now on, or the hand. */
    record Arranged(boolean byProgram) implements BuildEvent {}

    /** A node or an edge was selected; nothing if empty. */
    record Selected(String what) implements BuildEvent {}

    record ContextChosen(int index) implements BuildEvent {}

    /** The time cursor was moved. */
    record Sought(double step) implements BuildEvent {}

    /** The drawing has been at rest for a moment. */
    record Due() implements BuildEvent {}

    /** The run is wanted in spite of its length. */
    record Anyway() implements BuildEvent {}

    record Cancelled() implements BuildEvent {}

    /** The worker's answer to a request: a run, or a part of it. */
    record Answered(int request, Result result, double share, boolean whole) implements BuildEvent {}

    record Progressed(int request, double share) implements BuildEvent {}

    /** The worker could not run it; the place is the field of the experiment file that was refused. */
    record Refused(int request, String sentence, String place) implements BuildEvent {}

    /** The worker had to be started again. */
    record Restarted() implements BuildEvent {}

    /** The worker does not start. */
    record Lost(int request) implements BuildEvent {}

    /** The page has something to say. */
    record Said(String sentence) implements BuildEvent {}

    record Dismissed(int notice) implements BuildEvent {}
}
