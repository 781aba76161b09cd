package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.search.Candidate;
import dynlab.experiment.search.Findings;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Larger and larger starts: in the end the gates hardly move, and those of the start are the right ones. */
final class StartLimit implements Limit {
    /** Starts that are compared, as multiples of the smallest. */
    private static final int[] TIMES = {1, 100, 1000, 3000};

    @Override
    public String word() {
        return "start";
    }

    @Override
    public String label() {
        return "start";
    }

    @Override
    public String asks() {
        return Words.say("limit.start.asks");
    }

    @Override
    public String explains() {
        return Words.say("limit.start.explains");
    }

    @Override
    public String name() {
        return called(0);
    }

    private static String called(int k) {
        return (k == 0 ? "" : TIMES[k] + " ") + "σ";
    }

    private static Set<Quantity> fits() {
        return EnumSet.of(Quantity.SHARING, Quantity.GATE_FITS);
    }

    @Override
    public Experiment experiment(Scene scene, SceneConfig config) {
        return new LimitRuns(scene, config).relu(config.real("sigma"), fits());
    }

    @Override
    public List<Companion> companions(Scene scene, SceneConfig config) {
        LimitRuns runs = new LimitRuns(scene, config);
        List<Companion> companions = new ArrayList<>();
        for (int k = 1; k < TIMES.length; k++) {
            companions.add(LimitRuns.peer(called(k), runs.relu(TIMES[k] * config.real("sigma"), fits())));
        }
        return companions;
    }

    @Override
    public String panel() {
        return "fits";
    }

    @Override
    public Narration tells(List<Result> runs) {
        List<String> best = new ArrayList<>();
        boolean lazy = false;
        for (int k = 0; k < runs.size(); k += Math.max(1, runs.size() - 1)) {
            Optional<Findings> findings = runs.get(k).findings();
            if (findings.isPresent() && findings.get().complete()) {
                Optional<Findings.Trial> closest = findings.get().closest(true);
                lazy = closest.filter(Findings.Trial::control).isPresent();
                best.add(Words.say("limit.start.from", shortName(closest), called(k)));
            }
        }
        String because = best.size() < 2
                ? Words.say("limit.start.each-networks-gates")
                : (lazy
                        ? Words.say("limit.start.best-gates-hardly", String.join(", ", best))
                        : Words.say("limit.start.best", String.join(", ", best)));
        return new Narration(Words.say("limit.start.gates-fit"), "", because);
    }

    private static String shortName(Optional<Findings.Trial> trial) {
        return switch (trial.map(Findings.Trial::kind).orElse(Candidate.Kind.FAMILY)) {
            case CONTROL -> Words.say("limit.start.starts");
            case POOLED -> Words.say("limit.start.pooled");
            case DROP_ONE -> Words.say("limit.start.drop-one");
            case EACH_UNIT, CLUSTERED, FAMILY -> Words.say("limit.start.smaller-sets");
        };
    }
}
