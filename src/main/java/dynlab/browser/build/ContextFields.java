package dynlab.browser.build;

import dynlab.architecture.Context;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Field;
import dynlab.drawing.ContextEdit;
import dynlab.drawing.DataEdit;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The fields of the selected context, under the table of gates. */
final class ContextFields implements BuildPanel {
    private final Builder builder;
    private final HTMLElement trained;
    private final Field name;
    private final Field weight;
    /** The context that the fields show: a pointer selects another before it takes the focus from them. */
    private int shown;

    ContextFields(Builder builder) {
        this.builder = builder;
        HTMLElement bar = Dom.find("context-fields");
        name = new Field(bar, "context-name", "context", 10, this::rename);
        trained = Dom.segments(
                bar,
                Words.say("build.context-fields.use-context"),
                new String[] {"1", "0"},
                new String[] {Words.say("build.context-fields.trained"), Words.say("build.context-fields.held-out")},
                e -> {
                    int index = builder.context();
                    boolean train = Dom.number(e.getTarget()) == 1;
                    builder.edit(d -> ContextEdit.train(d, index, train));
                });
        weight = new Field(bar, "context-weight", "weight", 6, this::weigh);
        Dom.on(Dom.find("context-add"), "click", e -> {
            if (builder.edit(ContextEdit::add)) {
                builder.selectContext(builder.drawing().contexts().size() - 1);
            }
        });
        Dom.on(Dom.find("context-copy"), "click", e -> {
            int index = builder.context();
            if (builder.edit(d -> ContextEdit.duplicate(d, index))) {
                builder.selectContext(index + 1);
            }
        });
        Dom.on(Dom.find("context-remove"), "click", e -> {
            int index = builder.context();
            builder.edit(d -> ContextEdit.remove(d, index));
        });
    }

    private void rename(String words) {
        int index = shown;
        if (!builder.edit(d -> ContextEdit.rename(d, index, words))) {
            name.restore();
        }
    }

    private void weigh(String words) {
        int index = shown;
        double each = words.trim().isEmpty() ? Double.NaN : builder.decimals().parse(words.trim());
        if (!builder.edit(d -> DataEdit.weigh(d, index, each))) {
            weight.restore();
        }
    }

    @Override
    public void draw() {
        if (shown != builder.context()) {
            name.leave();
            weight.leave();
        }
        shown = builder.context();
        Context context = builder.drawing().contexts().get(builder.context());
        name.show(context.name());
        Dom.choose(trained, context.train() ? "1" : "0");
        double[] weights = context.weights();
        boolean equal = true;
        for (double each : weights) {
            equal &= each == weights[0];
        }
        weight.show(equal ? builder.decimals().format(Math.rint(weights[0] * 1e5) / 1e5) : "various");
    }
}
