package dynlab.browser;

import dynlab.architecture.Context;
import dynlab.experiment.Divergence;
import dynlab.experiment.search.Findings;
import dynlab.scene.Narration;
import dynlab.scene.Scene;
import dynlab.task.World;
import dynlab.theory.Assumption;
import dynlab.theory.Badge;
import dynlab.theory.Claim;
import dynlab.theory.ClaimWords;
import dynlab.theory.Prediction;
import dynlab.theory.Reach;
import dynlab.view.Frame;
import dynlab.view.Frame.Asked;
import dynlab.view.Frame.Reading;
import dynlab.view.ReachWords;
import dynlab.view.RunView;
import dynlab.view.Wording;
import dynlab.view.pen.Numbers;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** Everything on the page that is words: the question, the narrator, the badge, the read-outs. */
final class Words {
    /** More properties than this do not go into a menu. */
    private static final int MOST_IN_MENU = 64;

    private final HTMLElement asks = Dom.find("asks");
    private final HTMLElement items = Dom.find("asked-item");
    private final HTMLElement properties = Dom.find("asked-property");
    private final HTMLElement stage = Dom.find("stage");
    private final HTMLElement learned = Dom.find("learned");
    private final HTMLElement because = Dom.find("because");
    private final HTMLElement busy = Dom.find("busy");
    private final HTMLElement busyFill = Dom.find("busy-fill");
    private final HTMLElement busyText = Dom.find("busy-text");
    private final HTMLElement badge = Dom.find("badge");
    private final HTMLElement whose = Dom.find("theory-of");
    private final HTMLElement assumptions = Dom.find("assumptions");

    /** Fills the two menus of the question. */
    void questions(World world) {
        Dom.empty(items);
        for (int i = 0; i < world.items().size(); i++) {
            HTMLElement option = Dom.make("option", "", items);
            Dom.value(option, Integer.toString(i));
            Dom.text(option, Wording.inside(world.items().get(i)));
        }
        Dom.empty(properties);
        for (int i = 0; i < Math.min(MOST_IN_MENU, world.properties().size()); i++) {
            option(world, i);
        }
    }

    private void option(World world, int property) {
        HTMLElement option = Dom.make("option", "", properties);
        Dom.value(option, Integer.toString(property));
        Dom.text(option, Wording.predicate(world, property).base());
    }

    void question(World world, Asked asked) {
        Wording.Predicate predicate = Wording.predicate(world, asked.property());
        if (asked.property() >= MOST_IN_MENU) {
            option(world, asked.property());
        }
        String item = world.items().get(asked.item());
        Dom.text(asks, predicate.asks() + " " + Wording.article(item));
        Dom.value(items, Integer.toString(asked.item()));
        Dom.value(properties, Integer.toString(asked.property()));
        fit(items, Wording.inside(item));
        fit(properties, predicate.base());
    }

    /** As wide as its chosen words; browsers that size menus by content do so without help. */
    private static void fit(HTMLElement menu, String words) {
        Dom.style(menu, "max-width", (words.length() + 4) + "ch");
    }

    void guess(String word) {
        Dom.choose(Dom.find("guess"), word);
    }

    void reading(Reading what) {
        Dom.choose(Dom.find("reading"), what == Reading.TRUE ? "0" : what == Reading.SAYS ? "1" : "2");
        String words = switch (what) {
            case TRUE -> "Shade and dot: what is true.";
            case SAYS -> "Shade: what the network says now. Dot: what is true.";
            case ERROR -> "Shade: what it says too much or too little. Dot: true.";
        };
        Dom.text(Dom.find("reading-note"), words);
    }

    void knobs(String summary) {
        Dom.text(Dom.find("knobs-now"), summary);
    }

    /** Shows how far a run is. */
    void busy(boolean shown, int done, int total) {
        busy.setHidden(!shown);
        busyIfShown(done, total);
    }

    void busyIfShown(int done, int total) {
        int percent = total > 0 ? (int) (100.0 * done / total) : 0;
        Dom.style(busyFill, "width", percent + "%");
        Dom.text(busyText, percent + " %");
    }

    /** What the finished runs say of their theory: the scene's own, or else the first beside it that has one. */
    void finished(Runs runs) {
        Optional<RunView> own = runs.story().filter(story -> story.theory().isPresent());
        String of = "";
        Optional<RunView> told = own;
        for (Frame.Rival rival : runs.rivals()) {
            if (told.isEmpty() && rival.story().theory().isPresent()) {
                told = Optional.of(rival.story());
                of = (gated(rival.story()) && runs.story().filter(Words::gated).isEmpty()
                                ? "of the gated twin, "
                                : "of the run beside it, ")
                        + rival.name();
            }
        }
        Dom.text(whose, of);
        whose.setHidden(of.isEmpty());
        Dom.empty(assumptions);
        Optional<Findings> found = runs.story().flatMap(story -> story.run().findings());
        if (told.isEmpty()
                && found.filter(f -> f.complete() && !f.trials().isEmpty()).isPresent()) {
            twin(found.get());
            return;
        }
        if (told.isEmpty()) {
            badge.setClassName("badge todo");
            Dom.text(badge, "none for this network");
            return;
        }
        theory(told.get());
    }

