package dynlab.drawing;

import dynlab.numeric.Matrix;
import java.util.List;

/**
 * A table that is to be the data of a layer in a context.
 *
 * @param matrix a row a unit, a column a sample
 * @param units names of the rows; none if those that there are stay
 * @param samples names of the columns; none if those that there are stay
 * @param resizes whether the layer gets as many units as there are rows
 * @param fits whether the data of other layers in that context are cut or filled to as many samples
 */
public record LayerTable(Matrix matrix, List<String> units, List<String> samples, boolean resizes, boolean fits) {
    public LayerTable {
        units = List.copyOf(units);
        samples = List.copyOf(samples);
    }
}
