package dynlab.browser;

import dynlab.architecture.PathCount;
import dynlab.drawing.Counts;
import dynlab.drawing.Drawing;
import dynlab.theory.Assumption;
import dynlab.theory.Prediction;
import dynlab.view.Box;
import dynlab.view.Learned;
import dynlab.view.Numbers;
import dynlab.view.ReductionPlot;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The reduction beside the run: the badge, its residual on a scale, what it takes for granted, and both curves. */
final class Verdict implements BuildPanel {
    private static final double EXACT = 1e-6;
    private static final double APPROXIMATE = 0.03;

    private final Builder builder;
    private final HTMLElement badge = Dom.find("badge");
    private final HTMLElement says = Dom.find("verdict");
    private final HTMLElement list = Dom.find("assumptions");
    private final HTMLElement mark = Dom.find("residual-mark");
    private final HTMLElement residualText = Dom.find("residual-text");
    private final HTMLElement canvas = Dom.find("loss");
    private final CanvasPen pen;
    private String listed = "";

    Verdict(Builder builder) {
        this.builder = builder;
        pen = Builder.pen("loss");
        Dom.whenResized(canvas, builder::drawSoon);
        Dom.on(Dom.find("cancel"), "click", e -> builder.run().cancel());
        Dom.on(Dom.find("run-now"), "click", e -> builder.run().start(true));
        Dom.on(canvas, "pointerdown", this::seek);
        Dom.on(canvas, "pointermove", e -> {
            if ((e.getButtons() & 1) != 0) {
                seek(e);
            }
        });
    }

    private void seek(Dom.Event event) {
        Dom.Rect rect = Dom.rect(canvas);
        Box box = new Box(0, 0, rect.getWidth(), rect.getHeight());
        int steps = builder.drawing().settings().steps();
        builder.seek(ReductionPlot.time(steps, box).inverse(event.getClientX() - rect.getLeft()));
    }

    /** The first prediction that has a curve, or else the first. */
    private static Optional<Prediction> prediction(BuildRun run) {
        Optional<Prediction> first = run.shown().flatMap(l -> l.result().prediction());
        if (first.isPresent() && first.get().loss().length == 0) {
            for (Prediction other : first.get().also()) {
                if (other.loss().length > 0) {
                    return Optional.of(other);
                }
            }
        }
        return first;
    }

    private static boolean exact(Learned run, Prediction prediction) {
        return prediction.exact() && run.gap() >= 0 && run.gap() < EXACT;
    }

    /** One sentence for those who listen. */
    static String summary(BuildRun run) {
        Optional<Learned> shown = run.shown();
        if (shown.isEmpty() || shown.get().loss().length == 0) {
            return "";
        }
        Learned learned = shown.get();
        if (learned.divergedAt() >= 0) {
            return "The run diverged at step " + learned.divergedAt() + "; the steps are too large.";
        }
        double left = learned.loss()[learned.loss().length - 1];
        return "Run finished, " + Numbers.fixed(100 * left, 0) + " percent of the loss is left. The reduction "
                + word(run) + ".";
    }

    private static String word(BuildRun run) {
        Optional<Prediction> prediction = prediction(run);
        if (prediction.isEmpty()) {
            return "does not apply";
        }
        Learned learned = run.shown().orElseThrow();
        return exact(learned, prediction.get())
                ? "is exact"
                : grade(learned, prediction.get()) == 1 ? "is approximate" : "does not apply";
    }

    /** 0 exact, 1 approximate, 2 not at all. */
    private static int grade(Learned learned, Prediction prediction) {
        if (exact(learned, prediction)) {
            return 0;
        }
        boolean bent = prediction.assumptions().stream()
                .anyMatch(a -> !a.holds() && a.name().startsWith("linear"));
        return bent || !(prediction.residual() < APPROXIMATE) ? 2 : 1;
    }

    @Override
    public void draw() {
        BuildRun run = builder.run();
        Drawing drawing = builder.drawing();
        Optional<Prediction> prediction = prediction(run);
        badge(run, prediction);
        residual(prediction);
        assumptions(prediction);
        numbers(drawing);
        boolean busy = run.state() == BuildRun.State.RUNNING;
        Dom.toggle(Dom.find("busy"), "data-idle", !busy);
        Dom.toggle(Dom.find("cancel"), "disabled", !busy);
        Dom.style(Dom.find("busy-fill"), "width", (busy ? run.percent() : 0) + "%");
        Dom.toggle(
                Dom.find("run-now"),
                "hidden",
                run.state() != BuildRun.State.LONG && run.state() != BuildRun.State.STOPPED);
        Dom.Rect rect = Dom.rect(canvas);
        if (rect.getWidth() > 20) {
            pen.begin(rect.getWidth(), rect.getHeight(), Dom.density(), builder.palette());
            Box box = new Box(0, 0, rect.getWidth(), rect.getHeight());
            ReductionPlot.draw(pen, run.shown(), run.ghost(), drawing.settings().steps(), builder.step(), box);
            pen.end();
        }
        Dom.attribute(canvas, "aria-label", "Loss of the network and of its reduction. " + summary(run));
    }

