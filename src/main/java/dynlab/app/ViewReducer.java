package dynlab.app;

import dynlab.scene.Guess;
import dynlab.view.RunView;
import java.util.Optional;

/** What becomes of where the reader looks, and of what is said over the page. */
final class ViewReducer {
    private ViewReducer() {}

    static Optional<Transition<LabState, Effect>> on(LabState state, Event event) {
        ViewState view = state.view();
        if (event instanceof Event.CursorMoved sought) {
            return Optional.of(sought(state, sought.step()));
        } else if (event instanceof Event.QuestionChosen question) {
            return Optional.of(asked(state, question));
        } else if (event instanceof Event.GuessMade guessed) {
            String word = guessed.word();
            boolean known =
                    word.isEmpty() || Guess.choice(state.choices(), word).isPresent();
            LabState next = known ? state.with(view.guessing(state.guessing(), word)) : state;
            return Optional.of(Transition.to(next, new Effect.Write(false)));
        } else if (event instanceof Event.FutureUncovered) {
            return Optional.of(Transition.to(state.with(view.uncovered()), new Effect.Write(false)));
        } else if (event instanceof Event.ReadingChosen read) {
            return Optional.of(Transition.to(state.with(view.reading(read.what()))));
        } else if (event instanceof Event.LayerChosen layer) {
            return Optional.of(Transition.to(state.with(view.layer(Math.max(-1, layer.which())))));
        } else if (event instanceof Event.LikenessChosen alike) {
            return Optional.of(Transition.to(state.with(view.alike(alike.by()))));
        } else if (event instanceof Event.PointerMoved pointed) {
            return Optional.of(Transition.to(state.with(view.pointing(pointed.at()))));
        } else if (event instanceof Event.LookChosen look) {
            return Optional.of(Transition.to(
                    state.with(state.address().looking(look.key(), look.value())), new Effect.Write(false)));
        } else if (event instanceof Event.NoticeRaised said) {
            return Optional.of(Transition.to(Laboratory.say(state, said.sentence(), said.bad(), said.of())));
        } else if (event instanceof Event.NoticeDismissed dismissed) {
            return Optional.of(Transition.to(state.with(state.notices().dismissing(dismissed.notice()))));
        }
        return Optional.empty();
    }

    private static Transition<LabState, Effect> sought(LabState state, double step) {
        Optional<RunView> story = state.story();
        if (story.isEmpty() || Double.isNaN(step)) {
            return Transition.to(state);
        }
        double within = Math.max(0, Math.min(story.get().horizon(), step));
        return within == state.view().step()
                ? Transition.to(state)
                : Transition.to(state.with(state.view().at(within)), new Effect.Write(false));
    }

    /** A question that the world on screen does not have is none. */
    private static Transition<LabState, Effect> asked(LabState state, Event.QuestionChosen question) {
        QuestionChoice asked = QuestionChoice.of(state.world(), question.item(), question.property());
        if (asked.equals(QuestionChoice.OPENING)) {
            return Transition.to(state);
        }
        LabState next = state.with(state.view().asking(asked));
        return Transition.to(next, new Effect.Write(false), new Effect.Announce(SpokenText.now(next)));
    }
}
