package lectern.planning.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.planning.Plan;
import lectern.planning.board.Draft;

/// The figures of one of two plans.
///
/// @param travelMinutes of all speakers, home to home
/// @param most the most talks that one speaker has
/// @param loads how many speakers have one talk, two, three …; the last counts those with [#BARS] and more
/// @param terms the cost, term by term
public record Side(
        Plan plan,
        int served,
        int unserved,
        int speakers,
        long travelMinutes,
        int most,
        List<Integer> loads,
        Map<String, Long> terms,
        long total) {
    public static final int BARS = 8;

    static Side of(Plan plan, Draft draft) {
        var loads = draft.loads();
        var bars = new TreeMap<Integer, Integer>();
        loads.values().forEach(talks -> bars.merge(Math.min(BARS, talks), 1, Integer::sum));
        var served = loads.values().stream().mapToInt(Integer::intValue).sum();
        var terms = draft.solution().cost();
        return new Side(
                plan,
                served,
                draft.talks().size() - served,
                loads.size(),
                draft.solution().travelMinutes(),
                loads.values().stream().mapToInt(Integer::intValue).max().orElse(0),
                java.util.stream.IntStream.rangeClosed(1, BARS)
                        .map(talks -> bars.getOrDefault(talks, 0))
                        .boxed()
                        .toList(),
                terms,
                terms.values().stream().mapToLong(Long::longValue).sum());
    }

    public double travelEach() {
        return served == 0 ? 0 : (double) travelMinutes / served;
    }
}
