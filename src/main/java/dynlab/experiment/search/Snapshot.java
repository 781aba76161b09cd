package dynlab.experiment.search;

import dynlab.measure.Contribution;
import dynlab.measure.MixedSelectivity;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The hidden layers of a network at one moment of its training.
 *
 * @param step steps made
 * @param loss the loss then
 * @param summed summed inputs z of each hidden layer, units × samples, from the input up
 * @param contributions what each unit contributes, by layer
 */
public record Snapshot(int step, double loss, List<Matrix> summed, List<double[]> contributions) {
    public Snapshot {
        summed = List.copyOf(summed);
        contributions = List.copyOf(contributions);
    }

    /** Activity {@code h = max(z, 0)} of hidden layer {@code l}, from 1 up, units × samples. */
    public Matrix hidden(int l) {
        Matrix z = summed.get(l - 1);
        double[] h = z.toArray();
        for (int i = 0; i < h.length; i++) {
            h[i] = Math.max(h[i], 0);
        }
        return Matrix.of(z.rows(), z.columns(), h);
    }

    /** How hidden layer {@code l}, from 1 up, shares its work among contexts that hold the same objects. */
    public MixedSelectivity selectivity(int l, int contexts) {
        return MixedSelectivity.of(hidden(l), contributions.get(l - 1), contexts);
    }

    /** The moment that a ReLU network is in, after the loss of all samples has been asked for. */
    static Snapshot of(SearchData data, Network network, int step, double loss) {
        List<Matrix> summed = new ArrayList<>();
        List<double[]> contributions = new ArrayList<>();
        for (int l = 0; l < data.layers().size(); l++) {
            Matrix readout = network.readout(data.layers().get(l));
            summed.add(data.summed(network, l));
            contributions.add(Contribution.of(readout, data.hidden(network, l)));
        }
        return new Snapshot(step, loss, summed, contributions);
    }
}