    /** The linear network under gates that were found stands in for a theory. */
    private void twin(Findings findings) {
        Dom.text(whose, "of the gated twin, " + findings.closest(false));
        whose.setHidden(false);
        badge.setClassName(findings.accepted() ? "badge warn" : "badge bad");
        double least = findings.least(false);
        Dom.text(badge, Double.isInfinite(least) ? "diverged" : "within " + Numbers.upTo(least));
        badge.setTitle("Distance of its loss from that of the network, as a share of the first loss.");
        Dom.toggle(assumptions, "data-few", true);
        row(findings.accepted() ? "wide" : "wide bad", findings.sentence());
    }

    private static boolean gated(RunView story) {
        for (Context context : story.experiment().contexts()) {
            if (!context.gates().open()) {
                return true;
            }
        }
        return false;
    }

    /** What there is of a reduction: that of a plain chain is one of several theories and shown by its gap alone. */
    private static Optional<Reach> reach(RunView story) {
        Optional<Reach> reach = story.run().prediction().flatMap(Prediction::reach);
        boolean chain =
                !gated(story) && story.experiment().architecture().linearChain().isPresent();
        return chain ? Optional.empty() : reach;
    }

    private void theory(RunView story) {
        Prediction prediction = story.theory().orElseThrow();
        Optional<Reach> reach = reach(story);
        double gap = story.gap();
        Claim claim = prediction.claim();
        boolean exact = claim.grade() == Badge.Grade.EXACT;
        boolean near = gap >= 0
                ? gap <= 0.25
                : reach.filter(r -> r.badge().grade() != Badge.Grade.NONE).isPresent();
        badge.setClassName(!near ? "badge bad" : exact ? "badge" : "badge warn");
        String unseen = reach.map(r -> r.badge().grade().word()).orElse(Badge.Grade.NONE.word());
        Dom.text(
                badge,
                gap < 0
                        ? unseen
                        : !near ? "off by " + Numbers.upTo(gap) : exact ? "exact" : "within " + Numbers.upTo(gap));
        badge.setTitle(
                gap < 0
                        ? ""
                        : "Largest departure of any mode from its theory, as a share of its final strength: "
                                + Numbers.brief(gap));
        List<Assumption> all = prediction.assumptions();
        Dom.toggle(assumptions, "data-few", all.size() < 5);
        for (Assumption assumption : all) {
            String failed = near ? "warn" : "bad";
            String type = assumption.state() == Assumption.State.FAILS ? failed : "open";
            row(assumption.holds() ? "" : type, assumption.name()).setTitle(assumption.sentence());
        }
        if (reach.isEmpty()
                && !exact
                && (claim.of() == Claim.Of.FLOW || !claim.saddles().isEmpty())) {
            row(near ? "wide warn" : "wide bad", ClaimWords.reason(claim));
        }
        reach.ifPresent(far -> reduction(far, story));
    }

    private void reduction(Reach reach, RunView story) {
        String type = switch (reach.badge().grade()) {
            case EXACT -> "wide";
            case APPROXIMATE -> "wide warn";
            case NONE -> "wide bad";
        };
        row(type, ReachWords.badge(reach));
        if (reach.classes() > 0) {
            row("wide open", "Residual " + ReachWords.number(reach.residual()) + " " + ReachWords.joint(reach));
        }
        if (!reach.traps().isEmpty() || !reach.unsearched().isEmpty()) {
            for (String line : ReachWords.traps(reach, story.experiment().architecture())) {
                row(reach.traps().isEmpty() ? "wide open" : "wide bad", line);
            }
        }
    }

    private HTMLElement row(String type, String words) {
        HTMLElement row = Dom.make("li", type, assumptions);
        Dom.text(Dom.make("span", "", row), words);
        return row;
    }

    /** What the help says of the scene. */
    void scene(Scene scene) {
        Dom.text(Dom.find("about-head"), scene.title());
        Dom.text(Dom.find("explains"), scene.explains());
        Dom.text(Dom.find("omits"), scene.omits());
        Dom.title("Dynlab: " + Wording.inside(scene.title()));
    }

    /** The narrator at a time, in the scene's own words if it has some. */
    void now(Frame frame, Optional<Narration> own) {
        RunView story = frame.story();
        boolean diverged = story.divergedAt() >= 0;
        if (own.isPresent()) {
            Dom.text(stage, own.get().stage());
            Dom.text(learned, own.get().happened());
            Dom.text(because, own.get().because());
            learned.setTitle(own.get().happened());
            because.setTitle(own.get().because());
            return;
        }
        Dom.text(stage, diverged ? "Diverged" : Wording.stage(story, frame.step()));
        Dom.text(learned, diverged ? "at step " + story.divergedAt() : Wording.dated(story, frame.step()));
        boolean over = frame.step() >= story.horizon() && story.reaches(frame.step());
        String verdict = over && frame.guess().isPresent()
                ? Wording.verdict(
                                story,
                                frame.asked().property(),
                                frame.asked().item(),
                                frame.guess().getAsDouble()) + " "
                : "";
        String words = verdict
                + Wording.because(story, frame.asked().property(), frame.asked().item(), frame.step());
        because.setTitle(words);
        Dom.text(
                because,
                diverged ? Divergence.cause(story.divergedAt()) + " " + Divergence.advice(story.divergedAt()) : words);
    }
}
