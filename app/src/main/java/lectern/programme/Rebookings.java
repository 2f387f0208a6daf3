package lectern.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Changes talks that stand in the calendar, all of a set or none. A talk keeps its identity and its rating code, so
/// that calendars and the code on the wall stay right; its speaker is asked anew.
@Component
public class Rebookings {
    private record Standing(
            UUID cityId,
            String path,
            String topic,
            String unit,
            Duration length,
            boolean shares,
            boolean live,
            boolean same) {}

    private final JdbcClient jdbc;
    private final Clashes clashes;
    private final BookingTurns turns;
    private final Offers offers;
    private final Audit audit;
    private final Clock clock;

    Rebookings(JdbcClient jdbc, Clashes clashes, BookingTurns turns, Offers offers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.clashes = clashes;
        this.turns = turns;
        this.offers = offers;
        this.audit = audit;
        this.clock = clock;
    }

    /// Carries out the changes: each talk becomes an offer to its speaker.
    ///
    /// @throws Refusal 409 that names the talk when one is no longer as it was, has begun, or clashes with another
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(List<Rebooking> all, Actor actor) {
        var standing = new HashMap<UUID, Standing>();
        var days = new TreeSet<Long>();
        for (var each : all.stream()
                .sorted(java.util.Comparator.comparing(Rebooking::talkId))
                .toList()) {
            var found = lock(each);
            standing.put(each.talkId(), found);
            days.addAll(BookingTurns.days(
                    each.after().startsAt(), each.after().startsAt().plus(found.length())));
        }
        var transaction = TransactionAspectSupport.currentTransactionStatus();
        var before = transaction.createSavepoint();
        turns.await(days);
        // First all let go of their speakers and venues, so that two of them may change places.
        all.forEach(this::release);
        for (var each : all) {
            var found = Objects.requireNonNull(standing.get(each.talkId()));
            try {
                rebook(each, found, actor);
            } catch (DataIntegrityViolationException violation) {
                transaction.rollbackToSavepoint(before);
                throw clashes.explain(
                        violation,
                        each.after().speakerId(),
                        each.after().venueId(),
                        each.after().startsAt(),
                        each.after().startsAt().plus(found.length()));
            }
            offers.withdraw(each.talkId());
            offers.ask(each.talkId(), found.cityId(), found.path(), each.after().speakerId(), null);
            audit.recordAt(found.path(), "change-talk", "talk", each.talkId(), detail(each));
        }
        transaction.releaseSavepoint(before);
    }

    private Standing lock(Rebooking change) {
        var found = jdbc.sql("""
                        select t.city_id, t.path, p.name as topic, u.name as unit, t.starts_at, t.ends_at, t.shares_venue,
                               t.state in ('OFFERED', 'ACCEPTED', 'OPEN') and t.starts_at > :now as live,
                               t.speaker_id is not distinct from :speaker and t.starts_at = :starts
                               and t.venue_id = :venue as same
                        from talk t join topic p on p.id = t.topic_id join unit_name u on u.id = t.unit_id
                        where t.id = :id for update of t
                        """)
                .param("id", change.talkId())
                .param("now", Timestamp.from(clock.instant()))
                .param("speaker", change.before().speakerId())
                .param("starts", Timestamp.from(change.before().startsAt()))
                .param("venue", change.before().venueId())
                .query((row, number) -> new Standing(
                        row.getObject("city_id", UUID.class),
                        row.getString("path"),
                        row.getString("topic"),
                        row.getString("unit"),
                        Duration.between(
                                row.getTimestamp("starts_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant()),
                        row.getBoolean("shares_venue"),
                        row.getBoolean("live"),
                        row.getBoolean("same")))
                .optional()
                .orElseThrow(Refusal::notFound);
        if (!found.live() || !change.after().startsAt().isAfter(clock.instant())) {
            throw Refusal.conflict("booking.tooLate", found.unit(), found.topic());
        }
        if (!found.same()) {
            throw Refusal.conflict("booking.movedOn", found.unit(), found.topic());
        }
        return found;
    }

    private void release(Rebooking change) {
        jdbc.sql("update talk set state = 'OPEN', speaker_id = null, shares_venue = true where id = :id")
                .param("id", change.talkId())
                .update();
    }

    private void rebook(Rebooking change, Standing found, Actor actor) {
        var ends = change.after().startsAt().plus(found.length());
        jdbc.sql("""
                        update talk set state = 'OFFERED', reason = '', speaker_id = :speaker, starts_at = :starts,
                            ends_at = :ends, day = :day, venue_id = :venue,
                            shares_venue = :shares or (select shared from venue where id = :venue)
                        where id = :id
                        """)
                .param("speaker", change.after().speakerId())
                .param("starts", Timestamp.from(change.after().startsAt()))
                .param("ends", Timestamp.from(ends))
                .param("day", LocalDate.ofInstant(change.after().startsAt(), actor.zone()))
                .param("venue", change.after().venueId())
                .param(
                        "shares",
                        found.shares()
                                && change.after()
                                        .venueId()
                                        .equals(change.before().venueId()))
                .param("id", change.talkId())
                .update();
    }

    private static Map<String, String> detail(Rebooking change) {
        var detail = new HashMap<String, String>();
        detail.put("speaker", change.after().speakerId().toString());
        detail.put("start", change.after().startsAt().toString());
        detail.put("venue", change.after().venueId().toString());
        detail.put("speakerBefore", String.valueOf(change.before().speakerId()));
        detail.put("startBefore", change.before().startsAt().toString());
        return detail;
    }
}
