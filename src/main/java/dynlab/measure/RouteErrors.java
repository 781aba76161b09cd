package dynlab.measure;

import dynlab.architecture.Context;
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
        int all = contexts.size();
        int count = 0;
        for (Context context : contexts) {
            count += context.train() == trained ? 1 : 0;
        }
        if (count == 0) {
            return new double[0];
        }
        double[] mean = new double[records];
        for (int i = 0; i < records; i++) {
            for (int c = 0; c < all; c++) {
                mean[i] += contexts.get(c).train() == trained ? errors[i * all + c] / count : 0;
            }
        }
        return mean;
    }
}
