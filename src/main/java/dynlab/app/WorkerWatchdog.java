package dynlab.app;

import java.util.List;

/**
 * Watches over a worker: when it is started, given up, started again after a while, and when it is asked. Immutable; times
 * are milliseconds of any clock that does not go back.
 *
 * <p>A worker that is loading has {@value #LOADING_LIMIT} ms to say that it is there, one that computes has the patience
 * of its request to say anything. One that falls silent or breaks is closed; the next is started after a pause that doubles
 * each time, or when the network is back. After {@value #MOST} failures of one request it is lost, until the next request.
 *
 * <p>A worker that has been there for a while has {@value #ANSWER} ms to say that it has heard a request. If it is silent, it
 * sits in a long piece of what nobody wants any more, and another takes its place at once. That is no failure.
 *
 * @param mode what the worker is doing
 * @param wanted whether it is to compute as soon as it can
 * @param failures how often it has failed since it last did something
 * @param patience how long it may be silent while it computes
 * @param deadline when something has to be done if nothing is heard; infinite if never
 * @param offline whether the browser has no network
 * @param paused whether nobody looks, so that silence means nothing
 * @param heard whether the worker has said anything since it was asked, or has just been started
 */
public record WorkerWatchdog(
        Mode mode,
        boolean wanted,
        int failures,
        double patience,
        double deadline,
        boolean offline,
        boolean paused,
        boolean heard) {
    /** A worker that has not said within this time that it is there hangs while loading. */
    public static final double LOADING_LIMIT = 30_000;
    /** The shortest time for which a worker may be silent while it computes. */
    public static final double SILENCE = 15_000;
    /** How often one request may fail. */
    public static final int MOST = 4;

    /** How long a worker may take to say that it has heard a request. */
    public static final double ANSWER = 1000;
    /** A page that comes this late to look at the clock was busy itself, and what the worker said may lie before it. */
    private static final double LATE = 100;

    /** A step may take so many times as long as it is thought to: browsers and computers differ that much. */
    private static final double SLOWER = 30;

    private static final double FIRST_PAUSE = 500;

    /** No worker and none wanted. */
    public static final WorkerWatchdog NONE =
            new WorkerWatchdog(Mode.NONE, false, 0, SILENCE, Double.POSITIVE_INFINITY, false, false, true);

    /** What a worker is doing. */
    public enum Mode {
        NONE,
        LOADING,
        IDLE,
        BUSY,
        /** It broke, and the next is started in a moment. */
        PAUSING,
        /** It broke without a network, and the next is started when there is one. */
        OFFLINE,
        /** It broke too often: the next request starts another. */
        LOST
    }

    /** What has to be done. */
    public enum Command {
        START,
        ASK,
        CLOSE,
        /** Another of the same kind takes its place. */
        REPLACE,
        SAY_RESTARTED,
        SAY_LOST
    }

    /** The next state, and what has to be done, in order. */
    public record Step(WorkerWatchdog next, List<Command> commands) {}

    /** How long a worker may be silent, by what the longest piece of its runs is thought to take, in seconds. */
    public static double patience(double longestPiece) {
        return SILENCE + 1000 * SLOWER * Math.max(0, Math.min(1e6, longestPiece));
    }

    /** Something is wanted. */
    public Step asked(double now, double withPatience) {
        return switch (mode) {
            case NONE, LOST -> starting(now, true, 0, withPatience, Command.START);
            case IDLE, BUSY -> busy(now, withPatience, false);
            case LOADING, PAUSING, OFFLINE ->
                to(new WorkerWatchdog(mode, true, failures, withPatience, deadline, offline, paused, true));
        };
    }

    /** The worker says that it is there. */
    public Step ready(double now) {
        if (mode != Mode.LOADING) {
            return to(this);
        }
        return wanted ? busy(now, patience, true) : to(idle());
    }

    /** The worker says something. */
    public Step heard(double now) {
        return mode == Mode.BUSY ? to(until(waits(now, patience), true)) : to(this);
    }

    /** All that was wanted is there, and so the worker is well. */
    public Step settled() {
        WorkerWatchdog well = new WorkerWatchdog(mode, false, 0, patience, deadline, offline, paused, true);
        return to(mode == Mode.BUSY ? well.idle() : well);
    }

    /** Nothing is wanted any more. */
    public Step cancelled() {
        WorkerWatchdog free = new WorkerWatchdog(mode, false, failures, patience, deadline, offline, paused, true);
        return to(mode == Mode.BUSY ? free.idle() : free);
    }

    /** The worker broke. */
    public Step broken(double now) {
        if (mode != Mode.LOADING && mode != Mode.IDLE && mode != Mode.BUSY) {
            return to(this);
        }
        int often = failures + 1;
        if (often > MOST) {
            WorkerWatchdog lost = new WorkerWatchdog(
                    Mode.LOST, false, often, patience, Double.POSITIVE_INFINITY, offline, paused, true);
            return wanted || mode == Mode.BUSY ? to(lost, Command.CLOSE, Command.SAY_LOST) : to(lost, Command.CLOSE);
        }
        boolean owes = wanted || mode == Mode.BUSY;
        Mode next = offline ? Mode.OFFLINE : Mode.PAUSING;
        double at = offline ? Double.POSITIVE_INFINITY : now + pause(often);
        return to(new WorkerWatchdog(next, owes, often, patience, at, offline, paused, true), Command.CLOSE);
    }

    /** Time has passed. */
    public Step tick(double now) {
        if (now < deadline) {
            return to(this);
        }
        if (mode == Mode.BUSY && !heard) {
            return now > deadline + LATE
                    ? to(until(now + LATE, false))
                    : starting(now, true, failures, patience, Command.REPLACE);
        }
        return switch (mode) {
            case LOADING, BUSY -> broken(now);
            case PAUSING ->
                wanted
                        ? starting(now, true, failures, patience, Command.START, Command.SAY_RESTARTED)
                        : starting(now, false, failures, patience, Command.START);
            default -> to(this);
        };
    }

    /** Whether the browser has a network. */
    public Step online(double now, boolean has) {
        WorkerWatchdog next = new WorkerWatchdog(mode, wanted, failures, patience, deadline, !has, paused, heard);
        return has && mode == Mode.OFFLINE ? next.starting(now, wanted, failures, patience, Command.START) : to(next);
    }

    /** Whether nobody looks, so that the worker is to wait. */
    public Step paused(double now, boolean waits) {
        WorkerWatchdog next = new WorkerWatchdog(mode, wanted, failures, patience, deadline, offline, waits, true);
        return to(mode == Mode.BUSY ? next.until(next.waits(now, patience), true) : next);
    }

    /** The pause before the next worker: it doubles. */
    static double pause(int failures) {
        double pause = FIRST_PAUSE;
        for (int k = 1; k < failures; k++) {
            pause *= 2;
        }
        return pause;
    }

    private Step busy(double now, double withPatience, boolean fresh) {
        double until = waits(now, fresh ? withPatience : ANSWER);
        return to(
                new WorkerWatchdog(Mode.BUSY, true, failures, withPatience, until, offline, paused, fresh),
                Command.ASK);
    }

    private double waits(double now, double patient) {
        return paused ? Double.POSITIVE_INFINITY : now + patient;
    }

    private WorkerWatchdog until(double when, boolean hasHeard) {
        return new WorkerWatchdog(mode, wanted, failures, patience, when, offline, paused, hasHeard);
    }

    private WorkerWatchdog idle() {
        return new WorkerWatchdog(
                Mode.IDLE, false, failures, patience, Double.POSITIVE_INFINITY, offline, paused, true);
    }

    private Step starting(double now, boolean wants, int failed, double patient, Command... commands) {
        return new Step(
                new WorkerWatchdog(Mode.LOADING, wants, failed, patient, now + LOADING_LIMIT, offline, paused, true),
                List.of(commands));
    }

    private static Step to(WorkerWatchdog next, Command... commands) {
        return new Step(next, List.of(commands));
    }
}
