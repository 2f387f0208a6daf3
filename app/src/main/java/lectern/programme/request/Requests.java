package lectern.programme.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.command.Commands;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.security.Sealer;
import lectern.platform.web.Refusal;
import lectern.programme.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What can be done with a request.
@Component
class Requests {
    private final JdbcClient jdbc;
    private final Commands commands;
    private final Audit audit;
    private final Sealer sealer;
    private final Clock clock;

    Requests(JdbcClient jdbc, Commands commands, Audit audit, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.audit = audit;
        this.sealer = sealer;
        this.clock = clock;
    }

    /// Asks for a talk; the same key asks once.
    ///
    /// @return the request's id
    @Transactional
    public UUID ask(UUID key, Asking asking) {
        return UUID.fromString(
                commands.once(key, asking.toString(), () -> insert(asking).toString()));
    }

    /// When that key asked, if it did.
    @Transactional(readOnly = true)
    public Optional<Instant> askedAt(UUID key) {
        return commands.doneAt(key);
    }

    private UUID insert(Asking asking) {
        var id = Identifiers.next();
        var phone = asking.phone();
        jdbc.sql("""
                        insert into request (id, city_id, unit_id, path, venue_id, topic_id, segment, minutes, expected, note,
                                             origin, contact_name, contact_sealed, contact_tail, state, asked_by, asked_at)
                        values (:id, :city, :unit, :path, :venue, :topic, :segment, :minutes, :expected, :note,
                                :origin, :contact, :sealed, :tail, 'ASKED', :by, :at)
                        """)
                .param("id", id)
                .param("city", asking.cityId())
                .param("unit", asking.unitId())
                .param("path", asking.path())
                .param("venue", asking.venueId())
                .param("topic", asking.topicId())
                .param("segment", asking.segment())
                .param("minutes", asking.minutes())
                .param("expected", asking.expected())
                .param("note", asking.note())
                .param("origin", asking.origin())
                .param("contact", asking.contactName())
                .param("sealed", phone == null ? null : sealer.seal(phone))
                .param("tail", phone == null ? null : phone.substring(Math.max(0, phone.length() - 4)))
                .param("by", asking.askedBy())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        addWindows(id, asking.path(), asking.windows());
        audit.recordAt(asking.path(), "ask-for-talk", "request", id, Map.of("origin", asking.origin()));
        return id;
    }

    private void addWindows(UUID id, String path, List<Window> windows) {
        for (var window : windows) {
            jdbc.sql("""
                            insert into request_window (request_id, path, opens_at, closes_at)
                            values (:id, :path, :opens, :closes) on conflict do nothing
                            """)
                    .param("id", id)
                    .param("path", path)
                    .param("opens", Timestamp.from(window.opensAt()))
                    .param("closes", Timestamp.from(window.closesAt()))
                    .update();
        }
    }

    /// Corrects a request that was sent back, and asks again.
    @Transactional
    public void askAgain(UUID id, UUID key, Asking asking) {
        commands.once(key, id + " " + asking, () -> {
            correct(id, asking);
            return id.toString();
        });
    }

    private void correct(UUID id, Asking asking) {
        var changed = jdbc.sql("""
                        update request set venue_id = :venue, topic_id = :topic, segment = :segment, minutes = :minutes,
                            expected = :expected, note = :note, state = 'ASKED', asked_at = :at
                        where id = :id and state in ('SENT_BACK', 'ASKED')
                        """)
                .param("venue", asking.venueId())
                .param("topic", asking.topicId())
                .param("segment", asking.segment())
                .param("minutes", asking.minutes())
                .param("expected", asking.expected())
                .param("note", asking.note())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (changed == 0) {
            throw Refusal.conflict("request.decided");
        }
        jdbc.sql("delete from request_window where request_id = :id")
                .param("id", id)
                .update();
        addWindows(id, asking.path(), asking.windows());
        audit.recordAt(asking.path(), "ask-again", "request", id, Map.of());
    }

    /// Approves requests that wait; all or none.
    ///
    /// @throws Refusal 409 when one of them was decided meanwhile
    @Transactional
    public void approve(Actor actor, List<UUID> ids) {
        var approved = jdbc.sql("""
                        update request set state = 'APPROVED', reason = '', decided_by = :by, decided_at = :at
                        where id = any(:ids) and state = 'ASKED'
                        """)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        if (approved != ids.stream().distinct().count()) {
            throw Refusal.conflict("request.decided");
        }
        audit.record("approve-request", "request", ids.getFirst(), Map.of("requests", ids));
    }

    @Transactional
    public void sendBack(Actor actor, UUID id, String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw Refusal.invalid("request.reason.needed");
        }
        decide(actor, id, "SENT_BACK", reason);
        audit.record("send-request-back", "request", id, Map.of("reason", reason));
    }

    /// Sends several back for one reason; all or none.
    @Transactional
    public void sendBack(Actor actor, List<UUID> ids, String reason) {
        ids.stream().distinct().sorted().forEach(id -> sendBack(actor, id, reason));
    }

    /// Takes decisions back: the requests wait again, as long as they were not planned or asked anew.
    ///
    /// @throws Refusal 409 when that is no longer possible for one of them; then none is taken back
    @Transactional
    public void takeBack(List<UUID> ids) {
        var waiting = jdbc.sql("""
                        update request set state = 'ASKED', reason = '', decided_by = null, decided_at = null
                        where id = any(:ids) and state in ('APPROVED', 'SENT_BACK')
                        """).param("ids", ids.toArray(UUID[]::new)).update();
        if (waiting != ids.stream().distinct().count()) {
            throw Refusal.conflict("request.takeBack.late");
        }
        audit.record("take-decision-back", "request", ids.getFirst(), Map.of("requests", ids));
    }

    @Transactional
    public void withdraw(Actor actor, UUID id, String reason) {
        decide(actor, id, "WITHDRAWN", reason.length() > 500 ? reason.substring(0, 500) : reason);
        audit.record("withdraw-request", "request", id, Map.of("reason", reason));
    }

    private void decide(Actor actor, UUID id, String state, String reason) {
        var decided = jdbc.sql("""
                        update request set state = :state, reason = :reason, decided_by = :by, decided_at = :at
                        where id = :id and (state in ('ASKED', 'APPROVED') or :state = 'WITHDRAWN' and state = 'SENT_BACK')
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (decided == 0) {
            throw Refusal.conflict("request.decided");
        }
    }

    /// The contact's phone number in plain. The audit keeps that it was looked at.
    @Transactional
    public String revealPhone(UUID id) {
        var sealed = jdbc.sql("select contact_sealed from request where id = :id and contact_sealed is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElseThrow(Refusal::notFound);
        audit.record("reveal-phone", "request", id, Map.of());
        return sealer.open(sealed);
    }
}
