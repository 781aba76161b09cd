package dynlab.app;

import dynlab.WholeRuns;
import dynlab.experiment.Companion;
import dynlab.experiment.Result;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Scenes;
import java.util.ArrayList;
import java.util.List;

/** A laboratory of all lessons, and what it is after its runs. */
final class LabRuns {
    static final Catalogue ALL = new Catalogue(Scenes.ALL, Scenes.home(), new ExactDecimals());
    static final Laboratory LABORATORY = new Laboratory(ALL);

    private LabRuns() {}

    static LabState opened(String address) {
        return LABORATORY.open(ALL.parse(address), "", true).state();
    }

    /** The same after the scene's own run and its companions. */
    static LabState run(LabState opened) {
        LabState state = LABORATORY
                .on(opened, new Event.NoRecordedRun(opened.runs().number()))
                .state();
        List<Result> results = new ArrayList<>();
        results.add(WholeRuns.of(state.runs().experiment()));
        for (Companion companion : state.runs().companions()) {
            results.add(WholeRuns.of(companion.experiment()));
        }
        for (int k = 0; k < results.size(); k++) {
            state = LABORATORY
                    .on(state, new Event.RunArrived(state.computation().request(), k, results.get(k), 1, true))
                    .state();
        }
        return state;
    }
}
