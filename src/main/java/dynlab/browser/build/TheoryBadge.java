package dynlab.browser.build;

import dynlab.architecture.PathCount;
import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Player;
import dynlab.drawing.Counts;
import dynlab.drawing.Drawing;
import dynlab.experiment.Divergence;
import dynlab.numeric.Numbers;
import dynlab.theory.Assumption;
import dynlab.theory.Badge;
import dynlab.theory.ClaimWords;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.view.Learned;
import dynlab.view.ReachWords;
import dynlab.view.pen.Box;
import dynlab.view.plot.ReductionPlot;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The reduction beside the run: the badge, its residual on a scale, what it takes for granted, sign traps, both curves. */
final class TheoryBadge implements BuildPanel {
    /** Assumptions that stand in the column without driving its last row under the transport. */
    private static final int MOST_LISTED = 4;

    private final Builder builder;
    private final Player player;
    private final HTMLElement badge = Dom.find("badge");
    private final HTMLElement says = Dom.find("verdict");
    private final HTMLElement list = Dom.find("assumptions");
    private final HTMLElement mark = Dom.find("residual-mark");
    private final HTMLElement residualText = Dom.find("residual-text");
    private final HTMLElement residuals = Dom.find("residuals");
    private final HTMLElement traps = Dom.find("traps");
    private final HTMLElement canvas = Dom.find("loss");
    private final CanvasPen pen;
    private Optional<Prediction> listed = Optional.empty();

    TheoryBadge(Builder builder, Player player) {
        this.builder = builder;
        this.player = player;
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
        player.seek(ReductionPlot.time(steps, box).inverse(event.getClientX() - rect.getLeft()));
    }

    private static Optional<Reach> reach(BuildRun run) {
        return run.shown().flatMap(l -> l.result().prediction()).flatMap(Prediction::reach);
    }

    /** One sentence for those who listen. */
    static String summary(BuildRun run) {
        Optional<Learned> shown = run.shown();
        if (shown.isEmpty() || shown.get().loss().length == 0) {
            return "";
        }
        Learned learned = shown.get();
        if (learned.divergedAt() >= 0) {
            return Words.say(
                    "build.theory-badge.run-diverged-step",
                    Integer.toString(learned.divergedAt()),
                    Words.say(Divergence.cause(learned.divergedAt())));
        }
        double left = learned.loss()[learned.loss().length - 1];
        return Words.say("build.theory-badge.run-finished-percent", Numbers.fixed(100 * left, 0), word(run));
    }

    private static String word(BuildRun run) {
        Badge.Grade grade = reach(run).map(reach -> reach.badge().grade()).orElse(Badge.Grade.NONE);
        return grade == Badge.Grade.NONE
                ? Words.say(ClaimWords.name(grade))
                : Words.say("build.theory-badge.is", Words.say(ClaimWords.name(grade)));
    }

    @Override
    public void draw() {
        BuildRun run = builder.run();
        Drawing drawing = builder.drawing();
        Optional<Reach> reach = reach(run);
        badge(run, reach);
        residual(reach);
        assumptions(run.shown().flatMap(l -> l.result().prediction()));
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
        Dom.attribute(canvas, "aria-label", Words.say("build.theory-badge.loss-network-reduction", summary(run)));
    }

    private void badge(BuildRun run, Optional<Reach> reach) {
        if (reach.isEmpty()) {
            badge.setClassName("badge todo big");
            boolean refused = run.state() == BuildRun.State.REFUSED;
            Dom.text(
                    badge,
                    refused
                            ? Words.say("build.theory-badge.cannot-run")
                            : run.state() == BuildRun.State.LONG ? Words.say("build.theory-badge.not-run") : "…");
            Dom.text(says, run.sentence());
            return;
        }
        switch (reach.get().badge().grade()) {
            case EXACT -> badge("badge big", Words.say("build.theory-badge.exact"));
            case APPROXIMATE -> badge("badge warn big", Words.say("build.theory-badge.approximate"));
            case NONE -> badge("badge bad big", Words.say("build.theory-badge.does-not-apply"));
        }
        String measured = measured(run.shown().orElseThrow(), reach.get());
        Dom.text(says, run.sentence().isEmpty() ? Words.say(reach.get().badge().reason()) + measured : run.sentence());
    }

    private void badge(String type, String word) {
        badge.setClassName(type);
        Dom.text(badge, word);
    }

