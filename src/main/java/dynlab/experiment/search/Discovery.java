package dynlab.experiment.search;

import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.learning.Trainer;
import dynlab.measure.CurveDistance;
import dynlab.measure.GatePatterns;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Looks for gates that stay, a static ReLN, with which a gated linear network learns like a given ReLU network: trains
 * and watches the ReLU network, makes candidates of what it saw, trains each from the same initial weights, and compares
 * the loss curves. The network may be any graph: only its ReLU layers get gates, all else stays as it is, the gates of
 * contexts too. Advanced in slices, so that a worker can answer in between.
 *
 * <p>Four controls are always among the candidates; a discovery is accepted only if its distance is below a third of the
 * best control's. Where no static twin is good, the report says so.
 */
public final class Discovery {
    /** The network is looked at when its loss first falls to these shares of where it began. */
    private static final double[] MILESTONES = {0.75, 0.5, 0.25, 0.1};

    /** Outputs are compared at so many steps, evenly spread. */
    private static final int MOST_OUTPUTS = 41;

    private final SearchData data;
    private final Plan plan;
    private final int curve;
    private final Trainer relu;
    private final double[] reluLoss;
    private final int[] outputSteps;
    private final List<double[]> reluOutputs = new ArrayList<>();
    private final double outputSize;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<DiscoveryReport.Trial> trials = new ArrayList<>();
    private List<Candidate> candidates = List.of();
    private Trainer running;
    private double[] runningLoss = new double[0];
    private double[] runningOutputs = new double[0];
    private OptionalInt divergedAt = OptionalInt.empty();
    /** Whether watching the ReLU network has shown that nothing can be compared with it. */
    private boolean over;

    private int step;
    private int compared;

    /**
     * How widely to look.
     *
     * @param mostClusters units are gathered into 2 … this many clusters; below 2 there are none
     * @param seed of the shuffled and random controls and of the clusters' starts
     * @param brief whether only the pattern at the start, that pooled over contexts, and the families are tried
     */
    public record Plan(int mostClusters, int seed, boolean brief) {
        /** A search among all kinds of gates. */
        public Plan(int mostClusters, int seed) {
            this(mostClusters, seed, false);
        }

        /** Two to eight clusters. */
        public static final Plan FULL = new Plan(8, 1);
    }

    private Discovery(Experiment experiment, SearchData data, Plan plan) {
        this.data = data;
        this.plan = plan;
        curve = experiment.training().steps() + 1;
        relu = data.trainer();
        running = relu;
        reluLoss = new double[curve];
        outputSteps = new int[Math.min(curve, MOST_OUTPUTS)];
        for (int i = 0; i < outputSteps.length; i++) {
            outputSteps[i] = outputSteps.length == 1 ? 0 : (int) ((curve - 1.0) * i / (outputSteps.length - 1));
        }
        outputSize = data.samples().y().norm();
    }

    /**
     * Prepares a search.
     *
     * @param experiment any network with a ReLU layer. If it has several contexts, they are taken as the values of a factor
     *     by which gates may be pooled
     * @throws Refused if there is no ReLU layer, or nothing is trained
     */
    public static Discovery of(Experiment experiment, Plan plan) {
        return new Discovery(experiment, SearchData.of(experiment), plan);
    }

    /**
     * Makes at most {@code budgetSteps} training steps, of whichever network is in turn.
     *
     * @return whether there is more to do
     */
    public boolean advance(int budgetSteps) {
        for (int k = 0; k < budgetSteps && !done(); k++) {
            if (running == relu) {
                watch();
            } else {
                tryOut();
            }
        }
        return !done();
    }

    private boolean watching() {
        return running == relu && !over;
    }

    private boolean done() {
        return running == relu ? over : trials.size() == candidates.size();
    }

