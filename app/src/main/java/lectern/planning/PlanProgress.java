package lectern.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.planning.problem.Search;
import lectern.platform.jobs.JobRun;

/// Tells people how a search goes, and the search whether they want it to end; both at most a few times a second. What
/// it
/// tells, `planning/live.jte` shows.
public final class PlanProgress implements Search.Watcher {
    private static final long TELL_EVERY_NANOS = 350_000_000;
    private static final long ASK_EVERY_NANOS = 500_000_000;
    private static final int MOST_POINTS = 120;
    private final JobRun run;
    private final int seconds;
    /// [seconds, cost, served]
    private final List<List<Number>> curve = new ArrayList<>();
    private double full = -1;
    private long told;
    private volatile long asked = System.nanoTime() - ASK_EVERY_NANOS;
    private volatile boolean stop;

    public PlanProgress(JobRun run, int seconds) {
        this.run = run;
        this.seconds = seconds;
    }

    @Override
    public synchronized void on(double elapsed, long cost, int served, int total, long rate) {
        var now = System.nanoTime();
        if (full < 0 && served >= total) {
            full = elapsed;
        }
        if (!curve.isEmpty() && now - told < TELL_EVERY_NANOS) {
            return;
        }
        told = now;
        if (curve.size() >= MOST_POINTS) {
            for (var index = curve.size() - 2; index > 0; index -= 2) {
                curve.remove(index);
            }
        }
        curve.add(List.of(elapsed, cost, served));
        run.progress(
                (int) (1000 * elapsed / seconds),
                Map.of(
                        "elapsed", elapsed,
                        "cost", cost,
                        "served", served,
                        "total", total,
                        "rate", rate,
                        "full", full,
                        "curve", curve));
    }

    @Override
    public boolean isStopAsked() {
        var now = System.nanoTime();
        if (!stop && now - asked >= ASK_EVERY_NANOS) {
            asked = now;
            stop = run.isCancelled();
        }
        return stop;
    }
}
