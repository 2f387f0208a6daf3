package lectern.insight;

import java.time.LocalDate;
import java.util.UUID;
import lectern.programme.FeedbackGiven;
import lectern.programme.HeadcountReported;
import lectern.programme.TalkCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Marks a unit's day whose figures change, in the transaction of the change: neither is there without the other.
@Component
class StaleFigures {
    private final JdbcClient jdbc;
    private final RollUpSoon soon;

    StaleFigures(JdbcClient jdbc, RollUpSoon soon) {
        this.jdbc = jdbc;
        this.soon = soon;
    }

    @EventListener
    void on(HeadcountReported news) {
        mark(news.cityId(), news.path(), news.day());
    }

    @EventListener
    void on(FeedbackGiven news) {
        mark(news.cityId(), news.path(), news.day());
    }

    @EventListener
    void on(TalkCancelled news) {
        mark(news.cityId(), news.path(), news.day());
    }

    private void mark(UUID cityId, String path, LocalDate day) {
        jdbc.sql("insert into figure_stale (city_id, path, day) values (:city, :path, :day)")
                .param("city", cityId)
                .param("path", path)
                .param("day", day)
                .update();
        soon.afterCommit();
    }
}
