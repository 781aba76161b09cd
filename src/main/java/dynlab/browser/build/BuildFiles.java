package dynlab.browser.build;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.PackedText;
import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.drawing.GateSearch;
import dynlab.experiment.Refused;
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
                        refuse("The link holds no network that can be drawn: " + refused.line(), without);
                    }
                },
                why -> refuse("The link " + why + ", so it is not opened.", without));
    }

    private void refuse(String words, Runnable without) {
        builder.notice(words);
        builder.say(words);
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
        Dom.on(Dom.find("save"), "click", e -> save(file(), "network.json"));
        HTMLElement picker = Dom.find("picker");
        Dom.on(Dom.find("open"), "click", e -> picker.click());
        Dom.on(picker, "change", e -> pick(picker, this::take));
        drop(Dom.find("build"), this::take);
        Dom.onWindow("hashchange", e -> {
            if (linked() && !packed().equals(written)) {
                fromAddress(d -> builder.open(d, "Opened the network of the link"), () -> {});
            }
        });
    }

    /** The file of what is drawn. */
    String file() {
        return DrawingFile.write(builder.drawing(), builder.run().aligned(), builder.decimals());
    }

    private void share() {
        if (builder.drawing().nodes().isEmpty()) {
            builder.say("There is nothing to share yet.");
            builder.notices().brief("There is nothing to share yet.");
            return;
        }
        PackedText.pack(file(), this::share, () -> said("This browser cannot make links. Save it as a file instead."));
    }

    private void share(String code) {
        if (code.length() > LONGEST_LINK) {
            said("This network is too large for a link. Save it as a file instead.");
            return;
        }
        written = code;
        Dom.replaceAddress(KEY + code);
        Dom.copy(Dom.href(), () -> said("Link copied."), () -> said("The link is in the address bar."));
    }

    /** Opens the drawing in the lab, where the gates of its ReLU layers are sought; the way back leads to the drawing. */
    void seek() {
        Optional<String> obstacle = GateSearch.obstacle(builder.drawing());
        if (obstacle.isPresent()) {
            said(obstacle.get());
            return;
        }
        PackedText.pack(
                GateSearch.file(builder.drawing(), builder.decimals()),
                code -> {
                    if (code.length() > LONGEST_LINK) {
                        said("This network is too large for a link to the lab.");
                        return;
                    }
                    written = code;
                    Dom.replaceAddress(KEY + code);
                    Dom.leave("../lab/#" + KEY + code);
                },
                () -> said("This browser cannot make links, so the lab cannot be given this network."));
    }

    private void said(String words) {
        builder.say(words);
        builder.notices().brief(words);
    }

    private void take(String text, String name) {
        if (text.isEmpty()) {
            builder.notice(name + " could not be read, or is empty. Nothing is lost.");
            return;
        }
        try {
            builder.open(DrawingFile.read(text, builder.decimals()), "Opened " + name);
        } catch (Refused refused) {
            String words = name + " was not opened: " + refused.line() + ". Nothing is lost.";
            builder.notice(words);
            builder.say(words);
        }
    }

    @JSBody(script = "return location.hash.slice(1);")
    private static native String hash();

    @JSBody(
            params = {"text", "name"},
            script = "var url = URL.createObjectURL(new Blob([text], {type: 'application/json'}));"
                    + " var a = document.createElement('a'); a.href = url; a.download = name; a.click();"
                    + " setTimeout(function() { URL.revokeObjectURL(url); }, 1000);")
    private static native void save(String text, String name);

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
