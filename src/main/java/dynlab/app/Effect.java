package dynlab.app;

/** What the page has to do because of an event: values, so that a test can read them. */
public sealed interface Effect
        permits Effect.Run,
                Effect.Stop,
                Effect.RunSoon,
                Effect.VerifySoon,
                Effect.Fetch,
                Effect.Write,
                Effect.Push,
                Effect.Announce,
                Effect.Settled {
    /**
     * Ask the worker for runs; what was asked before is given up.
     *
     * @param request the number that every answer is to carry
     * @param address of the scene and its settings
     * @param file an experiment file to run instead; empty if none
     * @param companions how many runs are beside the scene's own
     * @param longestPiece seconds that their longest piece is thought to take that nothing can interrupt
     */
    record Run(int request, String address, String file, int companions, double longestPiece) implements Effect {}

    /** Nothing is wanted of the worker any more. */
    record Stop() implements Effect {}

    /** Send {@link Event.SettingsRested} after a moment in which settings may change again. */
    record RunSoon() implements Effect {}

    /** Send {@link Event.VerifyDue} once the page has come to rest. */
    record VerifySoon(int number) implements Effect {}

    /** Fetch the runs that the build has recorded of a scene as it opens. */
    record Fetch(int number, String scene, int companions) implements Effect {}

    /** Write the address: now, or after a moment in which it may change again. */
    record Write(boolean now) implements Effect {}

    /** Make another entry in the browser's history, whose address is the state's. */
    record Push() implements Effect {}

    /** Tell those who listen. */
    record Announce(String words) implements Effect {}

    /** Runs are over. */
    record Settled() implements Effect {}
}