    private void watch() {
        double loss = relu.recordedLoss(relu.loss());
        if (!Double.isFinite(loss)) {
            divergedAt = OptionalInt.of(step);
            over = true;
            return;
        }
        reluLoss[step] = loss;
        if (reluOutputs.size() < outputSteps.length && outputSteps[reluOutputs.size()] == step) {
            relu.network().lookAtAll();
            reluOutputs.add(relu.network().outputs());
        }
        int passed = snapshots.size() - 1;
        boolean last = step == curve - 1;
        if (step == 0 || last || (passed < MILESTONES.length && loss <= MILESTONES[passed] * reluLoss[0])) {
            relu.network().lookAtAll();
            snapshots.add(Snapshot.of(data, relu.network(), step, loss));
        }
        if (last && !(reluLoss[0] > 0)) {
            over = true;
        } else if (last) {
            candidates = Candidates.of(data, snapshots, plan);
            begin(0);
        } else {
            relu.step();
            step++;
        }
    }

    private void begin(int candidate) {
        step = 0;
        if (candidate < candidates.size()) {
            running = candidates.get(candidate).on(data);
            runningLoss = new double[curve];
            runningOutputs = new double[outputSteps.length];
            compared = 0;
        }
    }

    private void tryOut() {
        double loss = running.recordedLoss(running.loss());
        if (Double.isFinite(loss)) {
            runningLoss[step] = loss;
            compareOutputs();
            running.step();
            step++;
        } else {
            Arrays.fill(runningLoss, step, curve, Double.POSITIVE_INFINITY);
            Arrays.fill(runningOutputs, compared, runningOutputs.length, Double.POSITIVE_INFINITY);
            step = curve;
        }
        if (step == curve) {
            Candidate candidate = candidates.get(trials.size());
            trials.add(new DiscoveryReport.Trial(
                    candidate,
                    runningLoss,
                    CurveDistance.between(runningLoss, reluLoss),
                    runningOutputs,
                    disagreement(candidate)));
            begin(trials.size());
        }
    }

    private void compareOutputs() {
        if (compared < outputSteps.length && outputSteps[compared] == step) {
            running.network().lookAtAll();
            double[] mine = running.network().outputs();
            double[] theirs = reluOutputs.get(compared);
            double sum = 0;
            for (int i = 0; i < mine.length; i++) {
                sum += (mine[i] - theirs[i]) * (mine[i] - theirs[i]);
            }
            runningOutputs[compared] = Math.sqrt(sum) / outputSize;
            compared++;
        }
    }

    /** Mean over the layers of the gates' disagreement with the ReLU network's at the end. */
    private double disagreement(Candidate candidate) {
        Snapshot end = snapshots.get(snapshots.size() - 1);
        double sum = 0;
        int layers = end.summed().size();
        for (int l = 0; l < layers; l++) {
            Matrix gates = GatePatterns.raw(end.summed().get(l));
            sum += GatePatterns.disagreement(
                    gates, candidate.gates().get(l), end.contributions().get(l));
        }
        return sum / layers;
    }

    /** What share of all training steps has been made; the number of candidates is known once the ReLU network is trained. */
    public double progress() {
        if (done()) {
            return 1;
        }
        int runs = 1 + (watching() ? Candidates.most(data, plan) : candidates.size());
        double made = watching() ? 0 : 1 + trials.size();
        return (made + step / (double) curve) / runs;
    }

    /** What is being trained. */
    public Phrase stage() {
        if (done()) {
            return Phrase.of("search.stage.done");
        }
        return watching()
                ? Phrase.of("search.stage.relu")
                : Phrase.of(
                        "search.stage.candidate",
                        Argument.of(candidates.get(trials.size()).name()));
    }

    /** What the search leaves as it is. */
    Optional<Phrase> note() {
        return data.note();
    }

    /** What is known so far. */
    public DiscoveryReport report() {
        int known = watching() ? step : divergedAt.orElse(curve);
        return new DiscoveryReport(
                done(), Arrays.copyOf(reluLoss, known), snapshots, trials, outputSteps, data.linearFloor(), divergedAt);
    }
}
