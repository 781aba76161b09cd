package dynlab.browser;

import java.util.ArrayList;
import java.util.List;

/** The parts that the lab and the embed have and the first page has not. */
final class LabParts {
    private LabParts() {}

    static Settings settings(Lab lab) {
        return new Knobs(
                lab.state().address().scene(), lab.state().config(), Dom.find("knob-list"), Dom.find("compare"), lab);
    }

    static List<Extra> extras(Lab lab) {
        List<Extra> extras = new ArrayList<>();
        extras.add(new WorldEditor(lab));
        extras.add(new RateGame(config -> lab.changed(config, "")));
        if (Dom.page().equals("embed")) {
            new HostTalk(Dom.find("lab"), lab.state().look("resize").equals("lti"));
        }
        return extras;
    }
}
