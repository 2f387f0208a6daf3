package lectern.insight.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Topics by segments at a unit: how many of its villages were reached in the period.
///
/// @param topics those on this page, by name
/// @param cells by topic and segment, both [Subject#ANY] or empty for the sums
public record SubjectTable(List<TopicName> topics, long villages, Map<String, Cell> cells) {
    /// Stands for all topics together.
    public static final UUID ANY_TOPIC = Subject.ANY;

    /// A topic that can be spoken about.
    public record TopicName(UUID id, String name) {}

    /// @param last the latest day anywhere in the unit, or null
    public record Cell(long reached, @Nullable LocalDate last) {
        static final Cell EMPTY = new Cell(0, null);

        /// Whole months since the latest day.
        public long monthsAgo(LocalDate today) {
            return last == null ? 0 : Math.max(0, ChronoUnit.MONTHS.between(last, today));
        }
    }

    static String key(UUID topic, String segment) {
        return topic + " " + segment;
    }

    public Cell at(UUID topic, String segment) {
        return cells.getOrDefault(key(topic, segment), Cell.EMPTY);
    }

    /// How dark a cell is: 0 for no village, 4 for many.
    public int shade(UUID topic, String segment) {
        var share = villages == 0 ? 0 : (double) at(topic, segment).reached() / villages;
        return share == 0 ? 0 : share < 0.04 ? 1 : share < 0.15 ? 2 : share < 0.4 ? 3 : 4;
    }
}
