package lectern.planner;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lectern.planner.format.PlanFile;
import lectern.planner.format.ProblemFile;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads a problem, searches, writes the plan; when interrupted, the best so far.
@Command(name = "plan", description = "Finds a plan for a problem.", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    private static final long LONGEST_FAREWELL_SECONDS = 60;
    private static final double SECONDS_BETWEEN_LINES = 1;
    private static final int MOST_WARNINGS = 20;

    @Parameters(paramLabel = "PROBLEM.json")
    private Path problemFile = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PLAN.json",
            required = true)
    private Path planFile = Path.of("");

    @Option(names = "--seconds", defaultValue = "30", description = "wall clock; ignored with --iterations")
    private double seconds;

    @Option(names = "--threads", defaultValue = "1")
    private int threads;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--iterations", defaultValue = "0", description = "for each thread, instead of --seconds")
    private long iterations;

    private final PrintStream err;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CountDownLatch written = new CountDownLatch(1);
    private double lastLine;

    PlanCommand(PrintStream err) {
        this.err = err;
    }

    @Override
    public Integer call() {
        Limits limits = limits();
        Files.checkWritable(planFile);
        Problem problem = Files.read(problemFile, ProblemFile::read);
        warn(Doubts.of(problem, MOST_WARNINGS + 1));
        Thread farewell = Thread.ofPlatform().unstarted(this::stopAndWait);
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            Plan plan = Planner.plan(problem, limits, this::print, interrupted::get);
            Files.write(planFile, PlanFile.write(plan));
        } finally {
            written.countDown();
            forget(farewell);
        }
        return CommandLine.VALID;
    }

    private Limits limits() {
        try {
            return new Limits(seconds, threads, seed, iterations);
        } catch (IllegalArgumentException e) {
            throw new InvalidProblemException("--" + e.getMessage());
        }
    }

    private void warn(List<String> doubts) {
        doubts.stream().limit(MOST_WARNINGS).forEach(doubt -> err.println("warning: " + doubt));
        if (doubts.size() > MOST_WARNINGS) {
            err.println("warning: and there are more of the kind");
        }
    }

    private void stopAndWait() {
        interrupted.set(true);
        try {
            if (!written.await(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                err.println("gave up waiting for the plan");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException shuttingDown) {
            // Then the hook runs already, and finds the plan written.
        }
    }

    private void print(Progress progress) {
        if (progress.elapsedSeconds() - lastLine >= SECONDS_BETWEEN_LINES) {
            lastLine = progress.elapsedSeconds();
            err.println(String.format(
                    Locale.ROOT,
                    "%7.1f s  cost %d  served %d  %.0f iterations/s",
                    progress.elapsedSeconds(),
                    progress.cost(),
                    progress.served(),
                    progress.iterations() / progress.elapsedSeconds()));
        }
    }
}
