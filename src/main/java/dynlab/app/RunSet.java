package dynlab.app;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.run.ShortCut;
import dynlab.experiment.run.Work;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A setup and its runs: what is run, and what there is of it. Settings, world and runs stand in one value, so that none of
 * them can be shown beside another's.
 *
 * @param number counts the setups that were asked for, from 1
 * @param setup whose runs these are
 * @param world the items and properties of this setup
 * @param experiment the scene's own run
 * @param companions the runs beside it
 * @param parts what there is of each run, the scene's own first
 */
public record RunSet(
        int number,
        Setup setup,
        World world,
        Experiment experiment,
        List<Companion> companions,
        List<Optional<Part>> parts) {
    public RunSet {
        companions = List.copyOf(companions);
        parts = List.copyOf(parts);
    }

    /**
     * What there is of one run.
     *
     * @param whole whether that is all of it
     * @param recorded whether this page has not stepped it itself: the build did, or an exact short cut stands for it
     */
    public record Part(RunView story, boolean whole, boolean recorded) {
        /** Whether there is a record after a step. */
        boolean goesOnAfter(double step) {
            double[] steps = story.steps();
            return steps.length > 0 && steps[steps.length - 1] > step;
        }
    }

    /** Runs of which there is nothing yet. */
    public static RunSet of(int number, Setup setup) {
        List<Companion> companions = setup.scene().companions(setup.config());
        List<Optional<Part>> parts = new ArrayList<>();
        for (int run = 0; run <= companions.size(); run++) {
            parts.add(Optional.empty());
        }
        return new RunSet(
                number,
                setup,
                setup.scene().world(setup.config()),
                setup.scene().experiment(setup.config()),
                companions,
                parts);
    }

    /** The same with what has come of a run; a run that it has not is none of its own. */
    public RunSet taking(int run, Result result, boolean whole, boolean recorded) {
        if (run < 0 || run >= parts.size()) {
            return this;
        }
        Experiment of = run == 0 ? experiment : companions.get(run - 1).experiment();
        List<Optional<Part>> now = new ArrayList<>(parts);
        now.set(run, Optional.of(new Part(new RunView(of, world, result), whole, recorded)));
        return new RunSet(number, setup, world, experiment, companions, now);
    }

    /** What there was of all of them at a step: whoever is shown it finds nothing of what came after. */
    RunSet upTo(double step) {
        RunSet cut = this;
        for (int run = 0; run < parts.size(); run++) {
            if (parts.get(run).filter(part -> part.goesOnAfter(step)).isPresent()) {
                Part part = parts.get(run).get();
                cut = cut.taking(run, part.story().run().upTo(step), false, part.recorded());
            }
        }
        return cut;
    }

    /** The scene's own run, as far as it is there. */
    public Optional<RunView> story() {
        return parts.get(0).map(Part::story);
    }

    /** Whether the scene's own run is over. */
    public boolean complete() {
        return parts.get(0).filter(Part::whole).isPresent();
    }

    /** Whether every run is over. */
    public boolean whole() {
        for (Optional<Part> part : parts) {
            if (part.filter(Part::whole).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the scene's own run is over and was stepped here. */
    public boolean computed() {
        return parts.get(0).filter(part -> part.whole() && !part.recorded()).isPresent();
    }

    /** Last step of the scene's own run. */
    public double horizon() {
        return experiment.training().steps();
    }

    /** What the scene's own run is called among the others; may be empty. */
    public String name() {
        return setup.scene().name(setup.config());
    }

    /** What the runs are called, the scene's own first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(name()));
        companions.forEach(companion -> names.add(companion.name()));
        return names;
    }

    /** The companions from the first on that there is something of. */
    public List<Frame.Rival> rivals() {
        List<Frame.Rival> rivals = new ArrayList<>();
        for (int k = 1; k < parts.size() && parts.get(k).isPresent(); k++) {
            Companion companion = companions.get(k - 1);
            rivals.add(new Frame.Rival(parts.get(k).get().story(), companion.name(), companion.manner()));
        }
        return rivals;
    }

    /** All results so far, the scene's own first. */
    public List<Result> results() {
        List<Result> results = new ArrayList<>();
        story().ifPresent(own -> results.add(own.run()));
        rivals().forEach(rival -> results.add(rival.story().run()));
        return results;
    }

    /** The digest of the scene's own run; empty until it is over, and stepped directly. */
    public String digest() {
        String digest = anyDigest();
        return ShortCut.made(digest) ? "" : digest;
    }

    /** The digest of the exact short cut that stands for the scene's own run; empty where none does. */
    public String shortCut() {
        String digest = anyDigest();
        return ShortCut.made(digest) ? digest : "";
    }

    private String anyDigest() {
        return complete() ? story().orElseThrow().run().trajectory().digest().orElse("") : "";
    }

    /** How long all of them will take, roughly. */
    public double seconds() {
        double seconds = Work.seconds(experiment);
        for (Companion companion : companions) {
            seconds += Work.seconds(companion.experiment());
        }
        return seconds;
    }

    /** How many seconds the longest piece of them will take that nothing can interrupt, roughly. */
    public double longestPiece() {
        double most = Work.longestPiece(experiment);
        for (Companion companion : companions) {
            most = Math.max(most, Work.longestPiece(companion.experiment()));
        }
        return most;
    }
}
