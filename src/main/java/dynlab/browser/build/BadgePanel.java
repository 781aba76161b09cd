package dynlab.browser.build;

import dynlab.app.Phase;
import dynlab.app.build.BadgeText;
import dynlab.app.build.BuildEvent;
import dynlab.app.build.DrawnRun;
import dynlab.architecture.PathCount;
import dynlab.browser.dom.Dom;
import dynlab.drawing.Counts;
import dynlab.drawing.Drawing;
import dynlab.numeric.Numbers;
import dynlab.theory.Assumption;
import dynlab.theory.Badge;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import dynlab.theory.Reach;
import dynlab.view.ReachWords;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The reduction beside the run: the badge, its residual on a scale, what it takes for granted, sign traps. */
final class BadgePanel implements BuildPanel {
    /** Assumptions that stand in the column without driving its last row under the transport. */
    private static final int MOST_LISTED = 4;

    private final Builder builder;
    private final HTMLElement badge = Dom.find("badge");
    private final HTMLElement says = Dom.find("verdict");
    private final HTMLElement list = Dom.find("assumptions");
    private final HTMLElement mark = Dom.find("residual-mark");
    private final HTMLElement residualText = Dom.find("residual-text");
    private final HTMLElement residuals = Dom.find("residuals");
    private final HTMLElement traps = Dom.find("traps");
    private Optional<Prediction> listed = Optional.empty();

    BadgePanel(Builder builder) {
        this.builder = builder;
        Dom.on(Dom.find("cancel"), "click", e -> builder.send(new BuildEvent.Cancelled()));
        Dom.on(Dom.find("run-now"), "click", e -> builder.send(new BuildEvent.Anyway()));
    }

    @Override
    public void draw() {
        DrawnRun run = builder.run();
        Drawing drawing = builder.drawing();
        Optional<Reach> reach = BadgeText.reach(run);
        badge(run);
        residual(reach);
        assumptions(run.learned().flatMap(l -> l.result().prediction()));
        numbers(drawing);
        boolean busy = run.busy();
        Dom.toggle(Dom.find("busy"), "data-idle", !busy);
        Dom.toggle(Dom.find("cancel"), "disabled", !busy);
        Dom.style(Dom.find("busy-fill"), "width", (busy ? (int) (100 * run.share()) : 0) + "%");
        Dom.toggle(Dom.find("run-now"), "hidden", run.phase() != Phase.ASKED && run.phase() != Phase.STOPPED);
    }

    private void badge(DrawnRun run) {
        Optional<Badge.Grade> grade = BadgeText.grade(run);
        String type = grade.map(g -> switch (g) {
                    case EXACT -> "";
                    case APPROXIMATE -> "warn ";
                    case NONE -> "bad ";
                })
                .orElse("todo ");
        badge.setClassName("badge " + type + "big");
        Dom.text(badge, BadgeText.head(run));
        Dom.text(says, BadgeText.reason(run));
    }

    /** On a scale of decades from 1e-16 to 1. */
    private void residual(Optional<Reach> reach) {
        boolean known = reach.isPresent() && reach.get().classes() > 0;
        double value = known ? reach.orElseThrow().residual() : 1;
        mark.setHidden(!known);
        double decades = Math.log10(Math.max(1e-16, Math.min(1, value)));
        double share = Math.max(0.015, Math.min(0.985, 1 + decades / 16));
        String place = Numbers.fixed(100 * share, 1) + "%";
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
        Dom.text(Dom.find("n-paths-word"), Words.say("build.theory-badge.paths", paths));
        long trained = drawing.contexts().stream().filter(c -> c.train()).count();
        Dom.text(Dom.find("n-trained"), Long.toString(trained));
        Dom.text(Dom.find("n-held"), Long.toString(drawing.contexts().size() - trained));
    }
}
