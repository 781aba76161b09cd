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
import dynlab.theory.modes.FeedbackModes;
import dynlab.theory.modes.TiedChain;
import dynlab.theory.race.ConstantInput;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.rhythm.RecurrentTheory;
import dynlab.theory.rhythm.Unrolled;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What theory says of a run that is not plain descent on one squared error: an exact map, or why there is none. */
final class OtherDescent {
    private static final Phrase TOO_MANY = Phrase.of("claim.badge.too-many-paths");

    private OtherDescent() {}

    /** The prediction; kind {@code none} with the reason where no theory knows how this run learns. */
    static Prediction predict(Runner runner, List<Matrix> weights, int[] steps) {
        Experiment experiment = runner.experiment();
        Training training = experiment.training();
        List<Argument> unknown = unknown(experiment);
        if (!unknown.isEmpty()) {
            return none(Phrase.of("claim.unknown.all", new Argument.Listed(unknown)));
        }
        StepRule rule = rule(training.method().update());
        Architecture graph = experiment.architecture();
        if (recurrent(experiment)) {
            double rate = training.dt() / training.tau();
            return RecurrentTheory.predict(graph, experiment.contexts(), weights, rate, steps)
                    .orElseThrow();
        }
        if (graph.tied()) {
            return TiedChain.predict(graph, experiment.contexts(), weights, rule, training.dt(), training.tau(), steps);
        }
        if (training.method().rule().kind() == LearningRule.Kind.FEEDBACK_ALIGNMENT) {
            Matrix back = experiment.extras().feedback().values().iterator().next();
            return FeedbackModes.predict(
                    graph, experiment.contexts(), weights, back, rule, training.dt(), training.tau(), steps);
        }
        if (graph.biased()) {
            ConstantInput whole = ConstantInput.of(
                    graph, experiment.contexts(), weights, experiment.extras().biases());
            return NeuralRaceReduction.of(whole.architecture(), whole.contexts(), whole.weights())
                    .map(reduction ->
                            reduction.predict(rule, graph.edges().size(), training.dt(), training.tau(), steps))
                    .orElseGet(() -> none(TOO_MANY));
        }
        if (openChain(experiment)) {
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
    private static List<Argument> unknown(Experiment experiment) {
        Training training = experiment.training();
        boolean backprop = training.method().rule().kind() == LearningRule.Kind.BACKPROP
                && experiment.extras().feedback().isEmpty();
        boolean tied = experiment.architecture().tied();
        List<Argument> unknown = new ArrayList<>();
        add(unknown, Phrase.of("claim.unknown.later-edges"), !training.from().isEmpty());
        add(
                unknown,
                Phrase.of("claim.unknown.held-gates"),
                training.gatesEvery().isPresent());
        add(unknown, Phrase.of("claim.unknown.cross-entropy"), training.method().loss() != Loss.SQUARED);
        add(
                unknown,
                Phrase.of("claim.unknown.batches"),
                training.method().batch().isPresent());
        add(
                unknown,
                Phrase.of("claim.unknown.label-noise"),
                training.method().noise().isPresent());
        add(unknown, Phrase.of("claim.unknown.other-ways-back"), !(backprop || aligns(experiment)));
        add(unknown, Phrase.of("claim.unknown.ties"), tied && !openChain(experiment) && !recurrent(experiment));
        add(
                unknown,
                Phrase.of("claim.unknown.biases-beside-ties"),
                tied && experiment.architecture().biased());
        add(
                unknown,
                Phrase.of("claim.unknown.learned-gates"),
                !experiment.extras().gates().isEmpty());
        add(
                unknown,
                Phrase.of("claim.unknown.passing-contexts"),
                experiment.contexts().stream()
                        .anyMatch(context -> context.during().isPresent()));
        return unknown;
    }

    private static boolean openChain(Experiment experiment) {
        boolean open = experiment.contexts().stream()
                .allMatch(context -> context.gates().open());
        return open && experiment.architecture().linearChain().isPresent() && DataRange.plain(experiment.contexts());
    }

    /** Whether this is an unrolled linear network with open gates, trained by plain descent. */
    private static boolean recurrent(Experiment experiment) {
        UpdateRule update = experiment.training().method().update();
        return update.beta() == 0
                && update.weightDecay() == 0
                && Unrolled.of(experiment.architecture()).isPresent()
                && DataRange.plain(experiment.contexts());
    }

    /** Whether this is feedback alignment of a chain of two linear layers without ties and biases. */
    private static boolean aligns(Experiment experiment) {
        Architecture graph = experiment.architecture();
        return experiment.training().method().rule().kind() == LearningRule.Kind.FEEDBACK_ALIGNMENT
                && openChain(experiment)
                && graph.edges().size() == 2
                && !graph.tied()
                && !graph.biased()
                && experiment
                        .extras()
                        .feedback()
                        .keySet()
                        .equals(Set.of(graph.edges()
                                .get(graph.linearChain().orElseThrow()[1])
                                .id()));
    }

    private static void add(List<Argument> list, Phrase what, boolean there) {
        if (there) {
            list.add(Argument.of(what));
        }
    }

    private static Prediction none(Phrase reason) {
        Assumption failed = new Assumption(Premise.PLAIN_TRAINING, Assumption.State.FAILS, 1, 0, Optional.of(reason));
        Prediction nothing = PredictionCurves.nothing(0, List.of(failed));
        Badge badge = new Badge(Badge.Grade.NONE, ClaimWords.both(ClaimWords.reason(nothing.claim()), reason), 1);
        return nothing.reaching(Reach.of(badge, Phrase.of("claim.unsearched.no-theory")));
    }
}
