package dynlab.theory.race;

/**
 * The sums of merged dynamics, one row a class of α, of β or of edges: pairs (class of edge, class of α or β) with their
 * factors.
 *
 * @param gates input gate of every class of α
 * @param alphaTerms what feeds an α
 * @param alphaFactors its factors
 * @param s S of every class of β, zeros where it is no output
 * @param d D of every channel that reaches an output
 * @param dAlphas the α of these channels
 * @param betaTerms what a β is fed back from
 * @param betaFactors its factors
 * @param useTerms pairs (α, β) of the uses of one edge of a class
 * @param useFactors factors times counts
 */
record MergedTerms(
        double[] gates,
        int[][] alphaTerms,
        double[][] alphaFactors,
        double[][] s,
        double[][][] d,
        int[][] dAlphas,
        int[][] betaTerms,
        double[][] betaFactors,
        int[][] useTerms,
        double[][] useFactors) {}
