package dynlab.experiment.search;

import dynlab.learning.Samples;
import dynlab.measure.Contribution;
import dynlab.measure.GatePatterns;
import dynlab.measure.PatternClusters;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.ContextPath;
import dynlab.task.ContextTask;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sets of gates that are worth trying after a ReLU network has been watched. */
final class Candidates {
    /** Share of its largest activity above which a unit counts as on; any from 0.05 to 0.2 gives the same on XOR. */
    private static final double THETA = 0.05;

    private static final Phrase AT_START = Phrase.of("search.gates.start");

    private static final Phrase POOLED = Phrase.of("search.gates.pooled");

    private final SearchData data;
    private final Samples samples;
    private final List<Snapshot> snapshots;
    private final Discovery.Plan plan;
    private final int layers;
    private final List<Candidate> found = new ArrayList<>();

    private Candidates(SearchData data, List<Snapshot> snapshots, Discovery.Plan plan) {
        this.data = data;
        samples = data.samples();
        this.snapshots = snapshots;
        this.plan = plan;
        layers = snapshots.get(0).summed().size();
    }

    /**
     * Lists candidates, controls first. Of one kind no gates are listed twice.
     *
     * @param snapshots at the start, at milestones, at the end
     */
    static List<Candidate> of(SearchData data, List<Snapshot> snapshots, Discovery.Plan plan) {
        Candidates candidates = new Candidates(data, snapshots, plan);
        if (plan.brief()) {
            candidates.few();
            return candidates.found;
        }
        candidates.controls();
        candidates.eachUnit();
        candidates.pooled();
        candidates.clustered();
        candidates.families();
        return candidates.found;
    }

    /** At most so many candidates come out of {@link #of}. */
    static int most(SearchData data, Discovery.Plan plan) {
        int layers = data.layers().size();
        int contexts = data.samples().blocks().length - 1;
        int clustered = Math.max(0, plan.mostClusters() - 1);
        int pooled = contexts < 2 ? 0 : 3;
        int families = contexts < 2 || contexts > ContextTask.MOST ? 0 : (contexts - 1) * Math.min(2, layers);
        if (plan.brief()) {
            return 2 + families;
        }
        return 4 + 3 + pooled + clustered + families;
    }

    private Snapshot last() {
        return snapshots.get(snapshots.size() - 1);
    }

    private void add(Phrase name, Candidate.Kind kind, List<Matrix> gates) {
        add(new Candidate(name, kind, gates, Optional.empty()));
    }

    private void add(Candidate candidate) {
        for (Candidate other : found) {
            if (other.kind() == candidate.kind()
                    && other.gates().equals(candidate.gates())
                    && other.inputs().equals(candidate.inputs())) {
                return;
            }
        }
        found.add(candidate);
    }

    private void controls() {
        Rng rng = new Rng(plan.seed());
        List<Matrix> end = raw(last());
        add(Phrase.of("search.gates.open"), Candidate.Kind.CONTROL, open());
        add(AT_START, Candidate.Kind.CONTROL, raw(snapshots.get(0)));
        add(
                Phrase.of("search.gates.shuffled"),
                Candidate.Kind.CONTROL,
                end.stream().map(gates -> GatePatterns.shuffled(gates, rng)).toList());
        add(
                Phrase.of("search.gates.random"),
                Candidate.Kind.CONTROL,
                end.stream().map(gates -> GatePatterns.random(gates, rng)).toList());
    }

    private void few() {
        add(AT_START, Candidate.Kind.CONTROL, raw(snapshots.get(0)));
        contexts().ifPresent(groups -> add(POOLED, Candidate.Kind.POOLED, majorities(last(), groups)));
        families();
    }

    private List<Matrix> open() {
        return last().summed().stream()
                .map(z -> GatePatterns.open(z.rows(), z.columns()))
                .toList();
    }

    private static List<Matrix> raw(Snapshot snapshot) {
        return snapshot.summed().stream().map(GatePatterns::raw).toList();
    }

    private static List<Matrix> thresholded(Snapshot snapshot) {
        return snapshot.summed().stream()
                .map(z -> GatePatterns.thresholded(z, THETA))
                .toList();
    }

    private void eachUnit() {
        add(Phrase.of("search.gates.last"), Candidate.Kind.EACH_UNIT, raw(last()));
        if (snapshots.size() > 2) {
            add(
                    Phrase.of(
                            "search.gates.at-step",
                            Argument.count(snapshots.get(1).step())),
                    Candidate.Kind.EACH_UNIT,
                    raw(snapshots.get(1)));
        }
        add(Phrase.of("search.gates.above"), Candidate.Kind.EACH_UNIT, thresholded(last()));
    }

    /** The number of the context of each sample, if there are several contexts. */
    private Optional<int[]> contexts() {
        int[] blocks = samples.blocks();
        if (blocks.length <= 2) {
            return Optional.empty();
        }
        int[] groups = new int[samples.count()];
        for (int b = 0; b + 1 < blocks.length; b++) {
            Arrays.fill(groups, blocks[b], blocks[b + 1], b);
        }
        return Optional.of(groups);
    }

