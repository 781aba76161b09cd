package dynlab.experiment.search;

import dynlab.architecture.Context;
import dynlab.architecture.ReluLayers;
import dynlab.experiment.Experiment;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Discovery} has found so far, in few numbers: the form in which it stands beside a run.
 *
 * @param complete whether every candidate has been tried
 * @param share how much of the search is done
 * @param stage what is being trained
 * @param sentence the verdict
 * @param accepted whether the best is closer than a third of the best control
 * @param trials every candidate tried so far, controls first
 * @param pathways of the best candidate's first hidden layer, the most important first; at most {@value #MOST_PATHWAYS}
 */
public record Findings(
        boolean complete,
        double share,
        Phrase stage,
        Phrase sentence,
        boolean accepted,
        List<Trial> trials,
        List<Pathway> pathways) {
    static final int MOST_PATHWAYS = 12;

    /**
     * One candidate and how it did.
     *
     * @param name what its gates are called
     * @param nrmse distance of its loss from the ReLU network's, infinite if it diverged
     * @param aligned the same after the best shift
     * @param shift that shift, in steps
     * @param area area between the curves over that below
     * @param endRatio of the last losses
     * @param disagreement of the gates with the ReLU network's last ones
     */
    public record Trial(
            Phrase name,
            Candidate.Kind kind,
            double nrmse,
            double aligned,
            int shift,
            double area,
            double endRatio,
            double disagreement) {
        public boolean control() {
            return kind == Candidate.Kind.CONTROL;
        }
    }

    /** Units that share their gates: 0 or 1, one a sample, and what part of all contribution they make. */
    public record Pathway(double[] gates, int units, double share) {}

    public Findings {
        trials = List.copyOf(trials);
        pathways = List.copyOf(pathways);
    }

    /** The contexts whose samples the gates are over, in this order: the trained ones with a target. */
    public static List<Context> contexts(Experiment experiment) {
        return SearchData.contexts(experiment);
    }

    /** The names of the layers that get gates, from the input up. */
    public static List<String> layers(Experiment experiment) {
        List<String> names = new ArrayList<>();
        for (int v : ReluLayers.of(experiment.architecture())) {
            names.add(experiment.architecture().nodes().get(v).id());
        }
        return names;
    }

    /** The trial with the least distance, controls left out or not. */
    public Optional<Trial> closest(boolean controlsToo) {
        Optional<Trial> closest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Trial trial : trials) {
            if (trial.nrmse() < least && (controlsToo || !trial.control())) {
                least = trial.nrmse();
                closest = Optional.of(trial);
            }
        }
        return closest;
    }

    /** Whether there are a control and a discovery that can be compared. */
    public boolean judged() {
        double control = least(true);
        return complete && Double.isFinite(control) && control >= DiscoveryReport.SAME && Double.isFinite(least(false));
    }

    /** The least distance of all controls, or of all others; infinite where there is none. */
    public double least(boolean control) {
        double least = Double.POSITIVE_INFINITY;
        for (Trial trial : trials) {
            least = trial.control() == control ? Math.min(least, trial.nrmse()) : least;
        }
        return least;
    }
}
