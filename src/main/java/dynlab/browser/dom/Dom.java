package dynlab.browser.dom;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.html.HTMLElement;

/** The little of the document that the page needs. Words only ever become text, never markup. */
public final class Dom {
    private Dom() {}

    /** What happens on an event. */
    @JSFunctor
    public interface Handler extends JSObject {
        void handle(Event event);
    }

    @JSFunctor
    public interface Action extends JSObject {
        void run();
    }

    @JSFunctor
    public interface Timed extends JSObject {
        void run(double time);
    }

    /** The parts of pointer, key and other events that are used. */
    public interface Event extends JSObject {
        @JSProperty
        double getClientX();

        @JSProperty
        double getClientY();

        @JSProperty
        int getButtons();

        @JSProperty
        int getPointerId();

        @JSProperty
        String getPointerType();

        @JSProperty
        String getKey();

        @JSProperty
        boolean isShiftKey();

        @JSProperty
        boolean isCtrlKey();

        @JSProperty
        boolean isAltKey();

        @JSProperty
        boolean isMetaKey();

        @JSProperty
        HTMLElement getTarget();

        void preventDefault();

        void stopPropagation();
    }

    /** Where an element stands in the window. */
    public interface Rect extends JSObject {
        @JSProperty
        double getLeft();

        @JSProperty
        double getTop();

        @JSProperty
        double getWidth();

        @JSProperty
        double getHeight();
    }

    /** An element of the page. Where a page has not that one, one that nobody sees stands for it. */
    @JSBody(
            params = "id",
            script = "var e = document.getElementById(id); if (e) { return e; }"
                    + " var all = document.dynlabAbsent || (document.dynlabAbsent = {});"
                    + " return all[id] || (all[id] = document.createElement("
                    + "['dynamics', 'world', 'similarity', 'map', 'timeline'].indexOf(id) >= 0 ? 'canvas' : 'div'));")
    public static native HTMLElement find(String id);

    @JSBody(script = "return document.body;")
    public static native HTMLElement body();

    /** Which page this is: "lab", "home" or "embed". */
    @JSBody(script = "return document.documentElement.dataset.page || 'lab';")
    public static native String page();

    @JSBody(
            params = {"selector", "type", "handler"},
            script = "document.querySelectorAll(selector).forEach(function(e) { e.addEventListener(type, handler); });")
    public static native void onEvery(String selector, String type, Handler handler);

    @JSBody(
            params = {"selector", "name", "on"},
            script = "document.querySelectorAll(selector).forEach(function(e) { e.toggleAttribute(name, on); });")
    public static native void toggleEvery(String selector, String name, boolean on);

    /** Selects all words of a field. */
    @JSBody(params = "field", script = "field.focus(); field.select();")
    public static native void select(HTMLElement field);

    @JSBody(
            params = {"tag", "type", "parent"},
            script = "var e = document.createElement(tag); if (type) { e.className = type; }"
                    + " if (parent) { parent.appendChild(e); } return e;")
    public static native HTMLElement make(String tag, String type, @Nullable JSObject parent);

    @JSBody(
            params = {"parent", "child"},
            script = "parent.prepend(child);")
    public static native void first(HTMLElement parent, HTMLElement child);

    @JSBody(
            params = {"element", "words"},
            script = "if (element.textContent !== words) { element.textContent = words; }")
    public static native void text(HTMLElement element, String words);

    @JSBody(
            params = {"element", "name", "value"},
            script = "if (element.getAttribute(name) !== value) { element.setAttribute(name, value); }")
    public static native void attribute(HTMLElement element, String name, String value);

    @JSBody(
            params = {"element", "name", "on"},
            script = "element.toggleAttribute(name, on);")
    public static native void toggle(HTMLElement element, String name, boolean on);

    @JSBody(
            params = {"element", "name", "value"},
            script = "element.style.setProperty(name, value);")
    public static native void style(HTMLElement element, String name, String value);

    @JSBody(params = "element", script = "element.replaceChildren();")
    public static native void empty(HTMLElement element);

    @JSBody(
            params = {"element", "type", "handler"},
            script = "element.addEventListener(type, handler);")
    public static native void on(JSObject element, String type, Handler handler);

    @JSBody(
            params = {"type", "handler"},
            script = "window.addEventListener(type, handler);")
    public static native void onWindow(String type, Handler handler);

    /** The value of a control whose values are whole numbers. */
    @JSBody(params = "element", script = "return Number(element.value) | 0;")
    public static native int number(HTMLElement element);

    @JSBody(params = "element", script = "return element.value;")
    public static native String value(HTMLElement element);

    @JSBody(
            params = {"element", "value"},
            script = "if (element.value !== value) { element.value = value; }")
    public static native void value(HTMLElement element, String value);

    @JSBody(params = "element", script = "return element.getBoundingClientRect();")
    public static native Rect rect(HTMLElement element);

    @JSBody(
            params = {"element", "name"},
            script = "return getComputedStyle(element).getPropertyValue(name).trim();")
    public static native String computed(HTMLElement element, String name);

    /** So many px of the design, as a style. */
    public static String px(double count) {
        return "calc(" + (int) count + " * var(--px, 1px))";
    }

