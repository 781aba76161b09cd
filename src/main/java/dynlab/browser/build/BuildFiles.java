package dynlab.browser.build;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Download;
import dynlab.browser.dom.PackedText;
import dynlab.browser.dom.Sharing;
import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.drawing.GateSearch;
import dynlab.experiment.Refused;
import dynlab.words.Phrase;
import dynlab.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** How a drawing comes in and goes out: link, file, drag and drop. What comes in is hostile until it has been read. */
final class BuildFiles {
    private static final String KEY = "x=";
    /** Longer addresses do not survive every mail program and server. */
    private static final int LONGEST_LINK = 60_000;

    private final Builder builder;
    private String written = "";

    @JSFunctor
    private interface Text extends JSObject {
        void arrived(String text, String name);
    }

    BuildFiles(Builder builder) {
        this.builder = builder;
    }

    /** Whether the address of the page brings a drawing. */
    static boolean linked() {
        return !packed().isEmpty();
    }

    /**
     * Unpacks the drawing in the address, which takes a moment.
     *
     * @param use gets it
     * @param without what to do if there is no sound one
     */
    void fromAddress(Consumer<Drawing> use, Runnable without) {
        written = packed();
        PackedText.unpack(
                written,
                text -> {
                    try {
                        use.accept(DrawingFile.read(text, builder.decimals()));
                    } catch (Refused refused) {
                        refuse(Words.say("build.build-files.link-holds-no", refused.line()), without);
                    }
                },
                why -> refuse(Words.say("build.build-files.link-not-opened", why), without));
    }

    private void refuse(String words, Runnable without) {
        builder.notice(words);
        without.run();
    }

    private static String packed() {
        String hash = hash();
        int at = hash.startsWith(KEY) ? 0 : hash.indexOf("&" + KEY) + 1;
        if (at == 0 && !hash.startsWith(KEY)) {
            return "";
        }
        int end = hash.indexOf('&', at);
        return hash.substring(at + KEY.length(), end < 0 ? hash.length() : end);
    }

    void wire() {
        Dom.on(Dom.find("share"), "click", e -> share());
        Dom.on(Dom.find("save"), "click", e -> Download.text("network.json", "application/json", file()));
        HTMLElement picker = Dom.find("picker");
        Dom.on(Dom.find("open"), "click", e -> picker.click());
        Dom.on(picker, "change", e -> pick(picker, this::take));
        drop(Dom.find("build"), this::take);
        Dom.onWindow("hashchange", e -> {
            if (linked() && !packed().equals(written)) {
                fromAddress(d -> builder.open(d, Words.say("build.build-files.opened-network-link")), () -> {});
            }
        });
    }

    /** The file of what is drawn. */
    String file() {
        return DrawingFile.write(builder.drawing(), builder.run().aligned(), builder.decimals());
    }

    private void share() {
        if (builder.drawing().nodes().isEmpty()) {
            builder.brief(Words.say("build.build-files.nothing-share-yet"));
            return;
        }
        String file = file();
        PackedText.pack(file, code -> share(file, code), () -> Sharing.ask("", file));
    }

    private void share(String file, String code) {
        if (code.length() > LONGEST_LINK) {
            Sharing.ask("", file);
            return;
        }
        written = code;
        Dom.replaceAddress(KEY + code);
        Sharing.ask(Dom.href(), file);
    }

    /** Opens the drawing in the lab, where the gates of its ReLU layers are sought; the way back leads to the drawing. */
    void seek() {
        Optional<Phrase> obstacle = GateSearch.obstacle(builder.drawing());
        if (obstacle.isPresent()) {
            builder.brief(Words.say(obstacle.get()));
            return;
        }
        PackedText.pack(
                GateSearch.file(builder.drawing(), builder.decimals()),
                code -> {
                    if (code.length() > LONGEST_LINK) {
                        builder.brief(Words.say("build.build-files.network-too-large-link"));
                        return;
                    }
                    written = code;
                    Dom.replaceAddress(KEY + code);
                    Dom.leave("../lab/#" + KEY + code);
                },
                () -> builder.brief(Words.say("build.build-files.browser-cannot-make-links")));
    }

    private void take(String text, String name) {
        if (text.isEmpty()) {
            builder.notice(Words.say("build.build-files.could-not-read", name));
            return;
        }
        try {
            builder.open(DrawingFile.read(text, builder.decimals()), Words.say("build.build-files.opened", name));
        } catch (Refused refused) {
            String words = Words.say("build.build-files.not-opened-nothing", name, refused.line());
            builder.notice(words);
        }
    }

    @JSBody(script = "return location.hash.slice(1);")
    private static native String hash();

    @JSBody(
            params = {"input", "listener"},
            script =
                    "var file = input.files[0]; if (!file) { return; } input.value = '';"
                            + " if (file.size > 16777216) { listener('', file.name); return; }"
                            + " file.text().then(function(t) { listener(t, file.name); }, function() { listener('', file.name); });")
    private static native void pick(HTMLElement input, Text listener);

    @JSBody(
            params = {"element", "listener"},
            script =
                    "element.addEventListener('dragover', function(e) { e.preventDefault(); });"
                            + " element.addEventListener('drop', function(e) { e.preventDefault();"
                            + " var file = e.dataTransfer && e.dataTransfer.files[0]; if (!file) { return; }"
                            + " if (file.size > 16777216) { listener('', file.name); return; }"
                            + " file.text().then(function(t) { listener(t, file.name); }, function() { listener('', file.name); }); });")
    private static native void drop(HTMLElement element, Text listener);
}
