package dynlab.cli.sweep;

import dynlab.sweep.Row;
import dynlab.sweep.RowRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Computes rows on threads of this program, each the next that none has begun. */
public final class ThreadEngine implements Engine {
    @Override
    public String word() {
        return "threads";
    }

    @Override
    public void run(Job job, int[] rows, String where, Consumer<Row> done, BooleanSupplier stopped) {
        int wanted = where.isEmpty() ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(where);
        int threads = Math.max(1, Math.min(wanted, rows.length));
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean();
        Runnable work = () -> {
            int at = next.getAndIncrement();
            while (at < rows.length && !broken.get() && !stopped.getAsBoolean()) {
                RowRunner.run(job.plan(), rows[at], () -> broken.get() || stopped.getAsBoolean())
                        .ifPresent(done);
                at = next.getAndIncrement();
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int k = 0; k < threads; k++) {
                all.add(pool.submit(work));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException thrown) {
            throw thrown.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(thrown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            broken.set(true);
            pool.shutdown();
        }
    }
}
