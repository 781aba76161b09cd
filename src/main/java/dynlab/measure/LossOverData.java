package dynlab.measure;

import java.util.List;

/** The loss before a step. It is always recorded. */
public final class LossOverData implements Measure {
    @Override
    public String id() {
        return "loss";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.NUMBER);
    }

    @Override
    public Reading on(Subject subject) {
        return Reading.of(List.of(Part.of(0, 1, 1)), (part, to, at) -> to[at] = subject.loss());
    }
}
