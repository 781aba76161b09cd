package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.network.Measured;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A run as measures see it at one time. What several of them need, such as the activities in every context, is worked out
 * once a time, and only if one of them asks.
 */
public final class Subject {
    /**
     * Modes of the data.
     *
     * @param u left vectors as columns, outputs × modes
     * @param v right vectors as columns, inputs × modes
     */
    public record Basis(Matrix u, Matrix v) {}

    private final Network network;
    private final List<Context> contexts;
    private final Supplier<Optional<Basis>> modes;
    private Optional<Measured> measured = Optional.empty();
    private Optional<Tuning> tuning = Optional.empty();
    private Optional<TotalMap> total = Optional.empty();
    private boolean mapKnown;
    private boolean activitiesKnown;
    private final int samples;
    private double loss;

    /**
     * @param network what is trained
     * @param contexts all contexts, trained or not
     * @param modes gives the modes of the data, where the graph is one linear map; asked at most once, by those that need it
     */
    public Subject(Network network, List<Context> contexts, Supplier<Optional<Basis>> modes) {
        this.network = network;
        this.contexts = List.copyOf(contexts);
        this.modes = modes;
        int all = 0;
        for (Context context : contexts) {
            all += context.samples();
        }
        samples = all;
    }

    /** The weights have moved: what was known is forgotten. */
    public void at(double lossNow) {
        loss = lossNow;
        activitiesKnown = false;
        mapKnown = false;
        tuning = Optional.empty();
    }

    public Network network() {
        return network;
    }

    public Architecture architecture() {
        return network.architecture();
    }

    public List<Context> contexts() {
        return contexts;
    }

    /** Samples of all contexts. */
    public int samples() {
        return samples;
    }

    /** The loss now. */
    public double loss() {
        return loss;
    }

    Optional<Basis> modes() {
        return modes.get();
    }

    /** Activities now, in all contexts. */
    Measured activities() {
        if (measured.isEmpty()) {
            measured = Optional.of(new Measured(network, contexts));
        }
        if (!activitiesKnown) {
            measured.get().forget();
            activitiesKnown = true;
        }
        return measured.get();
    }

    /** Writes what a node does on all samples of all contexts in order, units × samples, row-major. */
    void hidden(int node, double[] to) {
        int before = 0;
        for (int c = 0; c < contexts.size(); c++) {
            activities().copy(c, node, to, before, samples);
            before += contexts.get(c).samples();
        }
    }

    /** What hidden units respond to now. */
    Tuning tuning() {
        if (tuning.isEmpty()) {
            tuning = Optional.of(Tuning.seen(network, activities(), contexts, 0, loss));
        }
        return tuning.get();
    }

    /** The total map now, of a network that has one. */
    TotalMap map() {
        if (total.isEmpty()) {
            total = Optional.of(new TotalMap(network));
        }
        if (!mapKnown) {
            total.get().refresh();
            mapKnown = true;
        }
        return total.get();
    }
}
