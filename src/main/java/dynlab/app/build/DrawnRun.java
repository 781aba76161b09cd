package dynlab.app.build;

import dynlab.app.Phase;
import dynlab.drawing.Drawing;
import dynlab.view.ContextErrors;
import dynlab.view.DrawnRace;
import dynlab.view.Learned;
import java.util.List;
import java.util.Optional;

/**
 * The run of what is drawn. Drawing and run stand in one value, so that none can be shown beside another's.
 *
 * @param of the drawing that is run
 * @param phase how far it is
 * @param sentence why it is not run, or not to its end; empty where there is nothing to say
 * @param share how much of it is done, 0 to 1
 * @param request number of what the worker was asked for; 0 while it owes nothing. Answers to other numbers are dropped.
 * @param requests how many requests there have been
 * @param aligned whether a start that is to be aligned where possible is so; known once it was tried
 * @param learned what there is of it
 * @param race its pathways
 * @param errors its error in each context
 * @param before the whole run of the drawing before, drawn faintly until there is something of this one
 */
public record DrawnRun(
        Drawing of,
        Phase phase,
        String sentence,
        double share,
        int request,
        int requests,
        boolean aligned,
        Optional<Learned> learned,
        DrawnRace race,
        List<ContextErrors.Curve> errors,
        Optional<Learned> before) {

    static DrawnRun of(Drawing first) {
        return new DrawnRun(
                first, Phase.OPENING, "", 0, 0, 0, true, Optional.empty(), DrawnRace.NONE, List.of(), Optional.empty());
    }

    /** Another drawing is to be run in a moment. */
    DrawnRun awaiting(Drawing next) {
        Optional<Learned> behind = phase == Phase.READY ? learned : before;
        return new DrawnRun(
                next, Phase.OPENING, "", 0, 0, requests, true, Optional.empty(), DrawnRace.NONE, List.of(), behind);
    }

    /** The drawing looks otherwise, and its run is the same. */
    DrawnRun looking(Drawing next) {
        return new DrawnRun(next, phase, sentence, share, request, requests, aligned, learned, race, errors, before);
    }

    DrawnRun requested(boolean alignedStart) {
        int number = requests + 1;
        return new DrawnRun(
                of,
                Phase.RUNNING,
                "",
                0,
                number,
                number,
                alignedStart,
                Optional.empty(),
                DrawnRace.NONE,
                List.of(),
                before);
    }

    DrawnRun done(double part) {
        double within = Math.max(0, Math.min(1, part));
        return new DrawnRun(of, phase, sentence, within, request, requests, aligned, learned, race, errors, before);
    }

    DrawnRun having(Learned more) {
        return new DrawnRun(
                of,
                phase,
                sentence,
                share,
                request,
                requests,
                aligned,
                Optional.of(more),
                DrawnRace.of(of, more),
                ContextErrors.of(of, more),
                before);
    }

    /** The worker owes nothing any more. */
    DrawnRun settled(Phase how, String why) {
        Optional<Learned> behind = how == Phase.READY || how == Phase.FAILED ? Optional.empty() : before;
        // what was refused is not shown as if it were a run
        return how == Phase.FAILED
                ? new DrawnRun(
                        of, how, why, share, 0, requests, aligned, Optional.empty(), DrawnRace.NONE, List.of(), behind)
                : new DrawnRun(of, how, why, share, 0, requests, aligned, learned, race, errors, behind);
    }

    /** Whether the worker is at it. */
    public boolean busy() {
        return request > 0;
    }

    public boolean diverged() {
        return learned.filter(l -> l.divergedAt() >= 0).isPresent();
    }
}
