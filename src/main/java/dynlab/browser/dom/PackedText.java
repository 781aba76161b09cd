package dynlab.browser.dom;

import dynlab.words.Words;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** A text as a link carries it: its UTF-8, deflated without a header, in the letters of base64url. */
public final class PackedText {
    /** Bytes that a link may unfold to. A link is hostile input: a few letters may stand for gigabytes. */
    static final int LONGEST = 16 * 1024 * 1024;

    private PackedText() {}

    /** Gets a text. */
    @JSFunctor
    public interface Use extends JSObject {
        void of(String text);
    }

    /** Packs a text, later; nothing comes where the browser cannot. */
    @JSBody(
            params = {"text", "use", "cannot"},
            script = "try { var packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));"
                    + " new Response(packed).arrayBuffer().then(function(buffer) {"
                    + "   var bytes = new Uint8Array(buffer); var letters = [];"
                    + "   for (var i = 0; i < bytes.length; i += 8192) {"
                    + "     letters.push(String.fromCharCode.apply(null, bytes.subarray(i, i + 8192))); }"
                    + "   use(btoa(letters.join('')).split('+').join('-').split('/').join('_').split('=').join(''));"
                    + " }).then(null, function() { cannot(); }); } catch (e) { cannot(); }")
    public static native void pack(String text, Use use, Dom.Action cannot);

    /**
     * Unpacks a link, later.
     *
     * @param code what {@link #pack} made, or anything
     * @param use gets the text
     * @param refused gets one sentence instead
     */
    public static void unpack(String code, Use use, Use refused) {
        unpack(code, LONGEST, Words.say("page.link.cut-short"), Words.say("page.link.too-large"), use, refused);
    }

    @JSBody(
            params = {"code", "most", "cut", "large", "use", "refused"},
            script = "var broken = function() { refused(cut); };"
                    + " try { var letters = atob(code.split('-').join('+').split('_').join('/'));"
                    + " var bytes = new Uint8Array(letters.length);"
                    + " for (var i = 0; i < letters.length; i++) { bytes[i] = letters.charCodeAt(i); }"
                    + " var reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();"
                    + " var parts = []; var sum = 0;"
                    + " var next = function(read) {"
                    + "   if (read.done) { return new Blob(parts).arrayBuffer().then(function(all) {"
                    + "     var text = new TextDecoder('utf-8', {fatal: true}).decode(all);"
                    + "     return function() { use(text); }; }); }"
                    + "   sum += read.value.length;"
                    + "   if (sum > most) { reader.cancel(); return function() { refused(large); }; }"
                    + "   parts.push(read.value); return reader.read().then(next); };"
                    + " reader.read().then(next).then(function(act) { act(); }, broken); } catch (e) { broken(); }")
    private static native void unpack(String code, int most, String cut, String large, Use use, Use refused);
}
