package dynlab.app;

import dynlab.experiment.Result;
import dynlab.measure.Likeness;
import dynlab.scene.Address;
import dynlab.scene.SceneConfig;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;

/** What can happen to a laboratory. */
public sealed interface Event
        permits Event.Opened,
                Event.Changed,
                Event.Let,
                Event.Edited,
                Event.Undo,
                Event.Redo,
                Event.Reset,
                Event.Due,
                Event.Anyway,
                Event.Cancelled,
                Event.Recorded,
                Event.NoRecord,
                Event.VerifyDue,
                Event.Answered,
                Event.Progressed,
                Event.Refused,
                Event.Restarted,
                Event.Lost,
                Event.Seen,
                Event.Sought,
                Event.Question,
                Event.Guessed,
                Event.Uncovered,
                Event.Read,
                Event.Layer,
                Event.Alike,
                Event.Pointed,
                Event.Look,
                Event.Said,
                Event.Dismissed {

    /** An address was opened: by a link, a menu, by hand or by going back. */
    record Opened(Address address, String file) implements Event {}

    /** A knob was moved, and may go on moving. */
    record Changed(SceneConfig config, String knob) implements Event {}

    /** A knob was let go. */
    record Let() implements Event {}

    /** The world was edited: a change that the browser's history keeps. */
    record Edited(SceneConfig config) implements Event {}

    record Undo() implements Event {}

    record Redo() implements Event {}

    /** One knob is as it was first, or all are where none is named. */
    record Reset(String knob) implements Event {}

    /** Settings have been at rest for a moment. */
    record Due() implements Event {}

    /** The run of a notice is wanted in spite of its length. */
    record Anyway(int notice) implements Event {}

    record Cancelled() implements Event {}

    /** A recorded run of a setup arrived. */
    record Recorded(int number, int run, Result result) implements Event {}

    /** There is none. */
    record NoRecord(int number) implements Event {}

    record VerifyDue(int number) implements Event {}

    /** The worker's answer to a request: a run, or a part of it. */
    record Answered(int request, int run, Result result, double share, boolean whole) implements Event {}

    record Progressed(int request, double share) implements Event {}

    /** The worker could not run it. */
    record Refused(int request, String sentence) implements Event {}

    /** The worker had to be started again. */
    record Restarted() implements Event {}

    /** The worker does not start. */
    record Lost(int request, String sentence) implements Event {}

    /** Whether anybody can see the page. */
    record Seen(boolean now) implements Event {}

    /** The time cursor was moved. */
    record Sought(double step) implements Event {}

    /** A question was chosen in the world that is shown. */
    record Question(int property, int item) implements Event {}

    /** A guess at the question that is asked; empty takes it back. */
    record Guessed(String word) implements Event {}

    /** The whole run is to be shown, without a guess. */
    record Uncovered() implements Event {}

    record Read(Reading what) implements Event {}

    record Layer(int which) implements Event {}

    /** How alike items are is measured otherwise. */
    record Alike(Likeness by) implements Event {}

    record Pointed(Pointer at) implements Event {}

    /** A part of the address that says how to show it; empty takes it away. */
    record Look(String key, String value) implements Event {}

    /** The page has something to say. */
    record Said(String sentence, boolean bad, Notice.Of of) implements Event {}

    record Dismissed(int notice) implements Event {}
}
