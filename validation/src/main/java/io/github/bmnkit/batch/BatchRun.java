package io.github.bmnkit.batch;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.response.HouseholdResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a batch. The calling thread takes chunks from the source, hands them to the others, and takes their results
 * back, in order or as they are ready; so many chunks are under way that no thread waits, and no more.
 */
final class BatchRun<T> {
    private static final int CHUNK = 16;
    private static final int CHUNKS_PER_THREAD = 3;

    private final Batch batch;
    private final Iterator<T> source;
    private final Supplier<? extends Function<? super T, Reading<HouseholdResponse>>> reader;
    private final Consumer<? super BatchResult> each;
    private final Queue<Worker<T>> idle = new ConcurrentLinkedQueue<>();
    private final Queue<FutureTask<List<BatchResult>>> inOrder = new ArrayDeque<>();
    private final BlockingQueue<FutureTask<List<BatchResult>>> ready = new LinkedBlockingQueue<>();
    private final Tally tally;
    private int underWay;
    private long taken;
    private long done;
    private long notAcceptable;

    BatchRun(
            Batch batch,
            Iterator<T> source,
            Supplier<? extends Function<? super T, Reading<HouseholdResponse>>> reader,
            Consumer<? super BatchResult> each) {
        this.batch = batch;
        this.source = source;
        this.reader = reader;
        this.each = each;
        this.tally = new Tally(batch.checks);
    }

    BatchSummary run() {
        ExecutorService pool =
                batch.threads == 1 ? null : Executors.newFixedThreadPool(batch.threads, BatchRun::thread);
        try {
            long start = batch.nanoClock.getAsLong();
            int most = pool == null ? 1 : batch.threads * CHUNKS_PER_THREAD;
            boolean more = true;
            while (more || underWay > 0) {
                while (more && underWay < most) {
                    more = submit(pool);
                }
                if (underWay > 0) {
                    collect(next());
                    underWay--;
                    tell(start);
                }
            }
            if (done == 0) {
                tell(start);
            }
        } finally {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
        return new BatchSummary(tally);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "bmnkit-batch");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes the next chunk from the source; returns whether there may be more. */
    private boolean submit(@Nullable ExecutorService pool) {
        if (batch.cancelled.getAsBoolean()) {
            tally.cancelled = true;
            return false;
        }
        List<T> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && source.hasNext()) {
            chunk.add(source.next());
        }
        if (chunk.isEmpty()) {
            return false;
        }
        long first = taken + 1;
        taken += chunk.size();
        FutureTask<List<BatchResult>> task = new FutureTask<>(() -> check(chunk, first)) {
            @Override
            protected void done() {
                if (!batch.isOrdered) {
                    ready.add(this);
                }
            }
        };
        if (batch.isOrdered) {
            inOrder.add(task);
        }
        underWay++;
        if (pool == null) {
            task.run();
        } else {
            pool.execute(task);
        }
        return chunk.size() == CHUNK;
    }

    private List<BatchResult> check(List<T> chunk, long first) {
        Worker<T> free = idle.poll();
        Worker<T> worker = free == null ? new Worker<>(batch, reader.get()) : free;
        List<BatchResult> results = new ArrayList<>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            results.add(worker.check(first + i, chunk.get(i)));
        }
        idle.add(worker);
        return results;
    }

    private void collect(FutureTask<List<BatchResult>> task) {
        for (BatchResult result : results(task)) {
            boolean acceptable = tally.add(result);
            notAcceptable += result.report().isPresent() && !acceptable ? 1 : 0;
            done++;
            if (batch.across != null) {
                batch.across.add(result, batch.source);
            }
            each.accept(result);
        }
    }

    private FutureTask<List<BatchResult>> next() {
        try {
            return batch.isOrdered ? inOrder.remove() : ready.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }

    private static List<BatchResult> results(FutureTask<List<BatchResult>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException("nothing else can be thrown", e);
        }
    }

    private void tell(long start) {
        Duration elapsed = Duration.ofNanos(Math.max(0, batch.nanoClock.getAsLong() - start));
        batch.progress.accept(new BatchProgress(done, tally.unreadable, notAcceptable, batch.expected, elapsed));
    }
}
