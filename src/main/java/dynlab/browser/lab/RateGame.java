package dynlab.browser.lab;

import dynlab.app.LabState;
import dynlab.app.RunSet;
import dynlab.browser.dom.Dom;
import dynlab.experiment.Result;
import dynlab.numeric.Numbers;
import dynlab.scene.ChainScene;
import dynlab.scene.SceneConfig;
import dynlab.words.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** Find the fastest learning rate of a chain: every run of the same chain is a try, until the best is shown. */
final class RateGame implements SceneExtra {
    private final Consumer<SceneConfig> change;
    private final HTMLElement block = Dom.find("game");
    private final HTMLElement slider = Dom.find("game-rate");
    private final HTMLElement chosen = Dom.find("game-now");
    private final HTMLElement tries = Dom.find("game-tries");
    private final HTMLElement best = Dom.find("game-best");
    private final Set<Double> tried = new HashSet<>();
    private @Nullable RunSet runs;
    private String chain = "";
    private double bestRate;
    private int bestEpochs;

    /**
     * @param change runs the chain with other settings
     */
    RateGame(Consumer<SceneConfig> change) {
        this.change = change;
        if (block == null) {
            return; // a page without it
        }
        Dom.on(slider, "input", e -> choose());
        Dom.on(slider, "keydown", e -> {
            if (e.getKey().equals("Enter")) {
                attempt();
            }
        });
        Dom.on(Dom.find("game-try"), "click", e -> attempt());
        Dom.on(Dom.find("game-reveal"), "click", e -> reveal());
    }

    /** Shows the game beside a chain, and begins again where the chain is another one. */
    @Override
    public void show(LabState state) {
        RunSet of = state.runs();
        if (block == null) {
            return;
        }
        boolean plays = of.setup().scene() instanceof ChainScene;
        block.setHidden(!plays);
        runs = of;
        if (!plays) {
            return;
        }
        SceneConfig config = of.setup().config();
        String now = config.whole("weights") + " " + Numbers.precise(config.real("start")) + " "
                + Numbers.precise(config.real("slope")) + " " + config.whole("epochs");
        if (!now.equals(chain)) {
            chain = now;
            tried.clear();
            bestEpochs = -1;
            Dom.empty(tries);
            Dom.text(best, Words.say("lab.rate-game.epochs-until-loss"));
        }
        choose();
    }

    private int number() {
        return runs == null ? 0 : runs.number();
    }

    private double rate() {
        return Dom.number(slider) * ChainScene.NOTCH;
    }

    private void choose() {
        String words = Numbers.fixed(rate(), 3);
        Dom.text(chosen, words);
        Dom.attribute(slider, "aria-valuetext", words);
        Dom.style(slider, "--fill", (Dom.number(slider) - 1) * 5 + "%");
    }

    private void attempt() {
        if (runs != null) {
            change.accept(runs.setup().config().with("rate", rate()));
        }
    }

    /** Notes a finished run as a try. */
    @Override
    public void finished(RunSet of) {
        if (!(of.setup().scene() instanceof ChainScene) || of.number() != number()) {
            return;
        }
        Result result = of.story().orElseThrow().run();
        // the recorded run of the build has gaps; the same run without them follows
        boolean whole = result.trajectory().count() > of.setup().config().whole("epochs")
                || result.trajectory().divergedAt().isPresent();
        if (!whole || !tried.add(of.setup().config().real("rate"))) {
            return;
        }
        double rate = of.setup().config().real("rate");
        int epochs = ChainScene.learnedAt(result.trajectory());
        HTMLElement row = Dom.make("li", "", null);
        Dom.first(tries, row);
        boolean diverged = result.trajectory().divergedAt().isPresent();
        String outcome = epochs >= 0
                ? Words.say("lab.rate-game.epochs", Integer.toString(epochs))
                : diverged ? Words.say("lab.rate-game.diverged") : Words.say("lab.rate-game.not-time");
        Dom.text(row, "η " + Numbers.brief(rate) + ": " + outcome);
        if (epochs >= 0 && (bestEpochs < 0 || epochs < bestEpochs)) {
            bestEpochs = epochs;
            bestRate = rate;
        }
        if (bestEpochs >= 0) {
            Dom.text(
                    best,
                    Words.say("lab.rate-game.best-far-epochs", Integer.toString(bestEpochs), Numbers.brief(bestRate)));
        }
    }

    private void reveal() {
        if (runs == null) {
            return;
        }
        SceneConfig config = runs.setup().config();
        ChainScene.Best found = ChainScene.best(config);
        String yours = bestEpochs < 0 ? "" : Words.say("lab.rate-game.yours", Integer.toString(bestEpochs));
        String answer = found.epochs() < 0
                ? Words.say("lab.rate-game.no-rate-slider")
                : Words.say(
                        "lab.rate-game.best-slider-epochs",
                        Integer.toString(found.epochs()),
                        Numbers.fixed(found.rate(), 3));
        String limit = Words.say("lab.rate-game.theory-steps-come", Numbers.brief(ChainScene.largestRate(config)));
        Dom.text(best, answer + yours + limit);
    }
}
