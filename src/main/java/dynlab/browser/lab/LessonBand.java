package dynlab.browser.lab;

import dynlab.app.LabState;
import dynlab.browser.dom.Dom;
import dynlab.scene.Lesson;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** What stands over the plots: what the lesson asks, what to do, what is seen then, and what the field calls it. */
final class LessonBand implements SceneExtra {
    private final HTMLElement root = Dom.find("lab");
    private Optional<Lesson> shown = Optional.empty();

    /** The lesson at the settings on the page; a term that is open stays so while nothing changes. */
    @Override
    public void show(LabState state) {
        Lesson lesson = state.address().scene().lesson(state.config());
        String wanted = state.look("lesson");
        boolean embed = Dom.page().equals("embed");
        boolean whole = wanted.equals("1") || wanted.isEmpty() && !embed;
        boolean asked = !lesson.question().isEmpty();
        Dom.toggle(root, "data-lesson", asked && (whole || wanted.isEmpty() && lesson.embedded()));
        Dom.toggle(root, "data-brief", !whole);
        if (shown.filter(lesson::equals).isEmpty()) {
            fill(lesson);
        }
        shown = Optional.of(lesson);
    }

    private static void fill(Lesson lesson) {
        Dom.text(Dom.find("lesson"), lesson.question());
        Dom.text(Dom.find("gesture"), lesson.gesture());
        Dom.text(Dom.find("seen"), lesson.explains());
        Dom.text(Dom.find("explains"), lesson.explains());
        terms(lesson, Dom.find("glossary"), Dom.find("terms"));
    }

    /** The lesson's terms, whose words and meanings a page has in its help if it has any. */
    private static void terms(Lesson lesson, HTMLElement glossary, HTMLElement chips) {
        var entries = glossary.querySelectorAll("div");
        for (int i = 0; i < entries.getLength(); i++) {
            entries.get(i).setHidden(true);
        }
        Dom.empty(chips);
        for (String id : lesson.terms()) {
            HTMLElement entry = glossary.querySelector("[data-term='" + id + "']");
            if (entry != null) {
                entry.setHidden(false);
                HTMLElement chip = Dom.make("details", "term", chips);
                Dom.attribute(chip, "name", "term");
                Dom.text(
                        Dom.make("summary", "", chip), entry.querySelector("dt").getTextContent());
                Dom.text(Dom.make("p", "", chip), entry.querySelector("dd").getTextContent());
            }
        }
    }
}
