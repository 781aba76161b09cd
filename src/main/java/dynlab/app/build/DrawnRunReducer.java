package dynlab.app.build;

import dynlab.app.Notice;
import dynlab.app.Phase;
import dynlab.app.Transition;
import dynlab.architecture.Node;
import dynlab.drawing.Drawing;
import dynlab.drawing.DrawingFile;
import dynlab.drawing.Placed;
import dynlab.drawing.Settings.Begin;
import dynlab.experiment.Refused;
import dynlab.experiment.run.Work;
import dynlab.view.Learned;
import dynlab.words.Phrase;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of the run of a drawing: when it is asked for, and what the worker answers. */
final class DrawnRunReducer {
    /** A run that takes longer is started by hand, seconds. */
    private static final double LONG_RUN = 60;

    private DrawnRunReducer() {}

    static Optional<Transition<BuildState, BuildEffect>> on(BuildState state, BuildEvent event) {
        DrawnRun run = state.run();
        if (event instanceof BuildEvent.Due) {
            return Optional.of(run.phase() == Phase.OPENING ? start(state, false) : Transition.to(state));
        } else if (event instanceof BuildEvent.Anyway) {
            boolean waits = run.phase() == Phase.ASKED || run.phase() == Phase.STOPPED;
            return Optional.of(waits ? start(state, true) : Transition.to(state));
        } else if (event instanceof BuildEvent.Cancelled) {
            return Optional.of(cancelled(state));
        } else if (event instanceof BuildEvent.Answered answered) {
            return Optional.of(owed(run, answered.request()) ? answered(state, answered) : Transition.to(state));
        } else if (event instanceof BuildEvent.Progressed progressed) {
            boolean owed = owed(run, progressed.request());
            return Optional.of(Transition.to(owed ? state.with(run.done(progressed.share())) : state));
        } else if (event instanceof BuildEvent.Refused refused) {
            return Optional.of(owed(run, refused.request()) ? refused(state, refused) : Transition.to(state));
        } else if (event instanceof BuildEvent.Restarted) {
            String sentence = Words.say("build.run-changes.computation-stopped-answering");
            return Optional.of(Transition.to(
                    state.with(state.notices().saying(sentence, true, Notice.Of.RUNS, run.requests(), ""))));
        } else if (event instanceof BuildEvent.Lost lost) {
            String sentence = Words.say("build.run-changes.worker-stopped-does");
            return Optional.of(
                    owed(run, lost.request())
                            ? Transition.to(
                                    state.with(run.settled(Phase.STOPPED, sentence)),
                                    new BuildEffect.Announce(sentence))
                            : Transition.to(state));
        }
        return Optional.empty();
    }

    /** Whether an answer belongs to what is asked now. */
    private static boolean owed(DrawnRun run, int request) {
        return request > 0 && request == run.request();
    }

    /** The drawing is run in a moment, unless another edit comes. Looks alone do not change a run. */
    static BuildState soon(BuildState state, List<BuildEffect> effects) {
        DrawnRun run = state.run();
        Drawing next = state.drawing();
        boolean stands = run.phase() == Phase.READY || run.phase() == Phase.RUNNING || run.phase() == Phase.ASKED;
        if (stands && sameRun(next, run.of())) {
            return state.with(run.looking(next));
        }
        if (run.busy()) {
            effects.add(new BuildEffect.Stop());
        }
        effects.add(new BuildEffect.RunSoon());
        return state.with(run.awaiting(next)).with(state.notices().keeping(Notice.Of.RUNS, 0));
    }

    /** Whether two drawings are run alike. */
    static boolean sameRun(Drawing a, Drawing b) {
        return a.contexts().equals(b.contexts())
                && a.edges().equals(b.edges())
                && a.settings().equals(b.settings())
                && a.kept().equals(b.kept())
                && nodes(a).equals(nodes(b));
    }

    private static List<Node> nodes(Drawing of) {
        List<Node> nodes = new ArrayList<>();
        for (Placed placed : of.nodes()) {
            nodes.add(placed.node());
        }
        return nodes;
    }

    /**
     * Asks the worker.
     *
     * @param surely also if it takes long
     */
    private static Transition<BuildState, BuildEffect> start(BuildState state, boolean surely) {
        Drawing drawing = state.drawing();
        DrawnRun run = state.run();
        Optional<Phrase> obstacle = drawing.obstacle();
        if (obstacle.isPresent()) {
            return Transition.to(state.with(run.settled(Phase.FAILED, Words.say(obstacle.get()))));
        }
        if (!surely && Work.seconds(DrawingFile.experiment(drawing, true)) > LONG_RUN) {
            return Transition.to(state.with(run.settled(Phase.ASKED, Words.say("build.run-changes.run-takes-minute"))));
        }
        return request(state, true);
    }

    private static Transition<BuildState, BuildEffect> request(BuildState state, boolean aligned) {
        DrawnRun run = state.run().requested(aligned);
        double seconds = Work.longestPiece(DrawingFile.experiment(run.of(), aligned));
        return Transition.to(state.with(run), new BuildEffect.Run(run.request(), run.of(), aligned, seconds));
    }

    private static Transition<BuildState, BuildEffect> cancelled(BuildState state) {
        DrawnRun run = state.run();
        if (run.phase() != Phase.OPENING && run.phase() != Phase.RUNNING) {
            return Transition.to(state);
        }
        String sentence = run.learned().isPresent()
                ? Words.say("build.run-changes.stopped-shown-far")
                : Words.say("build.run-changes.stopped-before-anything");
        return Transition.to(
                state.with(run.settled(Phase.STOPPED, sentence)),
                new BuildEffect.Stop(),
                new BuildEffect.Announce(sentence));
    }

    private static Transition<BuildState, BuildEffect> answered(BuildState state, BuildEvent.Answered event) {
        DrawnRun run = state.run().done(event.share());
        if (event.result().trajectory().count() > 0) {
            run = run.having(Learned.of(
                    event.result(), run.of().contexts(), run.of().settings().steps()));
        }
        if (!event.whole()) {
            return Transition.to(state.with(run));
        }
        BuildState done = state.with(run.settled(Phase.READY, ""));
        return Transition.to(done, new BuildEffect.Announce(BadgeText.summary(done.run())));
    }

    /** A start that cannot be aligned is drawn at random where that was left to the program. */
    private static Transition<BuildState, BuildEffect> refused(BuildState state, BuildEvent.Refused event) {
        DrawnRun run = state.run();
        if (Refused.within(event.place(), "init") && run.of().settings().begin() == Begin.AUTO && run.aligned()) {
            return request(state, false);
        }
        return Transition.to(
                state.with(run.settled(Phase.FAILED, event.sentence())),
                new BuildEffect.Announce(Words.say("build.run-changes.refused", event.sentence())));
    }
}