    private void pooled() {
        if (contexts().isEmpty()) {
            return;
        }
        int[] groups = contexts().orElseThrow();
        add(POOLED, Candidate.Kind.POOLED, majorities(last(), groups));
        if (snapshots.size() > 3) {
            Snapshot earlier = snapshots.get(snapshots.size() - 2);
            add(
                    Phrase.of("search.gates.pooled-at-step", Argument.count(earlier.step())),
                    Candidate.Kind.POOLED,
                    majorities(earlier, groups));
        }
        int[] blocks = samples.blocks();
        int size = blocks[1];
        int[] places = new int[groups.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i - blocks[groups[i]];
        }
        if (samples.count() == size * (blocks.length - 1)) {
            add(Phrase.of("search.gates.pooled-objects"), Candidate.Kind.POOLED, majorities(last(), places));
        }
    }

    private static List<Matrix> majorities(Snapshot snapshot, int[] groups) {
        return raw(snapshot).stream()
                .map(gates -> GatePatterns.majority(gates, groups))
                .toList();
    }

    private void clustered() {
        List<Snapshot> watched = snapshots.subList(1, snapshots.size());
        for (int k = 2; k <= plan.mostClusters(); k++) {
            List<Matrix> gates = new ArrayList<>();
            for (int l = 0; l < layers; l++) {
                int layer = l;
                List<Matrix> checkpoints = watched.stream()
                        .map(snapshot ->
                                GatePatterns.thresholded(snapshot.summed().get(layer), THETA))
                        .toList();
                gates.add(PatternClusters.of(checkpoints, usedOnly(l), k, new Rng(plan.seed() + k))
                        .perUnit());
            }
            add(Phrase.of("search.gates.clusters", Argument.count(k)), Candidate.Kind.CLUSTERED, gates);
        }
    }

    /** Contributions of one layer at the end, 0 for units that are not used. */
    private double[] usedOnly(int layer) {
        double[] weights = last().contributions().get(layer).clone();
        boolean[] used = Contribution.used(weights);
        for (int u = 0; u < weights.length; u++) {
            weights[u] = used[u] ? weights[u] : 0;
        }
        return weights;
    }

    /** A common path and one path for every set of m contexts; in a chain these do not read what only names the context. */
    private void families() {
        int contexts = samples.blocks().length - 1;
        // from six contexts on there would be more sets than units
        if (contexts < 2 || contexts > ContextTask.MOST) {
            return;
        }
        for (int m = contexts - 1; m >= 1; m--) {
            List<Matrix> all = new ArrayList<>();
            for (Matrix z : last().summed()) {
                all.add(family(contexts, m, z.rows()));
            }
            boolean dropOne = m == contexts - 1 && m > 1;
            Candidate.Kind kind = dropOne ? Candidate.Kind.DROP_ONE : Candidate.Kind.FAMILY;
            if (layers > 1 && data.chain()) {
                List<Matrix> lastOnly = new ArrayList<>(open());
                lastOnly.set(layers - 1, all.get(layers - 1));
                Phrase name = dropOne
                        ? Phrase.of("search.gates.drop-one-last-layer")
                        : Phrase.of("search.gates.family-last-layer", Argument.count(m));
                add(name, kind, lastOnly);
            }
            int count = ContextPath.subsets(contexts, m).size() + 1;
            // where several layers read inputs, all may read all of them
            Optional<Matrix> mask =
                    data.firstEdge().isPresent() ? Optional.of(mask(all.get(0).rows(), count)) : Optional.empty();
            Phrase name =
                    dropOne ? Phrase.of("search.gates.drop-one") : Phrase.of("search.gates.family", Argument.count(m));
            add(new Candidate(name, kind, all, mask));
        }
    }

    /** Unit u belongs to path u mod (number of paths); path 0 is the common one. */
    private Matrix family(int contexts, int m, int units) {
        List<List<Integer>> sets = ContextPath.subsets(contexts, m);
        int[] groups = contexts().orElseThrow();
        double[] gates = new double[units * groups.length];
        for (int u = 0; u < units; u++) {
            int path = u % (sets.size() + 1);
            for (int i = 0; i < groups.length; i++) {
                gates[u * groups.length + i] = path == 0 || sets.get(path - 1).contains(groups[i]) ? 1 : 0;
            }
        }
        return Matrix.of(units, groups.length, gates);
    }

    private Matrix mask(int units, int paths) {
        boolean[] names = namesTheContext();
        double[] mask = new double[units * names.length];
        for (int u = 0; u < units; u++) {
            for (int i = 0; i < names.length; i++) {
                mask[u * names.length + i] = u % paths == 0 || !names[i] ? 1 : 0;
            }
        }
        return Matrix.of(units, names.length, mask);
    }

    /** Inputs that are the same for all samples of a context. */
    private boolean[] namesTheContext() {
        Matrix x = samples.x();
        int[] groups = contexts().orElseThrow();
        int[] blocks = samples.blocks();
        boolean[] names = new boolean[x.rows()];
        for (int i = 0; i < names.length; i++) {
            names[i] = true;
            for (int n = 0; n < groups.length; n++) {
                names[i] &= x.at(i, n) == x.at(i, blocks[groups[n]]);
            }
        }
        return names;
    }
}
