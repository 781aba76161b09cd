package dynlab.theory;

/**
 * What theory says of two linear layers beside their loss and modes, at each recorded step; each empty where no theory says, or
 * where the run does not record what it speaks of.
 *
 * @param kernel how far the tangent kernel has turned, 1 − cosine
 * @param features how far the similarity of hidden vectors has turned, 1 − cosine
 * @param coupling share of the map off the diagonal of its modes
 */
public record LayersForetold(double[] kernel, double[] features, double[] coupling) {
    private static final double[] NOTHING = new double[0];

    /** Nothing is foretold. */
    public static final LayersForetold NONE = new LayersForetold(NOTHING, NOTHING, NOTHING);
}
