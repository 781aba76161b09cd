package dynlab.measure;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which contexts test what was learned. A context that is only measured tests a <em>trained route</em> if some trained
 * context has its gates, and one <em>never trained</em> (zero-shot) if none has. Where nothing was kept back of the trained
 * routes, their own contexts stand for them.
 *
 * @param trained indices of the contexts that speak for trained routes, ascending
 * @param never indices of those that speak for routes never trained, ascending
 */
public record TestedRoutes(int[] trained, int[] never) {
    public TestedRoutes {
        trained = trained.clone();
        never = never.clone();
    }

    /** Sorts the contexts of an experiment. */
    public static TestedRoutes of(List<Context> contexts) {
        Set<Gates> learned = new HashSet<>();
        for (Context context : contexts) {
            if (context.train()) {
                learned.add(context.gates());
            }
        }
        int[] own = new int[contexts.size()];
        int[] kept = new int[contexts.size()];
        int[] never = new int[contexts.size()];
        int owns = 0;
        int keeps = 0;
        int nevers = 0;
        for (int c = 0; c < contexts.size(); c++) {
            if (contexts.get(c).train()) {
                own[owns++] = c;
            } else if (learned.contains(contexts.get(c).gates())) {
                kept[keeps++] = c;
            } else {
                never[nevers++] = c;
            }
        }
        return new TestedRoutes(
                keeps > 0 ? Arrays.copyOf(kept, keeps) : Arrays.copyOf(own, owns), Arrays.copyOf(never, nevers));
    }

    @Override
    public int[] trained() {
        return trained.clone();
    }

    @Override
    public int[] never() {
        return never.clone();
    }

    /** Whether any context tests a route that was never trained. */
    public boolean zeroShot() {
        return never.length > 0;
    }

    /**
     * The mean of some contexts at every record.
     *
     * @param values records × contexts, row-major
     * @param contexts how many contexts there are
     * @param chosen those that are meant; where there are none, the mean is 0
     * @param records how many records are meant
     */
    public static double[] mean(double[] values, int contexts, int[] chosen, int records) {
        double[] mean = new double[records];
        for (int i = 0; i < records; i++) {
            mean[i] = meanAt(values, contexts, chosen, i);
        }
        return mean;
    }

    /** The same at one record. */
    public static double meanAt(double[] values, int contexts, int[] chosen, int record) {
        double mean = 0;
        for (int c : chosen) {
            mean += values[record * contexts + c] / chosen.length;
        }
        return mean;
    }
}
