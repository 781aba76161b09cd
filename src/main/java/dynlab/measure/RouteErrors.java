package dynlab.measure;

import dynlab.architecture.Context;
import java.util.Arrays;
import java.util.List;

/** The errors of some contexts as one: of the routes that are trained, or of those that never are. */
public final class RouteErrors {
    private RouteErrors() {}

    /**
     * Mean error of the contexts that are trained, or of the others.
     *
     * @param errors ½|y − h|² of every context at every record, records × contexts, row-major
     * @param contexts all of them
     * @param trained which of them are meant
     * @param records how many records are meant
     * @return one mean a record; empty where there are no such contexts
     */
    public static double[] mean(double[] errors, List<Context> contexts, boolean trained, int records) {
        int[] chosen = new int[contexts.size()];
        int count = 0;
        for (int c = 0; c < chosen.length; c++) {
            if (contexts.get(c).train() == trained) {
                chosen[count++] = c;
            }
        }
        return count == 0
                ? new double[0]
                : TestedRoutes.mean(errors, contexts.size(), Arrays.copyOf(chosen, count), records);
    }
}
