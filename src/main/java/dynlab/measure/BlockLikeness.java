package dynlab.measure;

/** Whether the blocks of a similarity matrix look alike: what one domain is to itself beside what it is to others. */
public final class BlockLikeness {
    private BlockLikeness() {}

    /**
     * The mean cosine between the block of one domain with itself and its blocks with the others.
     *
     * <pre>c = mean over a ≠ b of tr(S_aaᵀ S_ab) / (‖S_aa‖ ‖S_ab‖)</pre>
     *
     * @param matrix size × size, row-major
     * @param size its rows, a whole number of blocks and at least two
     * @param width rows of a block
     * @return −1 to 1; 1 where the network tells domains apart by nothing. A block of zeros counts 0
     */
    public static double of(double[] matrix, int size, int width) {
        int domains = size / width;
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < domains; a++) {
            for (int b = 0; b < domains; b++) {
                if (a != b) {
                    sum += cosine(matrix, size, width, a, b);
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    private static double cosine(double[] matrix, int size, int width, int a, int b) {
        double dot = 0;
        double own = 0;
        double cross = 0;
        for (int i = 0; i < width; i++) {
            int row = (a * width + i) * size;
            for (int j = 0; j < width; j++) {
                double p = matrix[row + a * width + j];
                double q = matrix[row + b * width + j];
                dot += p * q;
                own += p * p;
                cross += q * q;
            }
        }
        return own > 0 && cross > 0 ? dot / Math.sqrt(own * cross) : 0;
    }
}
