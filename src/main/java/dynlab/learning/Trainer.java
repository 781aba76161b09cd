package dynlab.learning;

import dynlab.architecture.Architecture;
import dynlab.network.Network;
import dynlab.network.Target;
import dynlab.numeric.Rng;
import java.util.List;
import java.util.Optional;

/**
 * Trains a network, the only thing that does. A step n is: shuffle if an epoch begins; {@link #loss}, after which a run may
 * be recorded; {@link #step}: all gradients at the old weights, biases, gates and feedback matrices, then new feedback
 * matrices, then weights and biases, then gates. Allocates nothing after it is made.
 */
public final class Trainer {
    private static final double[] NONE = {};

    private final Network network;
    private final double rate;
    private final double[] gateRates;
    private final int[] from;
    private final int gatesEvery;
    private final Method method;
    private final List<Target> targets;
    private final Optional<Batches> batches;
    private final Optional<Periods> periods;
    private final Rng noise;
    private final int edges;
    private final int nodes;
    private final double[][] velocity;
    private final double[][] biasVelocity;
    /** Of feedback matrices on the way back of a tied edge: its gradient and weights as that edge sees them. */
    private final double[][] seenDescent;

    private final double[][] seenWeights;
    private int made;
    private boolean prepared;

    /**
     * Full-batch gradient descent of all edges from the first step on.
     *
     * @param rate η = dt / tau
     */
    public Trainer(Network network, double rate) {
        this(
                network,
                new TrainingPlan(
                        rate,
                        new double[network.gateGroups()],
                        new int[network.architecture().edges().size()],
                        1,
                        Method.PLAIN));
    }

    /**
     * Training by any method.
     *
     * @param network made for {@link #capacity} samples
     */
    public Trainer(Network network, TrainingPlan plan) {
        this.network = network;
        rate = plan.rate();
        gateRates = plan.gateRates();
        from = plan.from();
        gatesEvery = plan.gatesEvery();
        method = plan.method();
        Architecture architecture = network.architecture();
        edges = architecture.edges().size();
        nodes = architecture.nodes().size();
        targets = network.targets();
        int samples = network.samples();
        batches = method.batch().filter(batch -> batch.size() < samples).map(batch -> new Batches(batch, samples));
        periods = batches.isEmpty() ? Periods.of(network.trained()) : Optional.empty();
        noise = new Rng(method.noise().map(LabelNoise::seed).orElse(0));
        method.noise().ifPresent(kind -> kind.beforeTheFirstStep(targets, noise));
        boolean moving = method.update().kind().mover().hasVelocity();
        velocity = new double[edges][0];
        biasVelocity = new double[nodes][0];
        for (int e = 0; moving && e < edges; e++) {
            velocity[e] = architecture.owns(e) ? new double[network.liveWeights(e).length] : NONE;
        }
        for (int v = 0; moving && v < nodes; v++) {
            biasVelocity[v] = new double[network.liveBias(v).length];
        }
        int learned = method.rule().kind().teacher().learns() ? network.feedbacks() : 0;
        seenDescent = new double[learned][0];
        seenWeights = new double[learned][0];
        for (int k = 0; k < learned; k++) {
            if (architecture.transposed(network.feedbackEdge(k))) {
                seenDescent[k] = new double[network.liveFeedback(k).length];
                seenWeights[k] = new double[network.liveFeedback(k).length];
            }
        }
    }

    /**
     * For how many samples a network has to have room that will be trained so; 0 if every step looks at all.
     *
     * @param samples of all trained contexts
     * @param periods whether some context is trained for a part of the run only
     */
    public static int capacity(Method method, int samples, boolean periods) {
        int size = method.batch().map(Batch::size).orElse(samples);
        return size < samples ? size : periods ? samples : 0;
    }

    /** The network that is trained. */
    public Network network() {
        return network;
    }

    /** Number of steps made. */
    public int made() {
        return made;
    }

    /**
     * The loss before the step to come, of the samples that it looks at and against their clean targets; with batches times
     * P / size. Leaves the activities for {@link #step}.
     */
    public double loss() {
        if (!prepared) {
            prepare();
            prepared = true;
        }
        return made % gatesEvery == 0 ? network.loss() : network.heldLoss();
    }

    private void prepare() {
        if (batches.isPresent()) {
            Batches all = batches.get();
            int count = all.choose(made);
            int size = all.chosen().length;
            network.select(all.chosen(), count, network.samples() / (double) size);
        }
        if (periods.isPresent() && periods.get().change(made)) {
            network.select(periods.get().chosen(), periods.get().count(), 1);
        }
        if (method.noise().isPresent()) {
            method.noise().get().beforeAStep(targets, noise);
        }
    }

    /** The loss to be recorded before the step to come, after {@link #loss}: of all samples that are trained at that step. */
    public double recordedLoss(double loss) {
        return batches.isPresent() ? network.wholeLoss() : loss;
    }

    /** The loss after the last step: of all samples that would be trained then. */
    public double lastLoss() {
        return batches.isPresent() ? network.wholeLoss() : loss();
    }

    /** One update from the activities that {@link #loss} has just left. */
    public void step() {
        network.gradient();
        moveFeedback();
        UpdateRule update = method.update();
        UpdateRule.Mover mover = update.kind().mover();
        for (int e = 0; e < edges; e++) {
            if (made >= from[e] && network.architecture().owns(e)) {
                mover.move(
                        network.liveWeights(e),
                        network.liveDescent(e),
                        velocity[e],
                        rate,
                        update.beta(),
                        update.weightDecay());
            }
        }
        for (int v = 0; v < nodes; v++) {
            if (network.liveBias(v).length > 0) {
                mover.move(network.liveBias(v), network.liveBiasDescent(v), biasVelocity[v], rate, update.beta(), 0);
            }
        }
        for (int g = 0; g < gateRates.length; g++) {
            network.moveGates(g, gateRates[g]);
        }
        made++;
        prepared = false;
    }

    private void moveFeedback() {
        LearningRule rule = method.rule();
        for (int k = 0; k < seenDescent.length; k++) {
            int e = network.feedbackEdge(k);
            double[] descent = network.liveDescent(e);
            double[] weights = network.liveWeights(e);
            if (seenDescent[k].length > 0) {
                network.copyUsed(e, descent, seenDescent[k]);
                network.copyUsed(e, weights, seenWeights[k]);
                descent = seenDescent[k];
                weights = seenWeights[k];
            }
            rule.kind()
                    .teacher()
                    .move(
                            network.liveFeedback(k),
                            descent,
                            weights,
                            rate,
                            method.update().weightDecay(),
                            rule.mirror());
        }
    }
}
