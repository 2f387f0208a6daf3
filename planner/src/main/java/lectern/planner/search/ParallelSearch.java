package lectern.planner.search;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Problem;

/// Several searches, each with a seed of its own: at first each has its own plan, then all go on with the best of them,
/// each in its own regions. The caller's thread waits, asks whether to stop and tells how far they are.
public final class ParallelSearch {

    private static final long MILLISECONDS_BETWEEN_REPORTS = 250;
    private static final long MILLISECONDS_BETWEEN_QUESTIONS = 25;
    private static final long SEED_STRIDE = 0xD1342543DE82EF95L;

    private final Problem problem;
    private final Compiled compiled;

    /// Compiles the problem, which takes a second or so for thousands of speakers.
    public ParallelSearch(Problem problem) {
        this.problem = problem;
        this.compiled = Compiler.compile(problem);
    }

    /// Told several times a second at most, in the caller's thread.
    public interface Listener {
        void on(long cost, int served, long iterations);
    }

    /// @param deadline of [System#nanoTime]; not looked at when the number of iterations is given
    /// @param iterations for each thread, 0 for as many as there is time for
    public Found run(long deadline, int threads, long seed, long iterations, Listener listener, BooleanSupplier stop) {
        Search.Progress progress = iterations > 0 ? new ByCount(iterations) : new ByClock(System.nanoTime(), deadline);
        AtomicBoolean halted = new AtomicBoolean();
        SharedPlan shared = new SharedPlan(compiled, threads);
        Search[] searches = IntStream.range(0, threads)
                .mapToObj(i -> new Search(problem, compiled, seed + i * SEED_STRIDE, shared, i, progress, halted::get))
                .toArray(Search[]::new);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads, ParallelSearch::thread)) {
            List<Future<?>> running = Arrays.stream(searches)
                    .<Future<?>>map(search -> executor.submit(() -> runOrHalt(search, halted)))
                    .toList();
            try {
                await(running, searches, halted, listener, stop);
            } finally {
                halted.set(true);
            }
        }
        return found(searches, shared);
    }

    /// The others must not wait for one that failed.
    private static void runOrHalt(Search search, AtomicBoolean halted) {
        boolean ended = false;
        try {
            search.run();
            ended = true;
        } finally {
            if (!ended) {
                halted.set(true);
            }
        }
    }

    private static Thread thread(Runnable search) {
        return Thread.ofPlatform().daemon().name("planner-search").unstarted(search);
    }

    private static void await(
            List<Future<?>> running, Search[] searches, AtomicBoolean halted, Listener listener, BooleanSupplier stop) {
        long reported = System.nanoTime();
        for (Future<?> search : running) {
            while (!isDone(search, halted)) {
                if (stop.getAsBoolean()) {
                    halted.set(true);
                }
                if (System.nanoTime() - reported > TimeUnit.MILLISECONDS.toNanos(MILLISECONDS_BETWEEN_REPORTS)) {
                    reported = System.nanoTime();
                    report(searches, listener);
                }
            }
        }
        report(searches, listener);
    }

    private static boolean isDone(Future<?> search, AtomicBoolean halted) {
        boolean interrupted = false;
        try {
            search.get(MILLISECONDS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException e) {
            interrupted = true;
            halted.set(true);
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof InvalidProblemException invalid) {
                throw invalid;
            }
            throw new IllegalStateException("the search failed: " + e.getCause(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void report(Search[] searches, Listener listener) {
        Search best = searches[0];
        long iterations = 0;
        for (Search search : searches) {
            iterations += search.iterations;
            best = search.bestCost < best.bestCost ? search : best;
        }
        if (best.bestCost < Long.MAX_VALUE) {
            listener.on(best.bestCost, best.served, iterations);
        }
    }

    private Found found(Search[] searches, SharedPlan shared) {
        long iterations =
                Arrays.stream(searches).mapToLong(search -> search.iterations).sum();
        if (shared.isShared()) {
            return new Found(shared.assignments(new Assignments(problem, compiled)), shared.cost(), iterations);
        }
        Search best = searches[0];
        for (Search search : searches) {
            best = search.bestCost < best.bestCost ? search : best;
        }
        return best.found(iterations);
    }

    private record ByCount(long iterations) implements Search.Progress {
        @Override
        public double after(long steps) {
            return steps >= iterations ? 1 : (double) steps / iterations;
        }

        @Override
        public boolean everyStep() {
            return true;
        }
    }

    private record ByClock(long start, long deadline) implements Search.Progress {
        @Override
        public double after(long steps) {
            long now = System.nanoTime();
            return now >= deadline ? 1 : (double) (now - start) / (deadline - start);
        }

        @Override
        public boolean everyStep() {
            return false;
        }
    }
}
