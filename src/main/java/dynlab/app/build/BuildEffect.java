package dynlab.app.build;

import dynlab.drawing.Drawing;

/** What the page on which a network is drawn has to do because of an event: values, so that a test can read them. */
public sealed interface BuildEffect
        permits BuildEffect.Run, BuildEffect.Stop, BuildEffect.RunSoon, BuildEffect.Announce, BuildEffect.Brief {
    /**
     * Ask the worker for a run; what was asked before is given up.
     *
     * @param request the number that every answer is to carry
     * @param aligned whether a start that is to be aligned where possible is so
     * @param longestPiece what the longest piece of it that cannot be interrupted is thought to take, seconds
     */
    record Run(int request, Drawing drawing, boolean aligned, double longestPiece) implements BuildEffect {}

    /** Nothing is wanted of the worker any more. */
    record Stop() implements BuildEffect {}

    /** Send {@link BuildEvent.Due} after a moment in which the drawing may change again. */
    record RunSoon() implements BuildEffect {}

    /** Tell those who listen. */
    record Announce(String words) implements BuildEffect {}

    /** Show a sentence for a moment. */
    record Brief(String words) implements BuildEffect {}
}
