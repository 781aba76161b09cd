package dynlab.browser.lab;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Download;
import dynlab.browser.dom.JsDecimals;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.JsonReader;
import dynlab.view.chart.ChartFile;
import dynlab.words.Words;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** Files: experiments and figures of sweeps, dropped on the page or picked; and the experiment, saved. */
final class FileControls {
    private final Lab lab;
    private final SweepsButton sweeps;

    @JSFunctor
    private interface Arrived extends JSObject {
        void file(String name, String text, double size);
    }

    FileControls(Lab lab, SweepsButton sweeps) {
        this.lab = lab;
        this.sweeps = sweeps;
        HTMLElement picker = Dom.find("file-picker");
        watch(picker, JsonReader.LONGEST, Words.say("lab.file-controls.drop"), this::arrived);
        Dom.onEvery("[data-act=open-file]", "click", e -> press(picker));
        Dom.onEvery("[data-act=save-file]", "click", e -> save());
    }

    private void arrived(String name, String text, double size) {
        if (size > JsonReader.LONGEST) {
            lab.say(Words.say("lab.file-controls.could-not-opened", name), true);
        } else if (size < 0) {
            lab.say(Words.say("lab.file-controls.could-not-read", name), true);
        } else if (ChartFile.claims(text)) {
            sweeps.ask(text, name);
        } else {
            lab.bar().openFile(text, name);
        }
    }

    private void save() {
        String name = lab.experiment().name();
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < name.length() && file.length() < 60; i++) {
            char c = name.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            file.append(plain ? c : '_');
        }
        Download.text(file + ".json", "application/json", ExperimentCodec.write(lab.experiment(), new JsDecimals()));
    }

    @JSBody(params = "element", script = "element.click();")
    private static native void press(HTMLElement element);

    /** A file that is too long is not even read. */
    @JSBody(
            params = {"picker", "most", "words", "arrived"},
            script = "var take = function(file) { if (!file) return;"
                    + "   if (file.size > most) { arrived(file.name, '', file.size); return; }"
                    + "   file.text().then(function(text) { arrived(file.name, text, file.size); },"
                    + "     function() { arrived(file.name, '', -1); }); };"
                    + " picker.addEventListener('change', function() { take(picker.files[0]); picker.value = ''; });"
                    + " var holds = function(e) { return e.dataTransfer"
                    + "   && Array.prototype.indexOf.call(e.dataTransfer.types, 'Files') >= 0; };"
                    + " var root = document.documentElement;"
                    + " window.addEventListener('dragover', function(e) {"
                    + "   if (holds(e)) { e.preventDefault(); root.setAttribute('data-drop', words); } });"
                    + " window.addEventListener('dragleave', function(e) {"
                    + "   if (!e.relatedTarget) { root.toggleAttribute('data-drop', false); } });"
                    + " window.addEventListener('drop', function(e) { root.toggleAttribute('data-drop', false);"
                    + "   if (holds(e)) { e.preventDefault(); take(e.dataTransfer.files[0]); } });")
    private static native void watch(HTMLElement picker, int most, String words, Arrived arrived);
}
