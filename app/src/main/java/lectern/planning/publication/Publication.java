package lectern.planning.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import lectern.planning.Plan;
import lectern.planning.PlanState;
import lectern.planning.board.BoardTalk;
import lectern.planning.board.Boards;
import lectern.planning.board.DraftRows;
import lectern.platform.audit.Audit;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.Booking;
import lectern.programme.Bookings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a draft the programme: books its talks and asks its speakers, all of them or none.
@Component
class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final int TRIES = 3;
    private final Boards boards;
    private final Notices notices;
    private final DraftRows rows;
    private final Bookings bookings;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Publication(
            Boards boards,
            Notices notices,
            DraftRows rows,
            Bookings bookings,
            JdbcClient jdbc,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.boards = boards;
        this.notices = notices;
        this.rows = rows;
        this.bookings = bookings;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// When it and another change wait for each other, the database ends one of them, which saves nothing. That one
    /// tries again, and then finds what the other one has saved.
    ///
    /// @param version of the plan that the officer looked at
    /// @throws Refusal 409 when somebody else published or changed it, or a talk clashes with a later booking
    void publish(Actor actor, Plan plan, int version) {
        for (var tried = 0; tried < TRIES; tried++) {
            try {
                transactions.executeWithoutResult(status -> publishOnce(actor, plan, version));
                return;
            } catch (PessimisticLockingFailureException crossed) {
                LOG.info(
                        "Plan {} is published at the same moment as something else is booked; trying again", plan.id());
            }
        }
        throw Refusal.conflict("plan.refused.crossed");
    }

    private void publishOnce(Actor actor, Plan plan, int version) {
        var current = rows.lock(plan.id());
        if (current.state() == PlanState.PUBLISHED) {
            throw Refusal.conflict("plan.refused.published");
        }
        current.requireDraft(version);
        var draft = boards.draft(plan);
        var all = draft.talks().values().stream()
                .filter(BoardTalk::isServed)
                .map(talk -> booking(talk, plan))
                .toList();
        if (all.isEmpty()) {
            throw Refusal.conflict("plan.refused.empty");
        }
        notices.record(plan, draft);
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
