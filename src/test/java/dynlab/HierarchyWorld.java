package dynlab;

import dynlab.numeric.Matrix;

/** Eight items under a binary tree of four levels, one property a node, with signs that flip with chance 0.15 a branch. */
final class HierarchyWorld {
    private HierarchyWorld() {}

    /**
     * Properties × items: a node at depth l is √(ρ(3−l) − ρ(4−l)) at the items below it, ρ(u) = 0.7^(2u), ρ(4) = 0. Its
     * singular values are 1.5623, 1.2246, 1.0049 twice, 0.7141 four times.
     */
    static Matrix readable() {
        double[][] rows = new double[15][8];
        for (int depth = 0; depth <= 3; depth++) {
            double above = depth == 0 ? 0 : Math.pow(0.7, 2 * (4 - depth));
            double value = Math.sqrt(Math.pow(0.7, 2 * (3 - depth)) - above);
            for (int item = 0; item < 8; item++) {
                rows[(1 << depth) - 1 + (item >> (3 - depth))][item] = value;
            }
        }
        return Matrix.of(rows);
    }
}
