package lectern.insight.coverage;

import java.util.EnumMap;
import java.util.Map;

/// How many villages have which gap.
public record GapCount(Map<Gap, Long> villages) {
    static final GapCount NONE = new GapCount(Map.of());

    public long of(Gap gap) {
        return villages.getOrDefault(gap, 0L);
    }

    public long all() {
        return villages.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Those whose last talk is so many months ago or who never had one.
    public long atLeast(int months) {
        return villages.entrySet().stream()
                .filter(each -> each.getKey() == Gap.NEVER || each.getKey().months >= months)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    GapCount plus(GapCount other) {
        var sum = new EnumMap<Gap, Long>(Gap.class);
        for (var gap : Gap.values()) {
            sum.put(gap, of(gap) + other.of(gap));
        }
        return new GapCount(sum);
    }
}
