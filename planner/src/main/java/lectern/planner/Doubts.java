package lectern.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Window;

/// What is allowed in a problem and probably not meant. Stateless.
public final class Doubts {

    private Doubts() {}

    /// One line for each window in which a talk cannot be given because no shift of any speaker, whoever that is, holds
    /// it; with its place in the file. Such a window breaks no rule: a month is still worth planning
    /// in which nobody has time for one of the talks, and the plan says `available` of that talk.
    ///
    /// @param most how many lines at most
    public static List<String> of(Problem problem, int most) {
        TimeOfAnybody time = new TimeOfAnybody(problem.speakers());
        List<String> doubts = new ArrayList<>();
        for (int t = 0; t < problem.talks().size(); t++) {
            Talk talk = problem.talks().get(t);
            for (int w = 0; w < talk.windows().size(); w++) {
                Window window = talk.windows().get(w);
                if (doubts.size() == most) {
                    return doubts;
                } else if (!time.holds(window, talk.minutes())) {
                    doubts.add("talks[%d].windows[%d]: a talk of %d minutes that starts from %d to %d lies in no shift"
                            .formatted(t, w, talk.minutes(), window.from(), window.to()));
                }
            }
        }
        return doubts;
    }

    /// All shifts there are, each kind once, by their starts.
    private static final class TimeOfAnybody {
        private final int[] start;
        private final int[] end;

        /// The latest end among the shifts up to this one.
        private final int[] latest;

        TimeOfAnybody(List<Speaker> speakers) {
            TreeMap<Integer, Integer> longest = new TreeMap<>();
            for (Speaker speaker : speakers) {
                for (Shift shift : speaker.shifts()) {
                    longest.merge(shift.start(), shift.end(), Math::max);
                }
            }
            start = new int[longest.size()];
            end = new int[start.length];
            latest = new int[start.length];
            int i = 0;
            for (Map.Entry<Integer, Integer> shift : longest.entrySet()) {
                start[i] = shift.getKey();
                end[i] = shift.getValue();
                latest[i] = i == 0 ? end[i] : Math.max(latest[i - 1], end[i]);
                i++;
            }
        }

        boolean holds(Window window, int minutes) {
            int next = firstAfter(window.from());
            if (next > 0 && latest[next - 1] >= (long) window.from() + minutes) {
                return true;
            }
            for (int i = next; i < start.length && start[i] <= window.to(); i++) {
                if (end[i] >= (long) start[i] + minutes) {
                    return true;
                }
            }
            return false;
        }

        private int firstAfter(int minute) {
            int low = 0;
            int high = start.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (start[middle] <= minute) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
