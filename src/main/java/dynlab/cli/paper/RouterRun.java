package dynlab.cli.paper;

import dynlab.architecture.Context;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.learning.Trainer;
import dynlab.network.Measured;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.task.GatedTask;
import dynlab.task.Race;
import java.util.Arrays;

/** A router in training, with what the published figures show of it. */
final class RouterRun {
    private final GatedTask task;
    private final Network network;
    private final Trainer trainer;
    private final Measured measured;
    private double[] loss = new double[0];

    RouterRun(Race race, Init init, double learningRate) {
        task = race.task();
        network = new Network(
                task.architecture(), task.contexts(), Initialization.draw(init, task.architecture(), task.contexts()));
        trainer = new Trainer(network, learningRate);
        measured = new Measured(network, task.contexts());
    }

    /** Goes on for some steps. */
    RouterRun train(int steps) {
        int before = loss.length;
        loss = Arrays.copyOf(loss, before + steps);
        for (int step = 0; step < steps; step++) {
            loss[before + step] = trainer.loss();
            trainer.step();
        }
        measured.refresh();
        return this;
    }

    /** The loss before every step. */
    double[] loss() {
        return loss.clone();
    }

    /** First step at which the loss is at most a share of its start, or the number of steps. */
    int crossing(double share) {
        int i = 0;
        while (i < loss.length && loss[i] > share * loss[0]) {
            i++;
        }
        return i;
    }

    /** Half the squared error of every route that is trained, or of every one that is not. */
    double[] errors(boolean trained) {
        double[] errors = new double[task.contexts().size()];
        int count = 0;
        for (int c = 0; c < errors.length; c++) {
            Context context = task.contexts().get(c);
            if (context.train() == trained) {
                errors[count++] = measured.error(c);
            }
        }
        return Arrays.copyOf(errors, count);
    }

    /** The largest error of one number of an answer on the untrained routes. */
    double worstAnswer() {
        double worst = 0;
        for (int c : task.untrained()) {
            for (var target : task.contexts().get(c).y().entrySet()) {
                int node = task.architecture().node(target.getKey()).orElseThrow();
                worst = Math.max(
                        worst,
                        target.getValue().minus(measured.activity(c, node)).largest());
            }
        }
        return worst;
    }

    /** What the route between two domains says, properties × items; of the last end of {@link #train}. */
    Matrix answer(int input, int output) {
        int node = task.architecture().node("out" + output).orElseThrow();
        return measured.activity(input * (int) Math.sqrt(task.contexts().size()) + output, node);
    }

    Matrix weight(String edge) {
        return network.weight(task.architecture().edge(edge).orElseThrow());
    }

    /** {@code W1_iᵀ W1_j}: the similarity of the items of domain i and those of domain j in the first hidden layer. */
    Matrix similarity(int i, int j) {
        return weight("in" + i + ">h1").transpose().times(weight("in" + j + ">h1"));
    }

    double multiplications() {
        return network.forwardMultiplications();
    }
}
