package dynlab.app;

import dynlab.scene.Guess;
import dynlab.view.RunView;
import java.util.Optional;

/** What becomes of where the reader looks, and of what is said over the page. */
final class Glances {
    private Glances() {}

    static Optional<Turn> on(LabState state, Event event) {
        Gaze gaze = state.gaze();
        if (event instanceof Event.Sought sought) {
            return Optional.of(sought(state, sought.step()));
        } else if (event instanceof Event.Question question) {
            return Optional.of(asked(state, question));
        } else if (event instanceof Event.Guessed guessed) {
            String word = guessed.word();
            boolean known =
                    word.isEmpty() || Guess.choice(state.choices(), word).isPresent();
            LabState next = known ? state.with(gaze.guessing(state.guessing(), word)) : state;
            return Optional.of(Turn.to(next, new Effect.Write(false)));
        } else if (event instanceof Event.Uncovered) {
            return Optional.of(Turn.to(state.with(gaze.uncovered()), new Effect.Write(false)));
        } else if (event instanceof Event.Read read) {
            return Optional.of(Turn.to(state.with(gaze.reading(read.what()))));
        } else if (event instanceof Event.Layer layer) {
            return Optional.of(Turn.to(state.with(gaze.layer(Math.max(-1, layer.which())))));
        } else if (event instanceof Event.Alike alike) {
            return Optional.of(Turn.to(state.with(gaze.alike(alike.by()))));
        } else if (event instanceof Event.Pointed pointed) {
            return Optional.of(Turn.to(state.with(gaze.pointing(pointed.at()))));
        } else if (event instanceof Event.Look look) {
            return Optional.of(
                    Turn.to(state.with(state.address().looking(look.key(), look.value())), new Effect.Write(false)));
        } else if (event instanceof Event.Said said) {
            return Optional.of(Turn.to(Laboratory.say(state, said.sentence(), said.bad(), said.of())));
        } else if (event instanceof Event.Dismissed dismissed) {
            return Optional.of(Turn.to(state.with(state.notices().dismissing(dismissed.notice()))));
        }
        return Optional.empty();
    }

    private static Turn sought(LabState state, double step) {
        Optional<RunView> story = state.story();
        if (story.isEmpty() || Double.isNaN(step)) {
            return Turn.to(state);
        }
        double within = Math.max(0, Math.min(story.get().horizon(), step));
        return within == state.gaze().step()
                ? Turn.to(state)
                : Turn.to(state.with(state.gaze().at(within)), new Effect.Write(false));
    }

    /** A question that the world on screen does not have is none. */
    private static Turn asked(LabState state, Event.Question question) {
        Asked asked = Asked.of(state.world(), question.item(), question.property());
        if (asked.equals(Asked.OPENING)) {
            return Turn.to(state);
        }
        LabState next = state.with(state.gaze().asking(asked));
        return Turn.to(next, new Effect.Write(false), new Effect.Announce(Spoken.now(next)));
    }
}
