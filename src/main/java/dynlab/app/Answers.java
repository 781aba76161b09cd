package dynlab.app;

import dynlab.numeric.Numbers;
import dynlab.scene.Address;
import dynlab.words.Words;
import java.util.Optional;

/** What becomes of what the worker, and the host of the recorded runs, answer. */
final class Answers {
    /** Runs that are thought to take longer than this are asked about first, seconds. */
    static final double LONG_RUN = 60;

    private Answers() {}

    static Optional<Turn> on(Laboratory lab, LabState state, Event event) {
        if (event instanceof Event.Recorded recorded) {
            return Optional.of(recorded(state, recorded));
        } else if (event instanceof Event.NoRecord none) {
            boolean waits = awaits(state, none.number()) && state.runs().story().isEmpty();
            return Optional.of(waits ? lab.start(state) : Turn.to(state));
        } else if (event instanceof Event.VerifyDue due) {
            return Optional.of(verify(lab, state, due.number()));
        } else if (event instanceof Event.Answered answered) {
            return Optional.of(owed(state, answered.request()) ? answered(state, answered) : Turn.to(state));
        } else if (event instanceof Event.Progressed progressed) {
            return Optional.of(Turn.to(owed(state, progressed.request()) ? done(state, progressed.share()) : state));
        } else if (event instanceof Event.Refused refused) {
            return Optional.of(owed(state, refused.request()) ? failed(state, refused.sentence()) : Turn.to(state));
        } else if (event instanceof Event.Cancelled) {
            return Optional.of(cancelled(state));
        } else if (event instanceof Event.Anyway anyway) {
            return Optional.of(anyway(lab, state, anyway.notice()));
        } else if (event instanceof Event.Restarted) {
            String sentence = Words.say("lab.answers.computation-stopped-answering");
            return Optional.of(Turn.to(Laboratory.say(state, sentence, true, Notice.Of.RUNS)));
        } else if (event instanceof Event.Lost lost) {
            LabState now =
                    owed(state, lost.request()) ? state.with(state.computing().settled(Phase.FAILED)) : state;
            return Optional.of(Turn.to(Laboratory.say(now, lost.sentence(), true, Notice.Of.RUNS)));
        } else if (event instanceof Event.Seen seen) {
            return Optional.of(seen(lab, state.seen(seen.now())));
        }
        return Optional.empty();
    }

    /** Whether an answer belongs to what is asked now, by settings that still stand. */
    private static boolean owed(LabState state, int request) {
        return request > 0 && request == state.computing().request();
    }

    private static boolean awaits(LabState state, int number) {
        return number == state.runs().number()
                && !state.computing().busy()
                && state.runs().setup().equals(state.setup());
    }

    private static LabState done(LabState state, double share) {
        return state.with(state.computing().done(Math.max(0, Math.min(1, share))));
    }

    /** Runs with more of them; the cursor, which may have followed those before, stays within these. */
    private static LabState having(LabState state, RunSet more) {
        Gaze gaze = state.gaze();
        double within = more.story().isPresent() ? Math.min(gaze.step(), more.horizon()) : gaze.step();
        return state.with(state.computing().having(more)).with(gaze.at(within));
    }

    private static Turn recorded(LabState state, Event.Recorded event) {
        RunSet runs = state.runs();
        boolean wanted = event.number() == runs.number() && state.computing().phase() == Phase.OPENING;
        boolean beside = event.number() == runs.number()
                && event.run() > 0
                && event.run() < runs.parts().size()
                && runs.parts().get(event.run()).isEmpty();
        if (!(event.run() == 0 ? wanted : beside)) {
            return Turn.to(state);
        }
        RunSet more = runs.taking(event.run(), event.result(), true, true);
        LabState next = having(state, more);
        if (event.run() > 0) {
            return Turn.to(next);
        }
        LabState settled = next.with(next.computing().settled(Phase.READY));
        return Turn.to(
                settled,
                new Effect.Settled(),
                new Effect.VerifySoon(runs.number()),
                new Effect.Announce(Spoken.finished(settled)));
    }

    /** Computes what is shown already. */
    private static Turn verify(Laboratory lab, LabState state, int number) {
        if (!awaits(state, number) || state.computing().phase() != Phase.READY) {
            return Turn.to(state);
        }
        return state.seen()
                ? lab.request(state, Phase.VERIFYING)
                : Turn.to(state.with(state.computing().waiting(Phase.READY)));
    }

    private static Turn answered(LabState state, Event.Answered event) {
        boolean verifying = state.computing().phase() == Phase.VERIFYING;
        LabState now = done(state, event.share());
        boolean empty = event.result().trajectory().count() < 1;
        if (empty || verifying && !event.whole()) {
            return Turn.to(now);
        }
        RunSet more = now.runs().taking(event.run(), event.result(), event.whole(), false);
        LabState next = having(now, more);
        if (!event.whole()) {
            return Turn.to(next);
        }
        if (event.run() == 0) {
            next = compare(next);
        }
        next = next.with(next.computing().oneLess());
        if (next.computing().due() > 0) {
            return Turn.to(next);
        }
        LabState settled = next.with(next.computing().settled(Phase.READY));
        Turn turn = Turn.to(settled, new Effect.Settled());
        return verifying || settled.stale() ? turn : turn.also(new Effect.Announce(Spoken.finished(settled)));
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

    private static Turn failed(LabState state, String sentence) {
        LabState next = state.with(state.computing().settled(Phase.FAILED));
        return Turn.to(
                Laboratory.say(next, Words.say("lab.answers.could-not-run", sentence), true, Notice.Of.RUNS),
                new Effect.Stop());
    }

    private static Turn cancelled(LabState state) {
        if (!state.computing().busy()) {
            return Turn.to(state);
        }
        boolean verifying = state.computing().phase() == Phase.VERIFYING;
        LabState next = state.with(state.computing().settled(verifying ? Phase.READY : Phase.STOPPED));
        String sentence = next.stale()
                ? Words.say("lab.answers.stopped-before-anything")
                : Words.say("lab.answers.stopped-shown-far");
        return Turn.to(verifying ? next : Laboratory.say(next, sentence, false, Notice.Of.RUNS), new Effect.Stop());
    }

    private static Turn anyway(Laboratory lab, LabState state, int id) {
        for (Notice notice : state.notices().all()) {
            boolean asks = notice.id() == id && !notice.press().isEmpty();
            if (asks && awaits(state, notice.number())) {
                LabState next = state.with(state.notices().dismissing(id));
                return lab.start(next.with(next.computing().allowing()));
            }
        }
        return Turn.to(state);
    }

    private static Turn seen(Laboratory lab, LabState state) {
        if (!state.seen() || !state.computing().unseen()) {
            return Turn.to(state);
        }
        if (!state.runs().setup().equals(state.setup())) {
            return lab.start(lab.asking(state));
        }
        boolean verifies = state.computing().phase() == Phase.READY;
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
