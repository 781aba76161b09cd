package dynlab.browser;

import java.util.ArrayList;
import java.util.List;

/** The parts that the lab and the embed have and the first page has not. */
final class LabParts {
    private LabParts() {}

    static Settings settings(Lab lab) {
        return new Knobs(
                lab.address().scene(),
                lab.address().config(),
                Dom.find("knob-list"),
                Dom.find("compare"),
                lab::changed);
    }

    static List<Extra> extras(Lab lab) {
        List<Extra> extras = new ArrayList<>();
        extras.add(new WorldEditor(lab::edited, lab.notices()));
        extras.add(new RateGame(lab::tried));
        if (Dom.page().equals("embed")) {
            new HostTalk(
                    Dom.find("lab"),
                    lab.address().look().getOrDefault("resize", "").equals("lti"));
        }
        return extras;
    }
}