    /** What was found when the network ran beside its theory. */
    private String measured(Learned learned, Reach reach) {
        if (learned.divergedAt() >= 0) {
            return Words.say(
                    "build.theory-badge.run-left-all",
                    Integer.toString(learned.divergedAt()),
                    Words.say(Divergence.cause(learned.divergedAt())));
        }
        if (learned.theory().length == 0) {
            return "";
        }
        double gap = learned.gap();
        String apart = gap < 1e-9
                ? Words.say("build.theory-badge.dashed-curve-lies")
                : Words.say("build.theory-badge.dashed-curve-off", Numbers.upTo(gap));
        long modes = builder.drawing().modes();
        boolean fewer = reach.badge().grade() == Badge.Grade.EXACT
                && modes < builder.drawing().weights();
        return fewer
                ? (modes == 1
                        ? Words.say(
                                "build.theory-badge.weights-learn-number",
                                apart,
                                Numbers.fixed(builder.drawing().weights(), 0),
                                String.valueOf(modes))
                        : Words.say(
                                "build.theory-badge.weights-learn-numbers",
                                apart,
                                Numbers.fixed(builder.drawing().weights(), 0),
                                String.valueOf(modes)))
                : apart;
    }

    /** On a scale of decades from 1e-16 to 1. */
    private void residual(Optional<Reach> reach) {
        boolean known = reach.isPresent() && reach.get().classes() > 0;
        double value = known ? reach.orElseThrow().residual() : 1;
        mark.setHidden(!known);
        double decades = Math.log10(Math.max(1e-16, Math.min(1, value)));
        double share = Math.max(0.015, Math.min(0.985, 1 + decades / 16));
        // a double put into words would bring tables of powers to the page
        int tenths = (int) (1000 * share);
        String place = tenths / 10 + "." + tenths % 10 + "%";
        Dom.style(mark, "left", place);
        Dom.style(residualText, "--at", place);
        Dom.text(
                residualText,
                known
                        ? Words.say("build.theory-badge.residual", ReachWords.number(value))
                        : (reach.isPresent()
                                ? Words.say("build.theory-badge.no-residual")
                                : Words.say("build.theory-badge.no-residual-yet")));
        Dom.text(residuals, reach.map(ReachWords::joint).orElse(""));
    }

    /** What it takes, and the sign traps; both anew when there is another prediction. */
    private void assumptions(Optional<Prediction> prediction) {
        if (prediction.equals(listed)) {
            return;
        }
        listed = prediction;
        Dom.empty(list);
        Dom.empty(traps);
        if (prediction.isEmpty()) {
            return;
        }
        boolean near = prediction
                .get()
                .reach()
                .filter(r -> r.badge().grade() == Badge.Grade.APPROXIMATE)
                .isPresent();
        String failed = near ? "warn" : "bad";
        HTMLElement holding = holding(prediction.get().assumptions());
        for (Assumption a : prediction.get().assumptions()) {
            if (a.premise() == Premise.NO_SIGN_TRAP) {
                continue; // said trap by trap below
            }
            String measure = a.holds() || a.measure() == 0 ? "" : " (" + Numbers.brief(a.measure()) + ")";
            row(
                            a.holds() ? holding : list,
                            a.holds() ? "" : a.state() == Assumption.State.FAILS ? failed : "open",
                            Words.say(a.name()) + measure)
                    .setTitle(Words.say(a.sentence()));
        }
        Optional<Reach> reach = prediction.get().reach();
        if (reach.isPresent()) {
            boolean caught = !reach.get().traps().isEmpty();
            String otherwise = reach.get().unsearched().isEmpty() ? "" : "open";
            for (String line : ReachWords.traps(reach.get(), builder.drawing().architecture())) {
                row(traps, caught ? "bad" : otherwise, line);
            }
        }
    }

    /** Where what holds is listed: in a fold that says how many, once they would take the room of the plot below. */
    private HTMLElement holding(List<Assumption> all) {
        int holds = 0;
        int listable = 0;
        for (Assumption a : all) {
            boolean counts = a.premise() != Premise.NO_SIGN_TRAP;
            listable += counts ? 1 : 0;
            holds += counts && a.holds() ? 1 : 0;
        }
        if (listable <= MOST_LISTED || holds < 2) {
            return list;
        }
        HTMLElement fold = Dom.make("details", "", Dom.make("li", "fold", list));
        Dom.text(
                Dom.make("summary", "", fold),
                Words.say("build.theory-badge.hold", Integer.toString(holds), Integer.toString(listable)));
        return Dom.make("ul", "checks", fold);
    }

    private static HTMLElement row(HTMLElement list, String type, String words) {
        HTMLElement row = Dom.make("li", type, list);
        Dom.text(Dom.make("span", "", row), words);
        return row;
    }

    private void numbers(Drawing drawing) {
        String paths = Counts.brief(new PathCount(drawing.architecture()).total());
        Dom.text(Dom.find("n-paths"), paths);
        Dom.text(Dom.find("n-paths-word"), paths.equals("1") ? "path" : "paths");
        long trained = drawing.contexts().stream().filter(c -> c.train()).count();
        Dom.text(Dom.find("n-trained"), Long.toString(trained));
        Dom.text(Dom.find("n-held"), Long.toString(drawing.contexts().size() - trained));
    }
}