    /** What one px of the design is on this screen, in CSS px: more than 1 where it is wide and high. */
    @JSBody(params = "element", script = "return parseFloat(getComputedStyle(element).getPropertyValue('--px')) || 1;")
    public static native double unit(HTMLElement element);

    @JSBody(
            params = {"element", "pointer"},
            script = "element.setPointerCapture(pointer);")
    public static native void capture(HTMLElement element, int pointer);

    @JSBody(
            params = {"key", "value"},
            script = "document.documentElement.dataset[key] = value;")
    public static native void state(String key, String value);

    @JSBody(params = "key", script = "return document.documentElement.dataset[key] || '';")
    public static native String dataOf(String key);

    @JSBody(params = "action", script = "requestAnimationFrame(action);")
    public static native void frame(Timed action);

    @JSBody(
            params = {"action", "delay"},
            script = "return setTimeout(action, delay);")
    public static native int later(Action action, double delay);

    @JSBody(params = "timer", script = "clearTimeout(timer);")
    public static native void forget(int timer);

    @JSBody(script = "return performance.now();")
    public static native double now();

    @JSBody(script = "return devicePixelRatio || 1;")
    public static native double density();

    @JSBody(params = "query", script = "return matchMedia(query).matches;")
    public static native boolean matches(String query);

    @JSBody(
            params = {"query", "action"},
            script = "matchMedia(query).addEventListener('change', function() { action(); });")
    public static native void whenMatches(String query, Action action);

    @JSBody(
            params = {"element", "action"},
            script = "new ResizeObserver(function() { action(); }).observe(element);")
    public static native void whenResized(HTMLElement element, Action action);

    @JSBody(script = "return location.hash.length > 1 ? location.hash : location.search;")
    public static native String address();

    @JSBody(params = "hash", script = "try { history.replaceState(null, '', '#' + hash); } catch (e) {}")
    public static native void replaceAddress(String hash);

    /** A new entry of the history. */
    @JSBody(params = "hash", script = "try { history.pushState(null, '', '#' + hash); } catch (e) {}")
    public static native void push(String hash);

    /** Opens an address anew, by whichever program knows it. */
    @JSBody(params = "hash", script = "history.pushState(null, '', '#' + hash); location.reload();")
    public static native void reopen(String hash);

    /** Goes to another page, named from this one. */
    @JSBody(params = "page", script = "location.href = page;")
    public static native void leave(String page);

    @JSBody(script = "location.reload();")
    public static native void reload();

    @JSBody(params = "key", script = "try { return localStorage.getItem(key) || ''; } catch (e) { return ''; }")
    public static native String recall(String key);

    @JSBody(
            params = {"key", "value"},
            script = "try { localStorage.setItem(key, value); } catch (e) {}")
    public static native void remember(String key, String value);

    /** Copies words; calls back with whether that was allowed. */
    @JSBody(
            params = {"words", "yes", "no"},
            script = "try { navigator.clipboard.writeText(words).then(yes, no); } catch (e) { no(); }")
    public static native void copy(String words, Action yes, Action no);

    @JSBody(params = "words", script = "document.title = words;")
    public static native void title(String words);

    @JSBody(script = "return location.href;")
    public static native String href();

    @JSBody(
            params = "element",
            script = "if (element.showModal) { element.showModal(); } else { element.setAttribute('open', ''); }")
    public static native void showDialog(HTMLElement element);

    @JSBody(
            params = "element",
            script = "if (element.close) { element.close(); } else { element.removeAttribute('open'); }")
    public static native void closeDialog(HTMLElement element);

    @JSBody(params = "element", script = "return element.closest('input, select, textarea, dialog') !== null;")
    public static native boolean takesKeys(HTMLElement element);

    /** Whether letters mean something there; a slider takes arrows and no letters. */
    @JSBody(
            params = "element",
            script = "return element.closest('input:not([type=range]), select, textarea, dialog') !== null;")
    public static native boolean takesLetters(HTMLElement element);

    @JSBody(params = "element", script = "return element.closest('button') !== null;")
    public static native boolean isButton(HTMLElement element);

    @JSBody(params = "element", script = "return document.activeElement === element;")
    public static native boolean focused(HTMLElement element);

    /** Whether the focus is in an element. */
    @JSBody(params = "element", script = "return element.contains(document.activeElement);")
    public static native boolean holdsFocus(HTMLElement element);

    @JSBody(params = "message", script = "console.warn(message);")
    public static native void warn(String message);

    /** Presses the one button of a segmented control that has that value. */
    @JSBody(
            params = {"group", "value"},
            script = "group.querySelectorAll('button').forEach(function(b) {"
                    + " b.setAttribute('aria-pressed', String(b.value === value)); });")
    public static native void choose(HTMLElement group, String value);

    /** A segmented control with a button for each value; the action reads the pressed one's value. */
    public static HTMLElement segments(
            HTMLElement parent, String label, String[] values, String[] names, Handler pressed) {
        HTMLElement group = make("div", "seg", parent);
        attribute(group, "role", "group");
        attribute(group, "aria-label", label);
        for (int i = 0; i < values.length; i++) {
            HTMLElement button = make("button", "", group);
            attribute(button, "type", "button");
            value(button, values[i]);
            text(button, names[i]);
            on(button, "click", pressed);
        }
        return group;
    }
}
