package dynlab.app;

import java.util.Optional;

/**
 * The runs that were asked for last, and how far they are.
 *
 * @param runs what is asked for
 * @param last the runs of the same scene that were whole before; drawn faintly until there is something of the others
 * @param phase how far it is
 * @param request number of what the worker was asked for; 0 while it owes nothing. Answers to other numbers are dropped.
 * @param requests how many requests there have been
 * @param allowed number of the setup that may take long, because a person said so
 * @param unseen whether the request waits until somebody looks
 * @param due how many whole runs the worker still owes
 * @param share how much of the request is done, 0 to 1
 */
public record Computation(
        RunSet runs,
        Optional<RunSet> last,
        Phase phase,
        int request,
        int requests,
        int allowed,
        boolean unseen,
        int due,
        double share) {

    static Computation of(RunSet runs) {
        return new Computation(runs, Optional.empty(), Phase.OPENING, 0, 0, 0, false, 0, 0);
    }

    /** Other runs take the place of these, which stay behind them where they are of the same scene and whole. */
    Computation asking(RunSet next) {
        boolean same = next.setup().scene() == runs.setup().scene();
        Optional<RunSet> behind = !same ? Optional.empty() : runs.complete() ? Optional.of(runs) : last;
        return new Computation(next, behind, Phase.OPENING, 0, requests, allowed, false, 0, 0);
    }

    /** The worker is asked for these runs. */
    Computation requested(Phase how) {
        return new Computation(
                runs,
                last,
                how,
                requests + 1,
                requests + 1,
                allowed,
                false,
                runs.parts().size(),
                0);
    }

    /** What is asked for is shown already, by an exact short cut. */
    Computation verifying() {
        return new Computation(runs, last, Phase.VERIFYING, request, requests, allowed, unseen, due, share);
    }

    Computation having(RunSet more) {
        return new Computation(more, last, phase, request, requests, allowed, unseen, due, share);
    }

    /** The worker owes nothing any more. */
    Computation settled(Phase how) {
        return new Computation(runs, last, how, 0, requests, allowed, false, 0, 0);
    }

    Computation waiting(Phase how) {
        return new Computation(runs, last, how, 0, requests, allowed, true, 0, 0);
    }

    Computation allowing() {
        return new Computation(runs, last, phase, request, requests, runs.number(), unseen, due, share);
    }

    Computation done(double part) {
        return new Computation(runs, last, phase, request, requests, allowed, unseen, due, part);
    }

    /** One run more is whole. */
    Computation oneLess() {
        return new Computation(runs, last, phase, request, requests, allowed, unseen, due - 1, share);
    }

    /** Whether the worker is at it. */
    public boolean busy() {
        return request > 0;
    }
}
