package lectern.planning.board;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lectern.planning.PlanState;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The rows of a draft.
@Component
public class DraftRows {
    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Assigned(UUID request, UUID speaker, Instant startsAt, boolean byHand) {}

    record LeftOut(UUID request, String blocked) {}

    public record Current(PlanState state, int version) {
        /// @throws Refusal 409 when it is no draft or no longer the one that was looked at
        public void requireDraft(int expected) {
            if (state != PlanState.DRAFT) {
                throw Refusal.conflict("plan.refused.notDraft");
            }
            if (version != expected) {
                throw Refusal.conflict("plan.refused.version");
            }
        }
    }

    @Transactional(readOnly = true)
    public List<Assigned> assigned(UUID plan) {
        return jdbc.sql("""
                        select request_id, speaker_id, starts_at, by_hand from plan_assignment where plan_id = :plan
                        """)
                .param("plan", plan)
                .query((row, number) -> new Assigned(
                        row.getObject("request_id", UUID.class),
                        row.getObject("speaker_id", UUID.class),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getBoolean("by_hand")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<LeftOut> leftOut(UUID plan) {
        return jdbc.sql("select request_id as request, blocked from plan_unserved where plan_id = :plan")
                .param("plan", plan)
                .query(LeftOut.class)
                .list();
    }

    /// Holds the plan's row until the transaction ends, so that changes come one after the other.
    @Transactional(propagation = Propagation.MANDATORY)
    public Current lock(UUID plan) {
        return jdbc.sql("select state, version from plan where id = :plan for update")
                .param("plan", plan)
                .query((row, number) -> new Current(PlanState.valueOf(row.getString("state")), row.getInt("version")))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(UUID plan, String path, UUID request, UUID speaker, Instant startsAt) {
        jdbc.sql("delete from plan_unserved where plan_id = :plan and request_id = :request")
                .param("plan", plan)
                .param("request", request)
                .update();
        jdbc.sql("""
                        insert into plan_assignment (plan_id, request_id, path, speaker_id, starts_at, by_hand)
                        values (:plan, :request, :path, :speaker, :start, true)
                        on conflict (plan_id, request_id)
                        do update set speaker_id = :speaker, starts_at = :start, by_hand = true
                        """)
                .param("plan", plan)
                .param("request", request)
                .param("path", path)
                .param("speaker", speaker)
                .param("start", Timestamp.from(startsAt))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveOut(UUID plan, String path, UUID request, String funnel, String blocked) {
        jdbc.sql("delete from plan_assignment where plan_id = :plan and request_id = :request")
                .param("plan", plan)
                .param("request", request)
                .update();
        jdbc.sql("""
                        insert into plan_unserved (plan_id, request_id, path, funnel, blocked)
                        values (:plan, :request, :path, :funnel::jsonb, :blocked)
                        on conflict (plan_id, request_id) do update set funnel = :funnel::jsonb, blocked = :blocked
                        """)
                .param("plan", plan)
                .param("request", request)
                .param("path", path)
                .param("funnel", funnel)
                .param("blocked", blocked)
                .update();
    }

    /// Takes a request out of the plan whose place is elsewhere now.
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID plan, UUID request) {
        jdbc.sql("delete from plan_assignment where plan_id = :plan and request_id = :request")
                .param("plan", plan)
                .param("request", request)
                .update();
    }

    /// After a change: the new cost and figures, and another version.
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(UUID plan, String cost, int served, int speakers) {
        jdbc.sql("""
                        update plan set cost = :cost::jsonb, served = :served, speakers = :speakers, version = version + 1,
                            requests = :served + (select count(*) from plan_unserved where plan_id = :plan)
                        where id = :plan
                        """)
                .param("cost", cost)
                .param("served", served)
                .param("speakers", speakers)
                .param("plan", plan)
                .update();
    }
}
