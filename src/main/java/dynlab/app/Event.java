package dynlab.app;

import dynlab.experiment.Result;
import dynlab.measure.Likeness;
import dynlab.scene.Address;
import dynlab.scene.SceneConfig;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;

/** What can happen to a laboratory. */
public sealed interface Event
        permits Event.AddressOpened,
                Event.KnobChanged,
                Event.KnobReleased,
                Event.WorldEdited,
                Event.Undo,
                Event.Redo,
                Event.Reset,
                Event.SettingsRested,
                Event.LongRunAllowed,
                Event.RunCancelled,
                Event.RecordedRunArrived,
                Event.NoRecordedRun,
                Event.VerifyDue,
                Event.RunArrived,
                Event.RunProgressed,
                Event.RunRefused,
                Event.WorkerRestarted,
                Event.WorkerLost,
                Event.PageSeen,
                Event.CursorMoved,
                Event.QuestionChosen,
                Event.GuessMade,
                Event.FutureUncovered,
                Event.ReadingChosen,
                Event.LayerChosen,
                Event.LikenessChosen,
                Event.PointerMoved,
                Event.LookChosen,
                Event.NoticeRaised,
                Event.NoticeDismissed {

    /** An address was opened: by a link, a menu, by hand or by going back. */
    record AddressOpened(Address address, String file) implements Event {}

    /** A knob was moved, and may go on moving. */
    record KnobChanged(SceneConfig config, String knob) implements Event {}

    /** A knob was let go. */
    record KnobReleased() implements Event {}

    /** The world was edited: a change that the browser's history keeps. */
    record WorldEdited(SceneConfig config) implements Event {}

    record Undo() implements Event {}

    record Redo() implements Event {}

    /** One knob is as it was first, or all are where none is named. */
    record Reset(String knob) implements Event {}

    /** Settings have been at rest for a moment. */
    record SettingsRested() implements Event {}

    /** The run of a notice is wanted in spite of its length. */
    record LongRunAllowed(int notice) implements Event {}

    record RunCancelled() implements Event {}

    /** A recorded run of a setup arrived. */
    record RecordedRunArrived(int number, int run, Result result) implements Event {}

    /** There is none. */
    record NoRecordedRun(int number) implements Event {}

    record VerifyDue(int number) implements Event {}

    /** The worker's answer to a request: a run, or a part of it. */
    record RunArrived(int request, int run, Result result, double share, boolean whole) implements Event {}

    record RunProgressed(int request, double share) implements Event {}

    /** The worker could not run it. */
    record RunRefused(int request, String sentence) implements Event {}

    /** The worker had to be started again. */
    record WorkerRestarted() implements Event {}

    /** The worker does not start. */
    record WorkerLost(int request, String sentence) implements Event {}

    /** Whether anybody can see the page. */
    record PageSeen(boolean now) implements Event {}

    /** The time cursor was moved. */
    record CursorMoved(double step) implements Event {}

    /** A question was chosen in the world that is shown. */
    record QuestionChosen(int property, int item) implements Event {}

    /** A guess at the question that is asked; empty takes it back. */
    record GuessMade(String word) implements Event {}

    /** The whole run is to be shown, without a guess. */
    record FutureUncovered() implements Event {}

    record ReadingChosen(Reading what) implements Event {}

    record LayerChosen(int which) implements Event {}

    /** How alike items are is measured otherwise. */
    record LikenessChosen(Likeness by) implements Event {}

    record PointerMoved(Pointer at) implements Event {}

    /** A part of the address that says how to show it; empty takes it away. */
    record LookChosen(String key, String value) implements Event {}

    /** The page has something to say. */
    record NoticeRaised(String sentence, boolean bad, Notice.Of of) implements Event {}

    record NoticeDismissed(int notice) implements Event {}
}
