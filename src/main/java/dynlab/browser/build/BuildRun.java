package dynlab.browser.build;

import dynlab.app.Effect;
import dynlab.browser.dom.Dom;
import dynlab.browser.worker.WorkerClient;
import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.drawing.Settings.Begin;
import dynlab.experiment.Refused;
import dynlab.experiment.Result;
import dynlab.experiment.run.Work;
import dynlab.view.Learned;
import dynlab.words.Phrase;
import dynlab.words.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs what is drawn, a moment after each edit. */
final class BuildRun implements WorkerClient.Listener {
    private static final double DELAY = 250;
    /** A run that takes longer is started by hand. */
    private static final double MOST_SECONDS = 60;

    private final Builder builder;
    private final String workerUrl;
    private @Nullable WorkerClient simulator;
    private Optional<Learned> shown = Optional.empty();
    private Optional<Learned> ghost = Optional.empty();
    private Drawing asked = Drawing.blank();
    private State state = State.WAITING;
    private String sentence = "";
    private int percent;
    private int request;
    private int timer;
    private boolean aligned = true;

    /** How it stands with the run. */
    enum State {
        /** An edit was made, and the run is about to start. */
        WAITING,
        RUNNING,
        DONE,
        /** The network cannot run, or what it was given was refused; {@link #sentence} says why. */
        REFUSED,
        STOPPED,
        /** It would take long, so it waits for a word. */
        LONG
    }

    BuildRun(Builder builder, String workerUrl) {
        this.builder = builder;
        this.workerUrl = workerUrl;
    }

    State state() {
        return state;
    }

    String sentence() {
        return sentence;
    }

    int percent() {
        return percent;
    }

    Optional<Learned> shown() {
        return shown;
    }

    Optional<Learned> ghost() {
        return ghost;
    }

    /** Whether a start that is to be aligned where possible is so here; known once it was tried. */
    boolean aligned() {
        return aligned;
    }

    /** Starts in a moment, unless another edit comes. Looks alone do not change a run. */
    void soon() {
        Drawing next = builder.drawing();
        if (sameRun(next, asked) && (state == State.DONE || state == State.RUNNING || state == State.LONG)) {
            asked = next;
            return;
        }
        ghost = state == State.DONE ? shown : ghost;
        shown = Optional.empty();
        state(State.WAITING, "");
        Dom.forget(timer);
        timer = Dom.later(() -> start(false), DELAY);
    }

    private static boolean sameRun(Drawing a, Drawing b) {
        return a.contexts().equals(b.contexts())
                && a.edges().equals(b.edges())
                && a.settings().equals(b.settings())
                && a.kept().equals(b.kept())
                && a.nodes().stream()
                        .map(p -> p.node())
                        .toList()
                        .equals(b.nodes().stream().map(p -> p.node()).toList());
    }

    /**
     * @param surely also if it takes long
     */
    void start(boolean surely) {
        Dom.forget(timer);
        asked = builder.drawing();
        aligned = true;
        Optional<Phrase> obstacle = asked.obstacle();
        if (obstacle.isPresent()) {
            if (simulator != null) {
                simulator.cancel();
            }
            ghost = Optional.empty();
            state(State.REFUSED, Words.say(obstacle.get()));
        } else if (!surely && Work.seconds(DrawingFile.experiment(asked, aligned)) > MOST_SECONDS) {
            if (simulator != null) {
                simulator.cancel();
            }
            state(State.LONG, Words.say("build.build-run.run-takes-minute"));
        } else {
            send();
        }
    }

    private void send() {
        percent = 0;
        state(State.RUNNING, "");
        if (simulator == null) {
            simulator = new WorkerClient(workerUrl, "", true, this);
        }
        String file = DrawingFile.write(asked, aligned, builder.decimals());
        double longest = Work.longestPiece(DrawingFile.experiment(asked, aligned));
        simulator.run(new Effect.Run(++request, "build", file, 0, longest));
    }

    void cancel() {
        Dom.forget(timer);
        if (simulator != null) {
            simulator.cancel();
        }
        state(State.STOPPED, Words.say("build.build-run.stopped-shown-far"));
        builder.say(sentence);
    }

    private void state(State next, String words) {
        state = next;
        sentence = words;
        boolean diverged =
                next == State.DONE && shown.isPresent() && shown.get().divergedAt() >= 0;
        String name = diverged ? "diverged" : next.name().toLowerCase(java.util.Locale.ROOT);
        Dom.state("state", next == State.DONE && !diverged ? "ready" : name);
        builder.drawSoon();
    }

    @Override
    public void result(int answered, int run, Result result, double share, boolean complete) {
        if (state != State.RUNNING || answered != request) {
            return;
        }
        percent = (int) (100 * share);
        if (result.trajectory().count() > 0) {
            shown = Optional.of(
                    Learned.of(result, asked.contexts(), asked.settings().steps()));
        }
        if (complete) {
            ghost = Optional.empty();
            Dom.state("digest", result.trajectory().digest().orElse(""));
            state(State.DONE, "");
            builder.say(TheoryBadge.summary(this));
        }
        builder.drawSoon();
    }

    @Override
    public void progress(int answered, double share) {
        percent = (int) (100 * share);
        builder.drawSoon();
    }

    @Override
    public void failed(int answered, String words, String place) {
        if (Refused.within(place, "init") && asked.settings().begin() == Begin.AUTO && aligned) {
            aligned = false;
            send();
            return;
        }
        state(State.REFUSED, words);
        builder.say(Words.say("build.build-run.refused", words));
    }

    @Override
    public void restarted() {
        builder.notice(Words.say("build.build-run.computation-stopped-answering"));
    }

    @Override
    public void lost(int owed) {
        state(State.STOPPED, Words.say("build.build-run.worker-stopped-does"));
    }

    @Override
    public void backend(String name) {
        Dom.state("backend", name);
    }
}
