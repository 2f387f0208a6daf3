package lectern.planning.board;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import lectern.planning.Plan;
import lectern.planning.PlanState;
import lectern.platform.audit.Audit;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.Booking;
import lectern.programme.Bookings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes a draft the programme: books its talks and asks its speakers, all of them or none.
@Component
class Publication {
    private final Drafts drafts;
    private final DraftRows rows;
    private final Bookings bookings;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Publication(Drafts drafts, DraftRows rows, Bookings bookings, JdbcClient jdbc, Audit audit, Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.bookings = bookings;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param version of the plan that the officer looked at
    /// @throws Refusal 409 when somebody else published or changed it, or a talk clashes with a later booking
    @Transactional
    public void publish(Actor actor, Plan plan, int version) {
        var current = rows.lock(plan.id());
        if (current.state() == PlanState.PUBLISHED) {
            throw Refusal.conflict("plan.refused.published");
        }
        current.requireDraft(version);
        var all = drafts.of(plan).talks().values().stream()
                .filter(BoardTalk::isServed)
                .map(talk -> booking(talk, plan))
                .toList();
        if (all.isEmpty()) {
            throw Refusal.conflict("plan.refused.empty");
        }
        bookings.book(all);
        jdbc.sql("""
                        update plan set state = 'PUBLISHED', published_by = :by, published_at = :at, version = version + 1
                        where id = :id
                        """)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", plan.id())
                .update();
        audit.record("publish-plan", "plan", plan.id(), Map.of("talks", all.size()));
    }

    private static Booking booking(BoardTalk talk, Plan plan) {
        var given = java.util.Objects.requireNonNull(talk.given());
        return new Booking(talk.id(), given.speaker(), given.startsAt(), plan.id());
    }
}
