package dynlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.app.WorkerWatchdog.Command;
import dynlab.app.WorkerWatchdog.Mode;
import dynlab.app.WorkerWatchdog.Step;
import dynlab.numeric.Rng;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorkerWatchTest {
    private static final double PATIENCE = WorkerWatchdog.patience(0);

    private static WorkerWatchdog loading() {
        return WorkerWatchdog.NONE.asked(0, PATIENCE).next();
    }

    private static WorkerWatchdog busy() {
        return loading().ready(100).next();
    }

    @Test
    void theFirstRequestStartsAWorkerAndIsAskedOnceItIsThere() {
        assertEquals(
                List.of(Command.START), WorkerWatchdog.NONE.asked(0, PATIENCE).commands());
        assertEquals(List.of(Command.ASK), loading().ready(100).commands());
    }

    @Test
    void aWorkerThatHangsWhileItLoadsIsNoticed() {
        assertEquals(List.of(), loading().tick(WorkerWatchdog.LOADING_LIMIT - 1).commands());
        Step late = loading().tick(WorkerWatchdog.LOADING_LIMIT);
        assertEquals(List.of(Command.CLOSE), late.commands());
        Step next = late.next().tick(late.next().deadline());
        assertEquals(List.of(Command.START, Command.SAY_RESTARTED), next.commands());
    }

    @Test
    void aLegalStepOfTwentySecondsIsWaitedForWhereItIsForeseen() {
        WorkerWatchdog heavy = busy().asked(0, WorkerWatchdog.patience(20)).next();
        assertEquals(List.of(), heavy.tick(100_000).commands());
        assertEquals(List.of(Command.CLOSE), busy().tick(100_000).commands());
    }

    @Test
    void whoeverSitsInALongPieceOfAnOldRunIsReplacedWithinASecond() {
        WorkerWatchdog sits = busy().heard(200).next();
        WorkerWatchdog asked = sits.asked(1000, PATIENCE).next();
        assertEquals(List.of(), asked.tick(1000 + WorkerWatchdog.ANSWER - 1).commands());
        Step late = asked.tick(1000 + WorkerWatchdog.ANSWER);
        assertEquals(List.of(Command.REPLACE), late.commands());
        assertEquals(0, late.next().failures());
        Step there = late.next().ready(2100);
        assertEquals(List.of(Command.ASK), there.commands());
        assertEquals(
                List.of(),
                there.next().tick(2100 + WorkerWatchdog.ANSWER).commands(),
                "one that has just been started is given its time");
    }

    @Test
    void oneThatGaveUpARunAndSitsInItAllTheSameIsReplacedToo() {
        WorkerWatchdog asked = busy().cancelled().next().asked(1000, PATIENCE).next();
        assertEquals(
                List.of(Command.REPLACE),
                asked.tick(1000 + WorkerWatchdog.ANSWER).commands());
    }

    @Test
    void oneThatHasHeardTheRequestKeepsItsTime() {
        WorkerWatchdog asked = busy().asked(1000, PATIENCE).next().heard(1010).next();
        assertEquals(List.of(), asked.tick(1010 + PATIENCE - 1).commands());
        assertEquals(List.of(Command.CLOSE), asked.tick(1010 + PATIENCE).commands());
    }

    @Test
    void aPageThatWasBusyItselfListensBeforeItJudges() {
        WorkerWatchdog asked = busy().asked(1000, PATIENCE).next();
        Step late = asked.tick(5000);
        assertEquals(List.of(), late.commands());
        assertEquals(
                List.of(Command.REPLACE),
                late.next().tick(late.next().deadline()).commands());
    }

    @Test
    void eachWordOfTheWorkerGivesItTimeAnew() {
        WorkerWatchdog watch = busy();
        for (double now = 100; now < 1e6; now += 14_000) {
            assertEquals(List.of(), watch.tick(now).commands());
            watch = watch.heard(now).next();
        }
    }

    @Test
    void afterItIsLostTheNextRequestStartsAnotherAndAllItsAttempts() {
        WorkerWatchdog watch = busy();
        double now = 100;
        double before = 0;
        for (int k = 1; k <= WorkerWatchdog.MOST; k++) {
            Step broken = watch.broken(now);
            assertEquals(List.of(Command.CLOSE), broken.commands());
            double pause = broken.next().deadline() - now;
            assertTrue(pause >= 2 * before, "the pauses grow");
            before = pause;
            now = broken.next().deadline();
            watch = broken.next().tick(now).next();
            assertEquals(Mode.LOADING, watch.mode());
        }
        Step lost = watch.broken(now);
        assertEquals(List.of(Command.CLOSE, Command.SAY_LOST), lost.commands());
        assertEquals(List.of(Command.START), lost.next().asked(now, PATIENCE).commands());
        assertEquals(0, lost.next().asked(now, PATIENCE).next().failures());
    }

    @Test
    void withoutANetworkItWaitsForOneAndLosesNothing() {
        Step broken = busy().online(100, false).next().broken(200);
        assertEquals(Mode.OFFLINE, broken.next().mode());
        assertEquals(List.of(), broken.next().tick(1e9).commands());
        Step back = broken.next().online(300, true);
        assertEquals(List.of(Command.START), back.commands());
        assertEquals(List.of(Command.ASK), back.next().ready(400).commands());
    }

    @Test
    void nobodyIsHurriedWhileNobodyLooks() {
        WorkerWatchdog away = busy().paused(200, true).next();
        assertEquals(List.of(), away.tick(1e9).commands());
        WorkerWatchdog back = away.paused(1e9, false).next();
        assertEquals(List.of(Command.CLOSE), back.tick(1e9 + PATIENCE).commands());
    }

    @Test
    void whateverHappensWhatIsWantedIsUnderWayOrSaidToBeLost() {
        for (int seed = 1; seed <= 20; seed++) {
            Rng rng = new Rng(seed);
            WorkerWatchdog watch = WorkerWatchdog.NONE;
            double now = 0;
            boolean alive = false;
            boolean owed = false;
            for (int k = 0; k < 20_000; k++) {
                now += rng.nextInt(20_000);
                Step step = switch (rng.nextInt(9)) {
                    case 0 -> watch.asked(now, WorkerWatchdog.patience(rng.nextInt(3)));
                    case 1 -> watch.ready(now);
                    case 2 -> watch.heard(now);
                    case 3 -> watch.settled();
                    case 4 -> watch.cancelled();
                    case 5 -> watch.broken(now);
                    case 6 -> watch.online(now, rng.nextInt(3) > 0);
                    case 7 -> watch.paused(now, rng.nextInt(2) == 0);
                    default -> watch.tick(now);
                };
                for (Command command : step.commands()) {
                    assertFalse(command == Command.START && alive, "seed " + seed + ", two workers at once");
                    assertFalse(command == Command.REPLACE && !alive, "seed " + seed + ", no worker to replace");
                    assertFalse(command == Command.CLOSE && !alive, "seed " + seed + ", no worker to close");
                    assertFalse(command == Command.ASK && !alive, "seed " + seed + ", nobody to ask");
                    alive = command == Command.START || alive && command != Command.CLOSE;
                }
                watch = step.next();
                owed = watch.wanted();
                boolean waits = Double.isFinite(watch.deadline())
                        || watch.paused()
                        || watch.mode() == Mode.OFFLINE && watch.offline();
                assertTrue(!owed || waits, "seed " + seed + ", event " + k + ": forgotten in " + watch);
                assertFalse(owed && watch.mode() == Mode.LOST, "seed " + seed);
            }
        }
    }
}
