package dynlab.app;

import dynlab.experiment.run.ShortCut;
import dynlab.numeric.Numbers;
import dynlab.scene.Address;
import dynlab.words.Words;
import java.util.Optional;

/** What becomes of what the worker, and the host of the recorded runs, answer. */
final class RunReducer {
    /** Runs that are thought to take longer than this are asked about first, seconds. */
    static final double LONG_RUN = 60;

    private RunReducer() {}

    static Optional<Transition<LabState, Effect>> on(Laboratory lab, LabState state, Event event) {
        if (event instanceof Event.RecordedRunArrived recorded) {
            return Optional.of(recorded(state, recorded));
        } else if (event instanceof Event.NoRecordedRun none) {
            boolean waits = awaits(state, none.number()) && state.runs().story().isEmpty();
            return Optional.of(waits ? lab.start(state) : Transition.to(state));
        } else if (event instanceof Event.VerifyDue due) {
            return Optional.of(verify(lab, state, due.number()));
        } else if (event instanceof Event.RunArrived answered) {
            return Optional.of(owed(state, answered.request()) ? answered(state, answered) : Transition.to(state));
        } else if (event instanceof Event.RunProgressed progressed) {
            return Optional.of(
                    Transition.to(owed(state, progressed.request()) ? done(state, progressed.share()) : state));
        } else if (event instanceof Event.RunRefused refused) {
            return Optional.of(
                    owed(state, refused.request()) ? failed(state, refused.sentence()) : Transition.to(state));
        } else if (event instanceof Event.RunCancelled) {
            return Optional.of(cancelled(state));
        } else if (event instanceof Event.LongRunAllowed anyway) {
            return Optional.of(anyway(lab, state, anyway.notice()));
        } else if (event instanceof Event.WorkerRestarted) {
            String sentence = Words.say("lab.answers.computation-stopped-answering");
            return Optional.of(Transition.to(Laboratory.say(state, sentence, true, Notice.Of.RUNS)));
        } else if (event instanceof Event.WorkerLost lost) {
            LabState now =
                    owed(state, lost.request()) ? state.with(state.computation().settled(Phase.FAILED)) : state;
            return Optional.of(Transition.to(Laboratory.say(now, lost.sentence(), true, Notice.Of.RUNS)));
        } else if (event instanceof Event.PageSeen seen) {
            return Optional.of(seen(lab, state.seen(seen.now())));
        }
        return Optional.empty();
    }

    /** Whether an answer belongs to what is asked now, by settings that still stand. */
    private static boolean owed(LabState state, int request) {
        return request > 0 && request == state.computation().request();
    }

    private static boolean awaits(LabState state, int number) {
        return number == state.runs().number()
                && !state.computation().busy()
                && state.runs().setup().equals(state.setup());
    }

    private static LabState done(LabState state, double share) {
        return state.with(state.computation().done(Math.max(0, Math.min(1, share))));
    }

    /** Runs with more of them; the cursor, which may have followed those before, stays within these. */
    private static LabState having(LabState state, RunSet more) {
        ViewState view = state.view();
        double within = more.story().isPresent() ? Math.min(view.step(), more.horizon()) : view.step();
        return state.with(state.computation().having(more)).with(view.at(within));
    }

    private static Transition<LabState, Effect> recorded(LabState state, Event.RecordedRunArrived event) {
        RunSet runs = state.runs();
        boolean wanted = event.number() == runs.number() && state.computation().phase() == Phase.OPENING;
        boolean beside = event.number() == runs.number()
                && event.run() > 0
                && event.run() < runs.parts().size()
                && runs.parts().get(event.run()).isEmpty();
        if (!(event.run() == 0 ? wanted : beside)) {
            return Transition.to(state);
        }
        RunSet more = runs.taking(event.run(), event.result(), true, true);
        LabState next = having(state, more);
        if (event.run() > 0) {
            return Transition.to(next);
        }
        LabState settled = next.with(next.computation().settled(Phase.READY));
        return Transition.to(
                settled,
                new Effect.Settled(),
                new Effect.VerifySoon(runs.number()),
                new Effect.Announce(SpokenText.finished(settled)));
    }

    /** Computes what is shown already. */
    private static Transition<LabState, Effect> verify(Laboratory lab, LabState state, int number) {
        if (!awaits(state, number) || state.computation().phase() != Phase.READY) {
            return Transition.to(state);
        }
        return state.seen()
                ? lab.request(state, Phase.VERIFYING)
                : Transition.to(state.with(state.computation().waiting(Phase.READY)));
    }

