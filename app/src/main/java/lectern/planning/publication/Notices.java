package lectern.planning.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.PlanState;
import lectern.planning.board.BoardTalk;
import lectern.planning.board.Draft;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What each request's people will learn of a draft, or learned when it was published.
@Component
class Notices {
    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID request, @Nullable String change, Notice.@Nullable Before before) {}

    /// By request.
    @Transactional(readOnly = true)
    public Map<UUID, Notice> of(Plan plan, Draft draft) {
        return plan.state() == PlanState.PUBLISHED ? recorded(plan) : expected(draft);
    }

    private Map<UUID, Notice> recorded(Plan plan) {
        var notices = new HashMap<UUID, Notice>();
        jdbc.sql("""
                        select request_id, change, speaker_before as speaker_id, starts_before as starts_at
                        from plan_notice where plan_id = :plan
                        """)
                .param("plan", plan.id())
                .query((row, number) -> row(row, row.getString("change")))
                .list()
                .forEach(row -> notices.put(
                        row.request(), new Notice(Notice.Change.valueOf(String.valueOf(row.change())), row.before())));
        return notices;
    }

    private static Row row(ResultSet row, @Nullable String change) throws SQLException {
        var speaker = row.getObject("speaker_id", UUID.class);
        var starts = row.getTimestamp("starts_at");
        return new Row(
                row.getObject("request_id", UUID.class),
                change,
                speaker == null || starts == null ? null : new Notice.Before(speaker, starts.toInstant()));
    }

    /// A request that can be planned stands in no live talk. What its people were told last is in the offer that was
    /// made last, whoever withdrew or declined it.
    private Map<UUID, Notice> expected(Draft draft) {
        var told = new HashMap<UUID, Notice.Before>();
        jdbc.sql("""
                        select distinct on (t.request_id) t.request_id, o.speaker_id, t.starts_at
                        from talk t join offer o on o.talk_id = t.id
                        where t.request_id = any(:requests)
                        order by t.request_id, o.asked_at desc, o.id desc
                        """)
                .param("requests", draft.talks().keySet().toArray(UUID[]::new))
                .query((row, number) -> row(row, null))
                .list()
                .forEach(row -> {
                    if (row.before() != null) {
                        told.put(row.request(), row.before());
                    }
                });
        var notices = new LinkedHashMap<UUID, Notice>();
        draft.talks().forEach((id, talk) -> notices.put(id, notice(talk, told.get(id))));
        return notices;
    }

    private static Notice notice(BoardTalk talk, Notice.@Nullable Before before) {
        var given = talk.given();
        if (given == null) {
            return new Notice(before == null ? Notice.Change.WAITS : Notice.Change.WITHDRAWN, before);
        }
        if (before == null) {
            return new Notice(Notice.Change.NEW, null);
        }
        var same = before.speaker().equals(given.speaker()) && before.startsAt().equals(given.startsAt());
        return new Notice(same ? Notice.Change.AGAIN : Notice.Change.MOVED, before);
    }

    /// Keeps what the publication tells, in its transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Plan plan, Draft draft) {
        var requests = new ArrayList<String>();
        var changes = new ArrayList<String>();
        List<@Nullable String> speakers = new ArrayList<>();
        List<@Nullable Timestamp> starts = new ArrayList<>();
        expected(draft).forEach((request, notice) -> {
            var before = notice.before();
            requests.add(request.toString());
            changes.add(notice.change().name());
            speakers.add(before == null ? null : before.speaker().toString());
            starts.add(before == null ? null : Timestamp.from(before.startsAt()));
        });
        jdbc.sql("""
                        insert into plan_notice (plan_id, request_id, path, change, speaker_before, starts_before)
                        select :plan, request, :path, change, speaker, starts
                        from unnest(:requests::uuid[], :changes::text[], :speakers::uuid[], :starts::timestamptz[])
                             as told (request, change, speaker, starts)
                        """)
                .param("plan", plan.id())
                .param("path", plan.path())
                .param("requests", requests.toArray(String[]::new))
                .param("changes", changes.toArray(String[]::new))
                .param("speakers", speakers.toArray(String[]::new))
                .param("starts", starts.toArray(Timestamp[]::new))
                .update();
    }
}
