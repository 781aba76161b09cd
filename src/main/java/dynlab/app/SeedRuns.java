package dynlab.app;

import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.run.Work;
import dynlab.scene.FurtherSeeds;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.view.RunView;
import dynlab.view.plot.SeedBand;
import dynlab.view.plot.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Further runs of a lesson by other seeds: they are asked for once its own runs are over and nothing of them is hidden, and
 * shown once they are all there.
 *
 * @param of number of the setup that they belong to; 0 for none
 * @param experiments what is run; empty where that would take too long
 * @param runs what there is of each
 */
public record SeedRuns(int of, List<Experiment> experiments, List<Optional<RunView>> runs) {
    public static final SeedRuns NONE = new SeedRuns(0, List.of(), List.of());

    /** What the worker is asked by numbers that no other request has. */
    private static final int FIRST_REQUEST = 1 << 24;

    /** All of them may take as long as this, seconds. */
    private static final double LONGEST = 4;

    public SeedRuns {
        experiments = List.copyOf(experiments);
        runs = List.copyOf(runs);
    }

    /** Whether a state can have them at all. */
    public static boolean offered(LabState state) {
        return FurtherSeeds.of(state.address().scene(), state.config());
    }

    private static boolean shown(LabState state) {
        return state.look(FurtherSeeds.KEY).equals(FurtherSeeds.WANTED)
                && !state.covered()
                && !state.stale()
                && offered(state);
    }

    /** Whether they are to be asked for now. */
    public boolean due(LabState state) {
        RunSet own = state.runs();
        return of != own.number()
                && own.computed()
                && own.whole()
                && !state.computation().busy()
                && state.seen()
                && shown(state);
    }

    /** Those of a state, of which there is nothing yet. */
    public static SeedRuns of(LabState state) {
        RunSet own = state.runs();
        Scene scene = own.setup().scene();
        List<Experiment> experiments = new ArrayList<>();
        List<Optional<RunView>> runs = new ArrayList<>();
        double seconds = FurtherSeeds.COUNT * Work.seconds(FurtherSeeds.asDrawn(own.experiment()));
        for (int k = 1; k <= FurtherSeeds.COUNT && seconds <= LONGEST; k++) {
            experiments.add(FurtherSeeds.experiment(scene, own.setup().config(), k));
            runs.add(Optional.empty());
        }
        return new SeedRuns(own.number(), experiments, runs);
    }

    /** What the worker is asked for them, where it is. */
    public Optional<Effect.Run> request(String bare) {
        if (experiments.isEmpty()) {
            return Optional.empty();
        }
        double longest = 0;
        for (Experiment experiment : experiments) {
            longest = Math.max(longest, Work.longestPiece(experiment));
        }
        String address = bare + "&" + FurtherSeeds.KEY + "=" + FurtherSeeds.WANTED;
        return Optional.of(new Effect.Run(FIRST_REQUEST + of, address, "", experiments.size() - 1, longest));
    }

    /** The same with a run that is over, where it is one of these. */
    public SeedRuns taking(LabState state, int request, int run, Result result) {
        if (request != FIRST_REQUEST + of || of != state.runs().number()) {
            return this;
        }
        Setup setup = state.runs().setup();
        SceneConfig config = FurtherSeeds.config(setup.config(), run + 1);
        List<Optional<RunView>> now = new ArrayList<>(runs);
        now.set(run, Optional.of(new RunView(experiments.get(run), setup.scene().world(config), result)));
        return new SeedRuns(of, experiments, now);
    }

    /** What they add to the figures of a state. */
    public Optional<Spread> spread(LabState state) {
        Optional<RunView> own = state.story();
        if (of != state.runs().number() || own.isEmpty() || runs.isEmpty() || !shown(state)) {
            return Optional.empty();
        }
        List<RunView> others = new ArrayList<>();
        for (Optional<RunView> run : runs) {
            run.ifPresent(others::add);
        }
        return others.size() == runs.size() ? Optional.of(new SeedBand(own.get(), others)) : Optional.empty();
    }
}
