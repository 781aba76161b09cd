package dynlab.app;

import dynlab.scene.Address;
import dynlab.view.Wording;
import dynlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an event makes of a laboratory's state, and what the page has to do then. Nothing here draws or trains. */
public final class Laboratory {
    private static final int LONGEST_SHOWN = 40;

    private final Catalogue catalogue;

    public Laboratory(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A page that opens.
     *
     * @param file the text of an experiment file that the address's scene was read from; empty if none
     * @param seen whether anybody can see it
     */
    public Turn open(Address first, String file, boolean seen) {
        RunSet runs = RunSet.of(1, new Setup(first.scene(), first.config()));
        LabState state = new LabState(
                plain(first),
                file,
                Computing.of(runs),
                Gaze.at(0, Asked.OPENING),
                Optional.empty(),
                Notices.NONE,
                History.NONE,
                1,
                seen);
        Turn turn = begin(gazing(state, first));
        return turn.in(turn.state().showing(state));
    }

    /** What follows from an event. */
    public Turn on(LabState state, Event event) {
        Turn turn = follows(state, event);
        return turn.in(turn.state().showing(state));
    }

    private Turn follows(LabState state, Event event) {
        if (event instanceof Event.Opened opened) {
            return opened(state, opened);
        }
        return Changes.on(this, state, event)
                .or(() -> Answers.on(this, state, event))
                .or(() -> Glances.on(state, event))
                .orElseThrow(() -> new AssertionError("a new kind of event"));
    }

    private Turn opened(LabState state, Event.Opened event) {
        Address next = event.address();
        boolean other = next.scene() != state.address().scene();
        boolean changed = other || !next.config().equals(state.config());
        int opened = state.opened() + 1;
        LabState now = new LabState(
                plain(next),
                event.file(),
                state.computing(),
                other ? Gaze.at(0, Asked.OPENING).reading(state.gaze().reading()) : state.gaze(),
                other ? Optional.empty() : state.cut(),
                state.notices().keeping(Notice.Of.ADDRESS, opened),
                other
                        ? History.NONE
                        : changed ? state.history().leaving(state.config(), next.config(), "") : state.history(),
                opened,
                state.seen());
        if (now.runs().setup().equals(now.setup())) {
            return Turn.to(gazing(now, next));
        }
        LabState asking = asking(now);
        Turn turn = other ? begin(gazing(asking, next)) : start(gazing(asking, next));
        return state.computing().busy() && !turn.asks() ? turn.also(new Effect.Stop()) : turn;
    }

    /** An address without what is the gaze's. */
    private static Address plain(Address of) {
        return new Address(of.scene(), of.config(), OptionalDouble.empty(), of.look(), List.of())
                .looking("ask", "")
                .looking("hide-future", "")
                .looking("guess", "");
    }

    /** Time, question and guess of an address, and what could not be used of it. */
    private static LabState gazing(LabState state, Address from) {
        RunSet runs = state.runs();
        double opens = from.scene().opensAt(from.config());
        double step = Math.rint(from.time().isPresent() ? from.time().getAsDouble() : opens);
        String ask = from.look().getOrDefault("ask", "");
        Optional<Asked> asked = Asked.parse(ask, runs.world());
        Asked question = asked.orElse(Asked.OPENING);
        Gaze gaze = state.gaze().at(Math.max(0, Math.min(runs.horizon(), step))).asking(question);
        boolean covers = from.look().getOrDefault("hide-future", "").equals("1");
        gaze = covers ? gaze.covered() : gaze.uncovered();
        String guess = from.look().getOrDefault("guess", "");
        if (!guess.isEmpty()) {
            gaze = gaze.guessing(state.guesses().isPresent() ? Asked.OPENING : named(question, runs), guess);
        }
        LabState next = state.with(gaze);
        for (String problem : from.problems()) {
            next = say(next, problem, false, Notice.Of.ADDRESS);
        }
        return ask.isEmpty() || asked.isPresent() ? next : say(next, cannotAsk(ask, runs), false, Notice.Of.ADDRESS);
    }

    /** A question by the names that it has in a world, also where it is the opening one. */
    private static Asked named(Asked question, RunSet runs) {
        var at = question.in(runs.world(), runs.setup().scene());
        return Asked.of(runs.world(), at.item(), at.property());
    }

    private static String cannotAsk(String ask, RunSet runs) {
        String example = Wording.inside(
                runs.world().items().get(0) + ":" + runs.world().properties().get(0));
        String shown = ask.length() > LONGEST_SHOWN ? ask.substring(0, LONGEST_SHOWN) + "…" : ask;
        return Words.say("lab.laboratory.ask-expects-item", example, shown);
    }

    static LabState say(LabState state, String sentence, boolean bad, Notice.Of of) {
        return say(state, sentence, bad, of, "");
    }

    static LabState say(LabState state, String sentence, boolean bad, Notice.Of of, String press) {
        int number = switch (of) {
            case RUNS -> state.runs().number();
            case ADDRESS -> state.opened();
            case PAGE -> 0;
        };
        return state.with(state.notices().saying(sentence, bad, of, number, press));
    }

    /** The runs of the settings on the page take the place of those before. */
    LabState asking(LabState state) {
        RunSet next = RunSet.of(state.runs().number() + 1, state.setup());
        double step = Math.min(state.gaze().step(), next.horizon());
        return state.with(state.computing().asking(next))
                .with(state.notices().keeping(Notice.Of.RUNS, next.number()))
                .with(state.gaze().at(step));
    }

    /** Fetches the recorded run where there may be one; else computes. */
    private Turn begin(LabState state) {
        String scene = state.address().scene().id();
        if (!state.file().isEmpty() || !catalogue.bare(state.address()).equals("scene=" + scene)) {
            return start(state);
        }
        RunSet runs = state.runs();
        return Turn.to(
                state, new Effect.Fetch(runs.number(), scene, runs.companions().size()));
    }

    /** Asks the worker, unless nobody looks or the run is so long that a person has to say so. */
    Turn start(LabState state) {
        Computing computing = state.computing();
        if (!state.seen()) {
            return stopped(state, state.with(computing.waiting(Phase.OPENING)));
        }
        double seconds = state.runs().seconds();
        if (seconds > Answers.LONG_RUN && computing.allowed() != state.runs().number()) {
            LabState asks = state.with(computing.settled(Phase.ASKED));
            return stopped(
                    state,
                    say(asks, Answers.askFirst(seconds), false, Notice.Of.RUNS, Words.say("lab.laboratory.run")));
        }
        return request(state, Phase.RUNNING);
    }

    private static Turn stopped(LabState before, LabState after) {
        return before.computing().busy() ? Turn.to(after, new Effect.Stop()) : Turn.to(after);
    }

    /** Asks the worker, by a number of its own. */
    Turn request(LabState state, Phase phase) {
        Computing next = state.computing().requested(phase);
        Address bare =
                new Address(state.address().scene(), state.config(), OptionalDouble.empty(), Map.of(), List.of());
        return Turn.to(
                state.with(next),
                new Effect.Run(
                        next.request(),
                        catalogue.bare(bare),
                        state.file(),
                        state.runs().companions().size(),
                        state.runs().longestPiece()));
    }
}
