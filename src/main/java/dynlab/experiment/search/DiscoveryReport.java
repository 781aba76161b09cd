package dynlab.experiment.search;

import dynlab.measure.Contribution;
import dynlab.measure.CurveDistance;
import dynlab.measure.GatePatterns;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.theory.ClaimWords;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a {@link Discovery} has found.
 *
 * @param complete whether every candidate has been tried
 * @param reluLoss the ReLU network's loss before every step, and after the last
 * @param snapshots the ReLU network at the start, at milestones of its loss, at the end
 * @param trials every candidate tried so far, controls first
 * @param outputSteps the steps at which outputs were compared, ascending
 * @param linearFloor the loss at which the best linear map ends on these data; 0 where there is no one such map
 * @param divergedAt the step at which the ReLU network diverged, if it did; then nothing was tried
 */
public record DiscoveryReport(
        boolean complete,
        double[] reluLoss,
        List<Snapshot> snapshots,
        List<Trial> trials,
        int[] outputSteps,
        double linearFloor,
        OptionalInt divergedAt) {
    /** A discovery must be this much closer than the best control. */
    public static final double ACCEPTED = 1.0 / 3;
    /** A control that is closer than this cannot be told from the ReLU network. */
    static final double SAME = 1e-6;
    /** The run is long enough to tell gates apart when the loss is below this share of the linear floor. */
    private static final double LONG_ENOUGH = 0.1;

    /**
     * One candidate and how it did.
     *
     * @param candidate the gates
     * @param loss its loss curve; infinite from where it diverged
     * @param distance from the ReLU network's curve
     * @param outputDistance {@code ‖Ŷ − Ŷ_relu‖ / ‖Y‖} at the report's output steps
     * @param disagreement share of gates in which it differs from the ReLU network's last ones, weighted by contribution
     */
    public record Trial(
            Candidate candidate, double[] loss, CurveDistance distance, double[] outputDistance, double disagreement) {
        public boolean control() {
            return candidate.kind() == Candidate.Kind.CONTROL;
        }
    }

    /**
     * Units that share their gates.
     *
     * @param gates 0 or 1, one a sample
     * @param units how many units
     * @param share what part of all contribution they make in the trained ReLU network
     */
    public record Pathway(double[] gates, int units, double share) {}

    public DiscoveryReport {
        snapshots = List.copyOf(snapshots);
        trials = List.copyOf(trials);
    }

    /** The control with the least (unaligned) distance. */
    public Optional<Trial> bestControl() {
        return trials.stream().filter(Trial::control).min(byDistance());
    }

    /** The other candidate with the least (unaligned) distance. */
    public Optional<Trial> best() {
        return trials.stream().filter(trial -> !trial.control()).min(byDistance());
    }

    /** The best candidate of one kind. */
    public Optional<Trial> best(Candidate.Kind kind) {
        return trials.stream().filter(trial -> trial.candidate().kind() == kind).min(byDistance());
    }

    private static Comparator<Trial> byDistance() {
        return Comparator.comparingDouble(trial -> trial.distance().nrmse());
    }

    /** Whether the best discovery is accepted: closer than a third of the best control, where that is worth anything. */
    public boolean accepted() {
        return complete && ratio() < ACCEPTED && control() >= SAME;
    }

    /** Distance of the best discovery over that of the best control; infinite where there is no such number. */
    public double ratio() {
        double ratio = best().isPresent() && Double.isFinite(control())
                ? best().orElseThrow().distance().nrmse() / control()
                : Double.POSITIVE_INFINITY;
        return Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
    }

    /** Distance of the best control; infinite if there is none or all diverged. */
    private double control() {
        return bestControl().isPresent()
                ? bestControl().orElseThrow().distance().nrmse()
                : Double.POSITIVE_INFINITY;
    }

    /** Whether the ReLU network learned far enough for the curves to tell gates apart. */
    public boolean longEnough() {
        double end = reluLoss.length == 0 ? Double.POSITIVE_INFINITY : reluLoss[reluLoss.length - 1];
        return end < LONG_ENOUGH * (beyondLinear() ? linearFloor : reluLoss[0]);
    }

    /** Whether something remains to be learned where the best linear map ends. */
    private boolean beyondLinear() {
        return linearFloor > 1e-9 * reluLoss[0];
    }

    /** The pathways of one hidden layer of a candidate, from 1 up, the most important first. */
    public List<Pathway> pathways(Trial trial, int layer) {
        Matrix gates = trial.candidate().gates().get(layer - 1);
        double[] contributions =
                snapshots.get(snapshots.size() - 1).contributions().get(layer - 1);
        boolean[] used = Contribution.used(contributions);
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        double whole = 0;
        for (int u = 0; u < gates.rows(); u++) {
            if (used[u]) {
                members.computeIfAbsent(GatePatterns.word(gates, u), word -> new ArrayList<>())
                        .add(u);
                whole += contributions[u];
            }
        }
        List<Pathway> pathways = new ArrayList<>();
        for (List<Integer> units : members.values()) {
            double sum = 0;
            for (int u : units) {
                sum += contributions[u];
            }
            pathways.add(new Pathway(gates.row(units.get(0)), units.size(), whole > 0 ? sum / whole : 0));
        }
        pathways.sort(Comparator.comparingDouble(Pathway::share).reversed());
        return pathways;
    }

    /** The verdict in a sentence or two. */
    public Phrase sentence() {
        if (divergedAt.isPresent()) {
            return Phrase.of("search.diverged", Argument.count(divergedAt.getAsInt()));
        }
        if (complete && reluLoss.length > 0 && !(reluLoss[0] > 0)) {
            return Phrase.of("search.nothing");
        }
        if (!complete || best().isEmpty() || bestControl().isEmpty()) {
            return Phrase.of("search.looking");
        }
        Trial best = best().orElseThrow();
        Argument name = Argument.of(best.candidate().name());
        Argument control = Argument.of(bestControl().orElseThrow().candidate().name());
        if (!Double.isFinite(control())) {
            return Phrase.of("search.no-control");
        }
        if (control() < SAME) {
            return Phrase.of("search.same", control);
        }
        if (!Double.isFinite(best.distance().nrmse())) {
            return Phrase.of("search.all-diverged");
        }
        Argument times = Argument.of(times(ratio()));
        Phrase verdict = accepted()
                ? Phrase.of("search.found", name, times, control)
                : Phrase.of("search.not-found", name, times, control);
        return longEnough() ? verdict : ClaimWords.both(verdict, unsure());
    }

    private Phrase unsure() {
        return beyondLinear() ? Phrase.of("search.unsure-linear") : Phrase.of("search.unsure-start");
    }

    /** "23 % of", with a decimal where a third is near. */
    private static Phrase times(double ratio) {
        if (ratio > 10) {
            return Phrase.of("search.times-many");
        }
        int decimals = Math.abs(ratio - ACCEPTED) > 0.01 ? 0 : 1;
        return Phrase.of("search.times", Argument.name(Numbers.percent(ratio, decimals)));
    }
}
