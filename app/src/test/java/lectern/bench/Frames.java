package lectern.bench;

import com.microsoft.playwright.Page;
import java.util.List;

/// Times between the frames that a page draws while somebody does something on it.
record Frames(List<Double> milliseconds) {
    /// A frame of a screen at 60 frames a second, and what its clock may stray.
    private static final double ON_TIME = 17.2;

    static Frames during(Page page, Runnable act) {
        page.evaluate("""
                () => {
                  const frames = { last: 0, times: [], on: true };
                  window.benchFrames = frames;
                  const next = (now) => {
                    if (frames.last) frames.times.push(now - frames.last);
                    frames.last = now;
                    if (frames.on) requestAnimationFrame(next);
                  };
                  requestAnimationFrame(next);
                }
                """);
        act.run();
        var times = (List<?>) page.evaluate("() => { benchFrames.on = false; return benchFrames.times; }");
        return new Frames(times.stream()
                .map(time -> ((Number) time).doubleValue())
                .sorted()
                .toList());
    }

    private double at(double share) {
        return milliseconds.get(Math.min(milliseconds.size() - 1, (int) (milliseconds.size() * share)));
    }

    private double within(double limit) {
        return 100.0 * milliseconds.stream().filter(time -> time <= limit).count() / milliseconds.size();
    }

    @Override
    public String toString() {
        return milliseconds.isEmpty()
                ? "no frame"
                : "%d frames, median %.1f ms, p95 %.1f ms, longest %.1f ms; %.0f %% within one frame of 60 a second, %.0f %% within 20 ms"
                        .formatted(
                                milliseconds.size(),
                                at(0.5),
                                at(0.95),
                                milliseconds.getLast(),
                                within(ON_TIME),
                                within(20));
    }
}
