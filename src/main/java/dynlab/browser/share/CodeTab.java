package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Download;
import dynlab.export.Language;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The run as a program that makes it anew and checks itself against it. */
final class CodeTab implements ShareTab {
    private final Shared shared;
    private final Taker taker;

    CodeTab(Shared shared, Taker taker) {
        this.shared = shared;
        this.taker = taker;
    }

    @Override
    public String id() {
        return "code";
    }

    @Override
    public String name() {
        return Words.say("share.code.code");
    }

    @Override
    public void closed() {
        taker.stop();
    }

    @Override
    public void fill(HTMLElement panel) {
        new Panel(panel).write("numpy");
    }

    /** The program, in the language that is pressed. */
    private final class Panel {
        private final HTMLElement languages;
        private final HTMLElement promise;
        private final Waiting waiting;
        private final HTMLElement made;
        private final CopyBox box;
        private Language language = Language.NUMPY;
        private String text = "";

        Panel(HTMLElement parent) {
            Language[] all = Language.values();
            String[] words = new String[all.length];
            for (int k = 0; k < all.length; k++) {
                words[k] = all[k].word();
            }
            String[] names = {
                Words.say("share.code.numpy"),
                Words.say("share.code.pytorch"),
                Words.say("share.code.java"),
                Words.say("share.code.notebook")
            };
            languages = Dom.segments(
                    parent, Words.say("share.code.language"), words, names, e -> write(Dom.value(e.getTarget())));
            waiting = new Waiting(parent);
            made = Dom.make("div", "program", parent);
            promise = Dom.make("p", "", made);
            box = new CopyBox(made, Words.say("share.code.program"));
            Widgets.button(made, "btn line", Words.say("share.numbers.save"), this::save);
        }

        void write(String word) {
            language = Language.of(word).orElse(language);
            Dom.choose(languages, language.word());
            made.setHidden(true);
            waiting.begin();
            taker.take(language.word(), this::written, waiting::refuse);
        }

        private void written(Answer answer) {
            waiting.end();
            made.setHidden(false);
            text = answer.getText();
            box.show(text);
            Dom.text(promise, promise(answer));
        }

        private void save() {
            String type = language == Language.NOTEBOOK ? "application/json" : "text/plain";
            String name = language == Language.JAVA
                    ? "Main"
                    : "dynlab-" + shared.address().scene().id();
            Download.text(name + "." + language.ending(), type, text);
        }
    }

    private static String promise(Answer answer) {
        if (answer.getTrusted() < 0) {
            return Words.say("share.code.asserts");
        }
        String until = Integer.toString(answer.getTrusted());
        return answer.isSaddle() ? Words.say("share.code.saddle", until) : Words.say("share.code.rounding", until);
    }
}
