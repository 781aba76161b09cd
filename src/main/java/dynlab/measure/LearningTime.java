package dynlab.measure;

/** When a run leaves its plateau, when it has learned, and whether it jumps to and fro for ever. */
public final class LearningTime {
    private LearningTime() {}

    /**
     * First record from which on the loss stays below a threshold.
     *
     * @param loss loss at each record
     * @param threshold what it stays below
     * @return index of the record, or −1 if the last is not below
     */
    public static int stays(double[] loss, double threshold) {
        int since = -1;
        for (int i = 0; i < loss.length; i++) {
            since = !(loss[i] < threshold) ? -1 : since < 0 ? i : since;
        }
        return since;
    }

    /**
     * First record at which the loss is below a share of the first: the end of the plateau.
     *
     * @param loss loss at each record
     * @param share such as 0.9
     * @return index of the record, or −1
     */
    public static int leaves(double[] loss, double share) {
        for (int i = 0; i < loss.length; i++) {
            if (loss[i] < share * loss[0]) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Period of the orbit that the last values are on: 1 at rest or still on the way, 2 for a cycle of two points, 0 where
     * they jump without either.
     *
     * @param values one a step, at least 8 for any answer but 1
     * @param unit what counts as one: jumps below a millionth of it are rest
     */
    public static int period(double[] values, double unit) {
        int last = values.length - 1;
        if (last < 7 || Math.abs(values[last] - values[last - 1]) < 1e-6 * unit) {
            return 1;
        }
        boolean turns = true;
        for (int i = last - 5; i <= last; i++) {
            turns &= (values[i] - values[i - 1]) * (values[i - 1] - values[i - 2]) < 0;
        }
        double jump = Math.abs(values[last] - values[last - 1]);
        double early = Math.abs(values[last - 6] - values[last - 5]);
        if (turns && Math.abs(values[last] - values[last - 2]) < 1e-3 * jump) {
            return 2;
        }
        // a jump that shrinks is on its way to rest
        return turns && jump < early ? 1 : turns || reverses(values) ? 0 : 1;
    }

    private static boolean reverses(double[] values) {
        int turns = 0;
        for (int i = values.length - 6; i < values.length; i++) {
            turns += (values[i] - values[i - 1]) * (values[i - 1] - values[i - 2]) < 0 ? 1 : 0;
        }
        return turns >= 2;
    }
}
