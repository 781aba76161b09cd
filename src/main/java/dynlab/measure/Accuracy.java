package dynlab.measure;

import dynlab.architecture.Context;
import dynlab.numeric.Matrix;
import java.util.List;
import java.util.Map;

/**
 * In every context, trained or not, the share of samples that are named rightly: the largest of all units of an output is
 * the one with the largest target, 0 … 1, as a mean over outputs that have targets there. Of equal units the first counts.
 */
public final class Accuracy implements Measure {
    @Override
    public String id() {
        return "accuracy";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.VECTOR);
    }

    @Override
    public Reading on(Subject subject) {
        List<Context> contexts = subject.contexts();
        return Reading.of(List.of(Part.of(0, 1, contexts.size())), (part, to, at) -> {
            for (int c = 0; c < contexts.size(); c++) {
                to[at + c] = share(subject, c);
            }
        });
    }

    private static double share(Subject subject, int context) {
        int right = 0;
        int asked = 0;
        for (Map.Entry<String, Matrix> target :
                subject.contexts().get(context).y().entrySet()) {
            Matrix y = target.getValue();
            Matrix said = subject.activities()
                    .activity(
                            context,
                            subject.architecture().node(target.getKey()).orElseThrow());
            for (int sample = 0; sample < y.columns(); sample++) {
                asked++;
                right += largest(y, sample) == largest(said, sample) ? 1 : 0;
            }
        }
        return asked == 0 ? 0 : (double) right / asked;
    }

    /** The row of the largest entry of a column, the first of equal ones. */
    public static int largest(Matrix of, int column) {
        int best = 0;
        for (int row = 1; row < of.rows(); row++) {
            if (of.at(row, column) > of.at(best, column)) {
                best = row;
            }
        }
        return best;
    }
}
