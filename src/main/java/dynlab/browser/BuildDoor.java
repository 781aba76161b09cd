package dynlab.browser;

import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.experiment.Refused;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** How a drawing comes in and goes out: link, file, drag and drop. What comes in is hostile until it has been read. */
final class BuildDoor {
    private static final String KEY = "x=";

    private final Builder builder;
    private String written = "";

    @JSFunctor
    private interface Text extends JSObject {
        void arrived(String text, String name);
    }

    BuildDoor(Builder builder) {
        this.builder = builder;
    }

    /** The drawing in the address of the page, if there is a sound one. */
    Optional<Drawing> fromAddress() {
        String packed = packed();
        written = packed;
        if (packed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DrawingFile.read(unpack(packed), builder.decimals()));
        } catch (Refused refused) {
            builder.notices().say("The link holds no network that can be drawn: " + refused.line(), true);
            return Optional.empty();
        }
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
            if (!packed().equals(written)) {
                written = packed();
                fromAddress().ifPresent(d -> builder.open(d, "Opened the network of the link"));
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
        written = pack(file());
        Dom.replaceAddress(KEY + written);
        Dom.copy(Dom.href(), () -> said("Link copied."), () -> said("The link is in the address bar."));
    }

    private void said(String words) {
        builder.say(words);
        builder.notices().brief(words);
    }

    private void take(String text, String name) {
        if (text.isEmpty()) {
            builder.notices().say(name + " could not be read, or is empty. Nothing is lost.", true);
            return;
        }
        try {
            builder.open(DrawingFile.read(text, builder.decimals()), "Opened " + name);
        } catch (Refused refused) {
            String words = name + " was not opened: " + refused.line() + ". Nothing is lost.";
            builder.notices().say(words, true);
            builder.say(words);
        }
    }

    private static String pack(String text) {
        return encode(text);
    }

    private static String unpack(String packed) {
        return decode(packed);
    }

    @JSBody(script = "return location.hash.slice(1);")
    private static native String hash();

    @JSBody(params = "text", script = "return encodeURIComponent(text);")
    private static native String encode(String text);

    @JSBody(params = "text", script = "try { return decodeURIComponent(text); } catch (e) { return text; }")
    private static native String decode(String text);

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