    private static Transition<LabState, Effect> answered(LabState state, Event.RunArrived event) {
        boolean verifying = state.computation().phase() == Phase.VERIFYING;
        LabState now = done(state, event.share());
        if (byShortCut(event)) {
            return ahead(now, event);
        }
        boolean empty = event.result().trajectory().count() < 1;
        if (empty || verifying && !event.whole()) {
            return Transition.to(now);
        }
        RunSet more = now.runs().taking(event.run(), event.result(), event.whole(), false);
        LabState next = having(now, more);
        if (!event.whole()) {
            return Transition.to(next);
        }
        if (event.run() == 0) {
            next = compare(next);
        }
        next = next.with(next.computation().oneLess());
        if (next.computation().due() > 0) {
            return Transition.to(next);
        }
        LabState settled = next.with(next.computation().settled(Phase.READY));
        Transition<LabState, Effect> transition = Transition.to(settled, new Effect.Settled());
        return verifying || settled.stale()
                ? transition
                : transition.also(new Effect.Announce(SpokenText.finished(settled)));
    }

    private static boolean byShortCut(Event.RunArrived event) {
        String digest = event.result().trajectory().digest().orElse("");
        return !event.whole() && ShortCut.made(digest);
    }

    /** An exact short cut has been faster than the run, which follows. */
    private static Transition<LabState, Effect> ahead(LabState state, Event.RunArrived event) {
        LabState next = having(state, state.runs().taking(event.run(), event.result(), true, true));
        if (event.run() > 0 || state.computation().phase() == Phase.VERIFYING) {
            return Transition.to(next);
        }
        LabState shown = next.with(next.computation().verifying());
        return Transition.to(shown, new Effect.Settled(), new Effect.Announce(SpokenText.finished(shown)));
    }

    /** Says so where the run is not the one that a link was made from. */
    private static LabState compare(LabState state) {
        String found = state.runs().digest();
        String expected = state.address().digest();
        if (expected.isEmpty() || found.isEmpty() || state.stale() || Address.meansDigest(expected, found)) {
            return state;
        }
        return Laboratory.say(state, DigestWords.differs(found, expected), true, Notice.Of.RUNS);
    }

    private static Transition<LabState, Effect> failed(LabState state, String sentence) {
        LabState next = state.with(state.computation().settled(Phase.FAILED));
        return Transition.to(
                Laboratory.say(next, Words.say("lab.answers.could-not-run", sentence), true, Notice.Of.RUNS),
                new Effect.Stop());
    }

    private static Transition<LabState, Effect> cancelled(LabState state) {
        if (!state.computation().busy()) {
            return Transition.to(state);
        }
        boolean verifying = state.computation().phase() == Phase.VERIFYING;
        LabState next = state.with(state.computation().settled(verifying ? Phase.READY : Phase.STOPPED));
        String sentence = next.stale()
                ? Words.say("lab.answers.stopped-before-anything")
                : Words.say("lab.answers.stopped-shown-far");
        return Transition.to(
                verifying ? next : Laboratory.say(next, sentence, false, Notice.Of.RUNS), new Effect.Stop());
    }

    private static Transition<LabState, Effect> anyway(Laboratory lab, LabState state, int id) {
        for (Notice notice : state.notices().all()) {
            boolean asks = notice.id() == id && !notice.press().isEmpty();
            if (asks && awaits(state, notice.number())) {
                LabState next = state.with(state.notices().dismissing(id));
                return lab.start(next.with(next.computation().allowing()));
            }
        }
        return Transition.to(state);
    }

    private static Transition<LabState, Effect> seen(Laboratory lab, LabState state) {
        if (!state.seen() || !state.computation().unseen()) {
            return Transition.to(state);
        }
        if (!state.runs().setup().equals(state.setup())) {
            return lab.start(lab.asking(state));
        }
        boolean verifies = state.computation().phase() == Phase.READY;
        return verifies ? verify(lab, state, state.runs().number()) : lab.start(state);
    }

    static String askFirst(double seconds) {
        double minutes = Math.ceil(seconds / 60);
        String length = minutes < 120
                ? Words.say("lab.answers.minutes", Numbers.fixed(minutes, 0))
                : Words.say("lab.answers.hours", Numbers.fixed(minutes / 60, 0));
        return Words.say("lab.answers.run-take-about", length);
    }
}
