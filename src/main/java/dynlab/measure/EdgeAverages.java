package dynlab.measure;

import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What edges that play the same part have in common: the k-th singular value, averaged over them. */
public final class EdgeAverages {
    private EdgeAverages() {}

    /**
     * The mean k-th singular value at every record.
     *
     * <pre>m_k(i) = Σ_e s_e,k(i) / E</pre>
     *
     * @param edges singular values of each edge, descending; records × values, row-major
     * @param values how many of them each edge has
     * @param records how many records are looked at
     * @param most how many modes at most
     * @return one curve a mode, strongest first
     */
    public static List<double[]> recorded(List<double[]> edges, List<Integer> values, int records, int most) {
        int modes = most;
        for (int size : values) {
            modes = Math.min(modes, size);
        }
        List<double[]> means = curves(modes, records);
        for (int e = 0; e < edges.size(); e++) {
            double[] all = edges.get(e);
            int size = values.get(e);
            for (int i = 0; i < records; i++) {
                for (int k = 0; k < modes; k++) {
                    means.get(k)[i] += all[i * size + k] / edges.size();
                }
            }
        }
        return means;
    }

    /**
     * The same of strengths B that a theory foretells, whose signs and order say nothing: the k-th largest |B| of each edge.
     *
     * @param edges records × strengths of each edge
     * @param records how many records are looked at
     * @param modes how many curves
     */
    public static List<double[]> foretold(List<Matrix> edges, int records, int modes) {
        List<double[]> means = curves(modes, records);
        for (Matrix b : edges) {
            double[] row = new double[b.columns()];
            for (int i = 0; i < records; i++) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = -Math.abs(b.at(i, k));
                }
                Arrays.sort(row);
                for (int k = 0; k < Math.min(modes, row.length); k++) {
                    means.get(k)[i] -= row[k] / edges.size();
                }
            }
        }
        return means;
    }

    private static List<double[]> curves(int modes, int records) {
        List<double[]> curves = new ArrayList<>();
        for (int k = 0; k < modes; k++) {
            curves.add(new double[records]);
        }
        return curves;
    }
}
