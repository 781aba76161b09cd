package dynlab.browser.lab;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.HotKeys;
import java.util.ArrayList;
import java.util.List;

/** The parts that the lab and the embed have and the first page has not. */
final class LabParts {
    private LabParts() {}

    static KnobPanel settings(Lab lab) {
        return new KnobControls(
                lab.state().address().scene(), lab.state().config(), Dom.find("knob-list"), Dom.find("compare"), lab);
    }

    static List<SceneExtra> extras(Lab lab) {
        List<SceneExtra> extras = new ArrayList<>();
        extras.add(new LessonBand());
        extras.add(new WorldEditor(lab));
        extras.add(new PrintedPage(lab));
        extras.add(new FigureReader(lab));
        extras.add(new RateGame(config -> lab.changed(config, "")));
        if (Dom.page().equals("lab")) {
            HotKeys.wire(lab.controls()::key);
        } else if (Dom.page().equals("embed")) {
            new EmbedResize(Dom.find("lab"), lab.state().look("resize").equals("lti"));
        }
        return extras;
    }
}
