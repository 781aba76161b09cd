package dynlab.browser.lab;

import dynlab.app.Event;
import dynlab.app.LabState;
import dynlab.browser.dom.Dom;
import dynlab.scene.Guess;
import dynlab.view.Wording;
import dynlab.words.Words;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** Where a reader guesses: what one can say, and what became of it. */
final class GuessBox {
    private final Lab lab;
    private final HTMLElement root = Dom.find("guess");
    private final HTMLElement reply = Dom.find("reply");
    private List<Guess.Choice> offered = List.of();

    GuessBox(Lab lab) {
        this.lab = lab;
    }

    void show(LabState now) {
        Dom.toggle(Dom.find("lab"), "data-guesses", now.guessesLesson());
        String question = Wording.question(
                now.world(), now.asked().property(), now.asked().item());
        Dom.text(
                Dom.find("guess-of"),
                now.guessesLesson() ? Words.say("lab.guess.yours") : Words.say("lab.guess.at-the-end", question));
        if (!now.choices().equals(offered)) {
            offered = now.choices();
            offer();
        }
        Dom.choose(root, now.guess());
        Dom.text(reply, now.reply());
    }

    private void offer() {
        HTMLElement before = root.querySelector(".seg");
        if (before != null) {
            before.delete();
        }
        String[] keys = new String[offered.size()];
        String[] words = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = offered.get(i).key();
            words[i] = offered.get(i).words();
        }
        Dom.segments(root, Words.say("lab.controls.your-guess"), keys, words, this::guess);
    }

    /** Pressed again, a guess is taken back. */
    private void guess(Dom.Event event) {
        boolean taken = "true".equals(event.getTarget().getAttribute("aria-pressed"));
        lab.send(new Event.GuessMade(taken ? "" : Dom.value(event.getTarget())));
    }
}
