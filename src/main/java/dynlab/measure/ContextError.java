package dynlab.measure;

import dynlab.network.Measured;
import java.util.List;

/** Half the unweighted squared error of every context, trained or not, over the outputs that it has targets for. */
public final class ContextError implements Measure {
    @Override
    public String id() {
        return "context_error";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.VECTOR);
    }

    @Override
    public Reading on(Subject subject) {
        int contexts = subject.contexts().size();
        return Reading.of(List.of(Part.of(0, 1, contexts)), (part, to, at) -> {
            Measured activities = subject.activities();
            for (int c = 0; c < contexts; c++) {
                to[at + c] = activities.error(c);
            }
        });
    }
}
