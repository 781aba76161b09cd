package dynlab.experiment;

/**
 * Which recorded quantity, of what.
 *
 * @param quantity what is recorded
 * @param first edge index of singular values and weights, node index of a similarity or input similarity, context index of outputs; otherwise 0
 * @param second node index of outputs; otherwise 0
 */
public record SeriesKey(Quantity quantity, int first, int second) {
    public static SeriesKey of(Quantity quantity) {
        return new SeriesKey(quantity, 0, 0);
    }
}