    private void badge(BuildRun run, Optional<Prediction> prediction) {
        if (run.shown().isEmpty() || prediction.isEmpty()) {
            badge.setClassName("badge todo big");
            boolean refused = run.state() == BuildRun.State.REFUSED;
            Dom.text(badge, refused ? "cannot run" : run.state() == BuildRun.State.LONG ? "not run" : "…");
            Dom.text(says, run.sentence());
            return;
        }
        Learned learned = run.shown().get();
        int grade = grade(learned, prediction.get());
        String[] types = {"badge big", "badge warn big", "badge bad big"};
        String[] words = {"Exact", "Approximate", "Does not apply"};
        badge.setClassName(types[grade]);
        Dom.text(badge, words[grade]);
        Dom.text(says, run.sentence().isEmpty() ? sentence(learned, prediction.get(), grade) : run.sentence());
    }

    private String sentence(Learned learned, Prediction prediction, int grade) {
        Drawing drawing = builder.drawing();
        if (learned.divergedAt() >= 0) {
            return "The steps are too large: the run left all bounds at step " + learned.divergedAt()
                    + (grade == 0 ? ", and the reduction with it." : ".");
        }
        if (grade == 0) {
            return prediction.strength().isEmpty()
                    ? "The dashed curve is the theory of this very network."
                    : Numbers.fixed(drawing.weights(), 0) + " weights learn as " + drawing.modes()
                            + " numbers. The dashed curve is those " + drawing.modes() + ".";
        }
        if (learned.theory().length > 0) {
            return "The reduction is off by at most " + Numbers.upTo(learned.gap()) + " of the first loss.";
        }
        for (Assumption assumption : prediction.assumptions()) {
            if (!assumption.holds()) {
                String started = assumption.name().startsWith("aligned")
                        ? " The run starts from random weights; in the plateau they align by themselves."
                        : "";
                return "It would take: " + assumption.name() + "." + started;
            }
        }
        return "No reduction is known for this network.";
    }

    /** On a scale of decades from 1e-16 to 1. */
    private void residual(Optional<Prediction> prediction) {
        double value = prediction.map(Prediction::residual).orElse(-1.0);
        boolean known = value >= 0 && Double.isFinite(value);
        mark.setHidden(!known);
        double decades = Math.log10(Math.max(1e-16, Math.min(1, Math.max(value, 1e-16))));
        double share = Math.max(0.015, Math.min(0.985, 1 + decades / 16));
        Dom.style(mark, "left", (int) (1000 * share) / 10.0 + "%");
        Dom.style(residualText, "--at", (int) (1000 * share) / 10.0 + "%");
        Dom.text(residualText, known ? "residual " + (value < 1e-16 ? "0" : Numbers.power(value)) : "no residual yet");
    }

    private void assumptions(Optional<Prediction> prediction) {
        StringBuilder now = new StringBuilder();
        prediction.ifPresent(p -> p.assumptions()
                .forEach(a -> now.append(a.name())
                        .append(a.holds())
                        .append(a.measure())
                        .append(';')));
        if (now.toString().equals(listed)) {
            return;
        }
        listed = now.toString();
        Dom.empty(list);
        prediction.ifPresent(p -> p.assumptions().forEach(a -> {
            HTMLElement row = Dom.make("li", a.holds() ? "" : "bad", list);
            HTMLElement words = Dom.make("span", "", row);
            Dom.text(words, a.name() + (a.holds() ? "" : " (" + Numbers.brief(a.measure()) + ")"));
            row.setTitle(a.sentence());
        }));
    }

    private void numbers(Drawing drawing) {
        Dom.text(Dom.find("n-paths"), Counts.brief(new PathCount(drawing.architecture()).total()));
        long trained = drawing.contexts().stream().filter(c -> c.train()).count();
        Dom.text(Dom.find("n-trained"), Long.toString(trained));
        Dom.text(Dom.find("n-held"), Long.toString(drawing.contexts().size() - trained));
    }
}
