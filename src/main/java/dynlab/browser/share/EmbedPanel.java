package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Menu;
import dynlab.export.EmbedControl;
import dynlab.export.EmbedLook;
import dynlab.export.Snippet;
import dynlab.numeric.Numbers;
import dynlab.scene.Address;
import dynlab.words.Words;
import java.util.OptionalDouble;
import org.teavm.jso.dom.html.HTMLElement;

/** The choices of a figure in somebody's page: size, controls, opening, theme; the figure itself, and the text beside them. */
final class EmbedPanel {
    private static final int LEAST_WIDTH = 300;
    private static final int LEAST_HEIGHT = 150;
    private static final int MOST = 4096;
    /** From this size on the lesson's question has room over the plots. */
    private static final int LESSON_WIDTH = 641;

    private static final int LESSON_HEIGHT = 560;
    private static final int LAST_STEP = 100_000_000;
    private static final String[] THEMES = {"", "light", "dark", "projector"};

    private final Shared shared;
    private final HTMLElement width;
    private final HTMLElement height;
    private final Menu sizes;
    private final HTMLElement opens;
    private final EmbedBoxes settings;
    private final EmbedBoxes pieces;
    private final EmbedPreview preview;
    private final HTMLElement note;
    private final CopyBox code;
    private EmbedSize size = EmbedSize.usual();
    private Snippet host = Snippet.IFRAME;
    private String theme = "";
    private OptionalDouble time;
    private boolean plays;
    private boolean covers;
    private boolean teaches;

    EmbedPanel(Shared shared, HTMLElement panel) {
        this.shared = shared;
        Address now = shared.address();
        time = now.time();
        HTMLElement columns = Dom.make("div", "embed", panel);
        HTMLElement left = Dom.make("div", "embed-look", columns);
        Widgets.head(left, Words.say("share.embed.size"));
        HTMLElement row = Dom.make("div", "row", left);
        width = Widgets.number(row, Words.say("share.embed.width"), LEAST_WIDTH, MOST, this::typedSize);
        Dom.text(Dom.make("span", "", row), "×");
        height = Widgets.number(row, Words.say("share.embed.height"), LEAST_HEIGHT, MOST, this::typedSize);
        sizes = new Menu(
                left,
                "share-size",
                Words.say("share.embed.for"),
                EmbedSize.words(),
                EmbedSize.names(),
                this::chooseSize);
        settings = new EmbedBoxes(
                left, Words.say("share.embed.settings"), EmbedControl.settings(now.scene()), now, this::show);
        pieces = new EmbedBoxes(left, Words.say("share.embed.parts"), EmbedControl.parts(), now, this::show);
        HTMLElement opening = Dom.make("div", "field", left);
        Dom.text(Dom.make("span", "muted", opening), Words.say("share.embed.opens-at"));
        opens = Widgets.number(opening, Words.say("share.embed.opens-at"), 0, LAST_STEP, this::typedTime);
        new Menu(left, "share-theme", Words.say("share.embed.theme"), THEMES, themes(), this::chooseTheme);
        Widgets.box(left, Words.say("share.embed.plays"), false, this::choosePlaying);
        covers = now.look().getOrDefault("hide-future", "").equals("1");
        HTMLElement cover = Widgets.box(left, Words.say("share.embed.covers"), covers, on -> {
            covers = on;
            show();
        });
        Dom.attribute(cover, "data-look", "hide-future");
        teaches = now.look().getOrDefault("lesson", "").equals("1");
        HTMLElement lesson = Widgets.box(left, Words.say("share.embed.lesson"), teaches, on -> {
            teaches = on;
            show();
        });
        Dom.attribute(lesson, "data-look", "lesson");
        HTMLElement right = Dom.make("div", "embed-live", columns);
        Widgets.head(right, Words.say("share.embed.as-a-reader"));
        preview = new EmbedPreview(right, Words.say("share.embed.preview"), this::reached);
        note = Dom.make("p", "cap", right);
        new Menu(
                right,
                "share-host",
                Words.say("share.embed.paste-into"),
                hostWords(),
                EmbedHosts.names(),
                this::chooseHost);
        code = new CopyBox(right, Words.say("share.embed.to-paste"));
        time.ifPresent(at -> Dom.value(opens, Numbers.fixed(at, 0)));
        measured();
    }

    private static String[] themes() {
        return new String[] {
            Words.say("share.embed.theme-auto"),
            Words.say("share.embed.theme-light"),
            Words.say("share.embed.theme-dark"),
            Words.say("share.embed.theme-projector")
        };
    }

    private static String[] hostWords() {
        Snippet[] all = Snippet.values();
        String[] words = new String[all.length];
        for (int k = 0; k < all.length; k++) {
            words[k] = all[k].word();
        }
        return words;
    }

    /** Shows the figure and its text as they are chosen. */
    void show() {
        EmbedLook look = new EmbedLook(
                EmbedBoxes.both(settings.hidden(), pieces.hidden()),
                EmbedBoxes.both(settings.locked(), pieces.locked()),
                theme,
                time,
                plays);
        Address address = look.of(shared.address())
                .looking("hide-future", covers ? "1" : "")
                .looking("lesson", teaches ? "1" : "");
        String query = shared.query(address);
        preview.show(shared.site() + "v1/embed/#" + query);
        code.show(host.write(
                new Snippet.Figure(shared.site(), query, address.scene().title(), size.width(), size.height())));
    }

    private void measured() {
        Dom.value(width, Integer.toString(size.width()));
        Dom.value(height, Integer.toString(size.height()));
        sizes.show(size.word());
        preview.size(size);
    }

    private void chooseSize(String word) {
        size = EmbedSize.of(word).orElse(size);
        measured();
        show();
    }

    private void typedSize() {
        int wide = Math.max(LEAST_WIDTH, Math.min(MOST, Dom.number(width)));
        int high = Math.max(LEAST_HEIGHT, Math.min(MOST, Dom.number(height)));
        size = new EmbedSize(wide, high);
        measured();
        show();
    }

    private void typedTime() {
        time = Dom.value(opens).isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, Math.min(LAST_STEP, Dom.number(opens))));
        time.ifPresent(at -> Dom.value(opens, Numbers.fixed(at, 0)));
        show();
    }

    private void chooseTheme(String chosen) {
        theme = chosen;
        show();
    }

    private void choosePlaying(boolean on) {
        plays = on;
        show();
    }

    private void chooseHost(String word) {
        host = Snippet.of(word).orElse(host);
        show();
    }

    /** The preview tells which controls have a place there. */
    private void reached(String words) {
        boolean allSettings = settings.reached(words);
        boolean allPieces = pieces.reached(words);
        boolean room = size.width() >= LESSON_WIDTH && size.height() >= LESSON_HEIGHT;
        String question = teaches && !room
                ? Words.say("share.embed.lesson-room", Integer.toString(LESSON_WIDTH), Integer.toString(LESSON_HEIGHT))
                : "";
        Dom.text(note, allSettings && allPieces ? question : Words.say("share.embed.no-room") + " " + question);
    }
}
