package lectern.platform.guide;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.platform.web.Listing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How far the acting account's units have come.
@Component
public class Guide {
    private final List<Step> steps;
    private final JdbcClient jdbc;

    Guide(ObjectProvider<Step> contributed, JdbcClient jdbc) {
        steps = contributed.stream()
                .sorted(Comparator.comparingInt(Step::order))
                .toList();
        this.jdbc = jdbc;
    }

    /// A step and how it stands.
    ///
    /// @param number from 1
    /// @param count how many there are, counted as far as lists are: see [Listing#MOST]
    /// @param next whether it is the first of which there is nothing yet
    public record Stage(int number, Step step, long count, boolean next) {
        public boolean isDone() {
            return count > 0;
        }

        public boolean isMore() {
            return count > Listing.MOST;
        }
    }

    /// All steps, counted by one statement.
    @Transactional(readOnly = true)
    public List<Stage> stages() {
        var counts = counts();
        var next = steps.stream()
                .filter(step -> counts.getOrDefault(step.key(), 0L) == 0)
                .findFirst();
        return IntStream.range(0, steps.size())
                .mapToObj(index -> {
                    var step = steps.get(index);
                    return new Stage(
                            index + 1,
                            step,
                            counts.getOrDefault(step.key(), 0L),
                            next.filter(step::equals).isPresent());
                })
                .toList();
    }

    private Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        var sql = steps.stream()
                .map(step -> "select '" + step.key() + "', (" + Listing.counting(step.rows()) + ")")
                .collect(Collectors.joining(" union all "));
        jdbc.sql(sql)
                .query((row, number) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /// Whether the daily work has not begun yet, so that an officer is better off here than at his desk.
    @Transactional(readOnly = true)
    public boolean isNeeded() {
        var begun = steps.stream()
                .filter(Step::settles)
                .map(step -> "exists (select 1 " + step.rows() + ")")
                .collect(Collectors.joining(" or "));
        return !jdbc.sql("select " + begun).query(Boolean.class).single();
    }
}
