package lectern.planning.board;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The changes of a draft one after the other, each with how its talks stood before. The last one can be taken back,
/// then
/// the one before it.
@Component
public class DraftSteps {
    private final JdbcClient jdbc;
    private final Clock clock;

    DraftSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum Kind {
        ASSIGN,
        LEAVE_OUT,
        LEAVE_OUT_CLASHES,
        PIN,
        REPLAN
    }

    /// @param talks how many it changed
    public record Step(int number, Kind kind, int talks) {}

    /// How a talk stood before a step; nobody had it when there is no speaker.
    public record Before(
            UUID request, @Nullable UUID speaker, @Nullable Instant startsAt) {}

    /// Writes down how these talks stand, before they are changed.
    ///
    /// @return the step's number
    @Transactional(propagation = Propagation.MANDATORY)
    public int record(Plan plan, Kind kind, Collection<UUID> requests) {
        return jdbc.sql("""
                        insert into plan_step (plan_id, number, path, kind, before, made_by, made_at)
                        select :plan, (select coalesce(max(number), 0) + 1 from plan_step where plan_id = :plan), :path, :kind,
                               coalesce(jsonb_agg(to_jsonb(standing)), '[]'), :by, :at
                        from (
                            select request_id as request, speaker_id as speaker, starts_at as starts, by_hand, pinned,
                                   null::jsonb as funnel, null::text as blocked
                            from plan_assignment where plan_id = :plan and request_id = any(:requests)
                            union all
                            select request_id, null, null, false, false, funnel, blocked
                            from plan_unserved where plan_id = :plan and request_id = any(:requests)
                        ) standing
                        returning number
                        """)
                .param("plan", plan.id())
                .param("path", plan.path())
                .param("kind", kind.name())
                .param("requests", requests.toArray(UUID[]::new))
                .param("by", Actor.current().orElseThrow().accountId())
                .param("at", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Step> last(UUID plan) {
        return jdbc.sql("""
                        select number, kind, jsonb_array_length(before) as talks from plan_step where plan_id = :plan
                        order by number desc limit 1
                        """).param("plan", plan).query(Step.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Before> before(UUID plan, int number) {
        return jdbc.sql("""
                        select b.request, b.speaker, b.starts
                        from plan_step s,
                             jsonb_to_recordset(s.before) as b (request uuid, speaker uuid, starts timestamptz)
                        where s.plan_id = :plan and s.number = :number
                        """)
                .param("plan", plan)
                .param("number", number)
                .query((row, index) -> {
                    var starts = row.getTimestamp("starts");
                    return new Before(
                            row.getObject("request", UUID.class),
                            row.getObject("speaker", UUID.class),
                            starts == null ? null : starts.toInstant());
                })
                .list();
    }

    /// Puts the talks of a step back as they stood before it, and forgets the step.
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(UUID plan, int number) {
        jdbc.sql("""
                        delete from plan_assignment t using plan_step s, jsonb_array_elements(s.before) b
                        where s.plan_id = :plan and s.number = :number
                          and t.plan_id = :plan and t.request_id = (b.value ->> 'request')::uuid
                        """).param("plan", plan).param("number", number).update();
        jdbc.sql("""
                        delete from plan_unserved t using plan_step s, jsonb_array_elements(s.before) b
                        where s.plan_id = :plan and s.number = :number
                          and t.plan_id = :plan and t.request_id = (b.value ->> 'request')::uuid
                        """).param("plan", plan).param("number", number).update();
        jdbc.sql("""
                        insert into plan_assignment (plan_id, request_id, path, speaker_id, starts_at, by_hand, pinned)
                        select s.plan_id, b.request, s.path, b.speaker, b.starts, b.by_hand, b.pinned
                        from plan_step s, jsonb_to_recordset(s.before)
                             as b (request uuid, speaker uuid, starts timestamptz, by_hand boolean, pinned boolean)
                        where s.plan_id = :plan and s.number = :number and b.speaker is not null
                        """).param("plan", plan).param("number", number).update();
        jdbc.sql("""
                        insert into plan_unserved (plan_id, request_id, path, funnel, blocked)
                        select s.plan_id, b.request, s.path, b.funnel, b.blocked
                        from plan_step s, jsonb_to_recordset(s.before)
                             as b (request uuid, speaker uuid, funnel jsonb, blocked text)
                        where s.plan_id = :plan and s.number = :number and b.speaker is null
                        """).param("plan", plan).param("number", number).update();
        jdbc.sql("delete from plan_step where plan_id = :plan and number = :number")
                .param("plan", plan)
                .param("number", number)
                .update();
    }
}
