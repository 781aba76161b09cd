package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.DataRange;
import dynlab.experiment.Experiment;
import dynlab.experiment.Training;
import dynlab.learning.LearningRule;
import dynlab.learning.UpdateRule;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.theory.Assumption;
import dynlab.theory.Badge;
import dynlab.theory.ClaimWords;
import dynlab.theory.Prediction;
import dynlab.theory.PredictionCurves;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.theory.StepRule;
import dynlab.theory.modes.DeepLinearTheory;
import dynlab.theory.race.ConstantInput;
import dynlab.theory.race.NeuralRaceReduction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What theory says of a run that is not plain descent on one squared error: an exact map, or why there is none. */
final class OtherDescent {
    private static final String TOO_MANY = "There are too many paths or too wide layers to look for common frames.";

    private OtherDescent() {}

    /** The prediction; kind {@code none} with the reason where no theory knows how this run learns. */
    static Prediction predict(Runner runner, List<Matrix> weights, int[] steps) {
        Experiment experiment = runner.experiment();
        Training training = experiment.training();
        List<String> unknown = unknown(experiment);
        if (!unknown.isEmpty()) {
            return none("No theory here knows " + String.join(", ", unknown) + ".");
        }
        StepRule rule = rule(training.method().update());
        Architecture graph = experiment.architecture();
        if (graph.biased()) {
            ConstantInput whole = ConstantInput.of(
                    graph, experiment.contexts(), weights, experiment.extras().biases());
            return NeuralRaceReduction.of(whole.architecture(), whole.contexts(), whole.weights())
                    .map(reduction -> reduction.predict(rule, training.dt(), training.tau(), steps))
                    .orElseGet(() -> none(TOO_MANY));
        }
        boolean open = experiment.contexts().stream()
                .allMatch(context -> context.gates().open());
        if (open && graph.linearChain().isPresent() && DataRange.plain(experiment.contexts())) {
            Map<String, Matrix> byEdge = new LinkedHashMap<>();
            for (int e = 0; e < weights.size(); e++) {
                byEdge.put(graph.edges().get(e).id(), weights.get(e));
            }
            return DeepLinearTheory.predict(
                    graph, experiment.contexts(), byEdge, rule, training.dt(), training.tau(), steps);
        }
        return runner.reduction()
                .map(reduction -> reduction.predict(rule, training.dt(), training.tau(), steps))
                .orElseGet(() -> none(TOO_MANY));
    }

    private static StepRule rule(UpdateRule update) {
        StepRule.Kind kind = switch (update.kind()) {
            case GRADIENT -> StepRule.Kind.PLAIN;
            case HEAVY_BALL -> StepRule.Kind.HEAVY_BALL;
            case NESTEROV -> StepRule.Kind.NESTEROV;
        };
        return new StepRule(kind, update.beta(), update.weightDecay());
    }

    /** What of this training is beyond every theory. */
    private static List<String> unknown(Experiment experiment) {
        Training training = experiment.training();
        List<String> unknown = new ArrayList<>();
        add(unknown, "edges that learn later", !training.from().isEmpty());
        add(unknown, "gates that are held", training.gatesEvery().isPresent());
        add(unknown, "cross-entropy", training.method().loss() != Loss.SQUARED);
        add(unknown, "batches", training.method().batch().isPresent());
        add(unknown, "label noise", training.method().noise().isPresent());
        add(
                unknown,
                "other ways for errors to travel back",
                training.method().rule().kind() != LearningRule.Kind.BACKPROP
                        || !experiment.extras().feedback().isEmpty());
        boolean decays = training.method().update().weightDecay() > 0;
        add(
                unknown,
                "biases that do not decay beside weights that do",
                experiment.architecture().biased() && decays);
        add(unknown, "tied matrices", experiment.architecture().tied());
        add(unknown, "learned gates", !experiment.extras().gates().isEmpty());
        add(
                unknown,
                "contexts that come and go",
                experiment.contexts().stream()
                        .anyMatch(context -> context.during().isPresent()));
        return unknown;
    }

    private static void add(List<String> list, String words, boolean there) {
        if (there) {
            list.add(words);
        }
    }

    private static Prediction none(String reason) {
        Assumption failed = new Assumption(Premise.PLAIN_TRAINING, Assumption.State.FAILS, 1, 0, reason);
        Prediction nothing = PredictionCurves.nothing(0, List.of(failed));
        Badge badge = new Badge(Badge.Grade.NONE, ClaimWords.reason(nothing.claim()) + " " + reason, 1);
        return nothing.reaching(Reach.of(badge, "Sign traps were not searched for: no theory speaks of this run."));
    }
}
