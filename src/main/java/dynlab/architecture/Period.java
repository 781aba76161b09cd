package dynlab.architecture;

/**
 * The steps {@code from ≤ n < to} of a run.
 *
 * @param from first step, at least 0
 * @param to one past the last, at least from
 */
public record Period(int from, int to) {
    public boolean contains(int step) {
        return from <= step && step < to;
    }
}
