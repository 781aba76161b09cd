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
    public Transition<LabState, Effect> open(Address first, String file, boolean seen) {
        RunSet runs = RunSet.of(1, new Setup(first.scene(), first.config()));
        LabState state = new LabState(
                plain(first),
                file,
                Computation.of(runs),
                ViewState.at(0, QuestionChoice.OPENING),
                Optional.empty(),
                Notices.NONE,
                UndoHistory.NONE,
                1,
                seen);
        Transition<LabState, Effect> transition = begin(viewing(state, first));
        return transition.in(transition.state().showing(state));
    }

    /** What follows from an event. */
    public Transition<LabState, Effect> on(LabState state, Event event) {
        Transition<LabState, Effect> transition = follows(state, event);
        return transition.in(transition.state().showing(state));
    }

    private Transition<LabState, Effect> follows(LabState state, Event event) {
        if (event instanceof Event.AddressOpened opened) {
            return opened(state, opened);
        }
        return SettingsReducer.on(this, state, event)
                .or(() -> RunReducer.on(this, state, event))
                .or(() -> ViewReducer.on(state, event))
                .orElseThrow(() -> new AssertionError("a new kind of event"));
    }

    private Transition<LabState, Effect> opened(LabState state, Event.AddressOpened event) {
        Address next = event.address();
        boolean other = next.scene() != state.address().scene();
        boolean changed = other || !next.config().equals(state.config());
        int opened = state.opened() + 1;
        LabState now = new LabState(
                plain(next),
                event.file(),
                state.computation(),
                other
                        ? ViewState.at(0, QuestionChoice.OPENING)
                                .reading(state.view().reading())
                        : state.view(),
                other ? Optional.empty() : state.cut(),
                state.notices().keeping(Notice.Of.ADDRESS, opened),
                other
                        ? UndoHistory.NONE
                        : changed ? state.history().leaving(state.config(), next.config(), "") : state.history(),
                opened,
                state.seen());
        if (now.runs().setup().equals(now.setup())) {
            return Transition.to(viewing(now, next));
        }
        LabState asking = asking(now);
        Transition<LabState, Effect> transition = other ? begin(viewing(asking, next)) : start(viewing(asking, next));
        return stopping(state, transition);
    }

    /** What was computed before is given up, unless another run takes its place. */
    static Transition<LabState, Effect> stopping(LabState before, Transition<LabState, Effect> transition) {
        boolean asks = transition.effects().stream().anyMatch(effect -> effect instanceof Effect.Run);
        return before.computation().busy() && !asks ? transition.also(new Effect.Stop()) : transition;
    }

    /** An address without what is the view's. */
    private static Address plain(Address of) {
        return new Address(of.scene(), of.config(), OptionalDouble.empty(), of.look(), List.of())
                .looking("ask", "")
                .looking("hide-future", "")
                .looking("guess", "");
    }

    /** Time, question and guess of an address, and what could not be used of it. */
    private static LabState viewing(LabState state, Address from) {
        RunSet runs = state.runs();
        double opens = from.scene().opensAt(from.config());
        double step = Math.rint(from.time().isPresent() ? from.time().getAsDouble() : opens);
        String ask = from.look().getOrDefault("ask", "");
        Optional<QuestionChoice> asked = QuestionChoice.parse(ask, runs.world());
        QuestionChoice question = asked.orElse(QuestionChoice.OPENING);
        ViewState view =
                state.view().at(Math.max(0, Math.min(runs.horizon(), step))).asking(question);
        boolean covers = from.look().getOrDefault("hide-future", "").equals("1");
        view = covers ? view.covered() : view.uncovered();
        String guess = from.look().getOrDefault("guess", "");
        if (!guess.isEmpty()) {
            view = view.guessing(state.guesses().isPresent() ? QuestionChoice.OPENING : named(question, runs), guess);
        }
        LabState next = state.with(view);
        for (String problem : from.problems()) {
            next = say(next, problem, false, Notice.Of.ADDRESS);
        }
        return ask.isEmpty() || asked.isPresent() ? next : say(next, cannotAsk(ask, runs), false, Notice.Of.ADDRESS);
    }

    /** A question by the names that it has in a world, also where it is the opening one. */
    private static QuestionChoice named(QuestionChoice question, RunSet runs) {
        var at = question.in(runs.world(), runs.setup().scene());
        return QuestionChoice.of(runs.world(), at.item(), at.property());
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
        double step = Math.min(state.view().step(), next.horizon());
        return state.with(state.computation().asking(next))
                .with(state.notices().keeping(Notice.Of.RUNS, next.number()))
                .with(state.view().at(step));
    }

    /** Fetches the recorded run where there may be one; else computes. */
    private Transition<LabState, Effect> begin(LabState state) {
        String scene = state.address().scene().id();
        if (!state.file().isEmpty() || !catalogue.bare(state.address()).equals("scene=" + scene)) {
            return start(state);
        }
        RunSet runs = state.runs();
        return Transition.to(
                state, new Effect.Fetch(runs.number(), scene, runs.companions().size()));
    }

    /** Asks the worker, unless nobody looks or the run is so long that a person has to say so. */
    Transition<LabState, Effect> start(LabState state) {
        Computation computation = state.computation();
        if (!state.seen()) {
            return stopped(state, state.with(computation.waiting(Phase.OPENING)));
        }
        double seconds = state.runs().seconds();
        if (seconds > RunReducer.LONG_RUN
                && computation.allowed() != state.runs().number()) {
            LabState asks = state.with(computation.settled(Phase.ASKED));
            return stopped(
                    state,
                    say(asks, RunReducer.askFirst(seconds), false, Notice.Of.RUNS, Words.say("lab.laboratory.run")));
        }
        return request(state, Phase.RUNNING);
    }

    private static Transition<LabState, Effect> stopped(LabState before, LabState after) {
        return before.computation().busy() ? Transition.to(after, new Effect.Stop()) : Transition.to(after);
    }

    /** Asks the worker, by a number of its own. */
    Transition<LabState, Effect> request(LabState state, Phase phase) {
        Computation next = state.computation().requested(phase);
        Address bare =
                new Address(state.address().scene(), state.config(), OptionalDouble.empty(), Map.of(), List.of());
        return Transition.to(
                state.with(next),
                new Effect.Run(
                        next.request(),
                        catalogue.bare(bare),
                        state.file(),
                        state.runs().companions().size(),
                        state.runs().longestPiece()));
    }
}
