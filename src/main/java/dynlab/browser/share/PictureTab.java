package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Download;
import dynlab.browser.dom.Menu;
import dynlab.words.Words;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** One view of the run as a picture with its caption, as lines or as pixels. */
final class PictureTab implements ShareTab {
    private static final String[] PALETTES = {"light", "dark", "projector", "paper"};

    private final Shared shared;
    private final Taker taker;

    PictureTab(Shared shared, Taker taker) {
        this.shared = shared;
        this.taker = taker;
    }

    @Override
    public String id() {
        return "picture";
    }

    @Override
    public String name() {
        return Words.say("share.picture.picture");
    }

    @Override
    public void fill(HTMLElement panel) {
        new Panel(shared, taker, panel).draw();
    }

    @Override
    public void closed() {
        taker.stop();
    }

    /** The choices and the picture. */
    private static final class Panel {
        private static final int LEAST_WIDTH = 240;
        private static final int LEAST_HEIGHT = 120;
        private static final int MOST = 4096;

        private final Shared shared;
        private final Taker taker;
        private final HTMLElement width;
        private final HTMLElement height;
        private final Menu views;
        private final HTMLElement picture;
        private final HTMLElement buttons;
        private final Waiting waiting;
        private String view = "";
        private String palette;
        private String svg = "";
        private boolean named;

        Panel(Shared shared, Taker taker, HTMLElement parent) {
            this.shared = shared;
            this.taker = taker;
            String theme = shared.address().look().getOrDefault("theme", "light");
            palette = theme.equals("auto") ? "light" : theme;
            HTMLElement row = Dom.make("div", "choices", parent);
            views = new Menu(
                    row, "share-view", Words.say("share.picture.what"), new String[0], new String[0], this::chooseView);
            Menu palettes =
                    new Menu(row, "share-palette", Words.say("share.picture.colours"), PALETTES, names(), this::dress);
            palettes.show(palette);
            HTMLElement size = Dom.make("div", "field", row);
            Dom.text(Dom.make("span", "muted", size), Words.say("share.picture.size"));
            width = Widgets.number(size, Words.say("share.embed.width"), LEAST_WIDTH, MOST, this::draw);
            Dom.text(Dom.make("span", "", size), "×");
            height = Widgets.number(size, Words.say("share.picture.height"), LEAST_HEIGHT, MOST, this::draw);
            Dom.value(width, "720");
            Dom.value(height, "360");
            buttons = Dom.make("div", "row saves", parent);
            Widgets.button(buttons, "btn primary", Words.say("share.picture.svg"), this::saveLines);
            for (int scale : new int[] {1, 2, 4}) {
                HTMLElement button = Widgets.button(
                        buttons,
                        "btn line",
                        Words.say("share.picture.png", Integer.toString(scale)),
                        () -> savePixels(scale));
                Dom.attribute(button, "data-scale", Integer.toString(scale));
            }
            waiting = new Waiting(parent);
            HTMLElement room = Dom.make("div", "picture-room", parent);
            Dom.attribute(room, "tabindex", "0");
            Dom.attribute(room, "role", "group");
            Dom.attribute(room, "aria-label", Words.say("share.picture.preview"));
            picture = Dom.make("img", "", room);
            Dom.attribute(picture, "alt", "");
        }

        private static String[] names() {
            return new String[] {
                Words.say("share.embed.theme-light"),
                Words.say("share.embed.theme-dark"),
                Words.say("share.embed.theme-projector"),
                Words.say("share.picture.printed")
            };
        }

        private void chooseView(String id) {
            view = id;
            draw();
        }

        private void dress(String name) {
            palette = name;
            draw();
        }

        private static int within(HTMLElement field, int least) {
            int size = Math.max(least, Math.min(MOST, Dom.number(field)));
            Dom.value(field, Integer.toString(size));
            return size;
        }

        void draw() {
            waiting.begin();
            buttons.setHidden(true);
            taker.picture(
                    view,
                    palette,
                    within(width, LEAST_WIDTH),
                    within(height, LEAST_HEIGHT),
                    this::drawn,
                    waiting::refuse);
        }

        private void drawn(Answer answer) {
            waiting.end();
            if (!named) {
                Menu.fill(views.select(), answer.getIds(), answer.getTitles());
                view = answer.getIds()[0];
                named = true;
            }
            svg = answer.getText();
            show(picture, svg);
            buttons.setHidden(false);
        }

        private String file() {
            return "dynlab-" + shared.address().scene().id() + "-" + view;
        }

        private void saveLines() {
            Download.text(file() + ".svg", "image/svg+xml", svg);
        }

        private void savePixels(int scale) {
            pixels(
                    picture,
                    scale,
                    blob -> Download.blob(file() + "-" + scale + "x.png", blob),
                    () -> waiting.refuse(Words.say("share.picture.too-large")));
        }
    }

    /** Its words are what the picture's own text says to those who do not see it. */
    @JSBody(
            params = {"image", "svg"},
            script = "image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);"
                    + " var root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;"
                    + " image.alt = root.getAttribute('aria-label') || root.textContent; image.dataset.svg = svg;")
    static native void show(HTMLElement image, String svg);

    @JSBody(
            params = {"image", "scale", "drawn", "cannot"},
            script = "var canvas = document.createElement('canvas');"
                    + " canvas.width = image.naturalWidth * scale; canvas.height = image.naturalHeight * scale;"
                    + " canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);"
                    + " canvas.toBlob(function(blob) { if (blob) { drawn(blob); } else { cannot(); } }, 'image/png');")
    private static native void pixels(HTMLElement image, int scale, Drawn drawn, Dom.Action cannot);

    @JSFunctor
    private interface Drawn extends JSObject {
        void pixels(JSObject blob);
    }
}
