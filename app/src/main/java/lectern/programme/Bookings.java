package lectern.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import lectern.platform.Secrets;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Puts talks into the calendar. Two talks of one speaker, or at one venue, at one time cannot be stored: the clash is
/// told by name, as far as the asker may see it, and nothing of the whole set is booked.
@Component
public class Bookings {
    private record Wanted(
            UUID requestId,
            UUID unitId,
            UUID cityId,
            String path,
            UUID topicId,
            String segment,
            UUID venueId,
            boolean shared,
            int minutes) {
        Instant endsAt(Booking booking) {
            return booking.startsAt().plusSeconds(60L * minutes);
        }
    }

    private final JdbcClient jdbc;
    private final Clashes clashes;
    private final BookingTurns turns;
    private final Offers offers;

    Bookings(JdbcClient jdbc, Clashes clashes, BookingTurns turns, Offers offers) {
        this.jdbc = jdbc;
        this.clashes = clashes;
        this.turns = turns;
        this.offers = offers;
    }

    /// Books each approved request with its speaker: the talk is offered, the request is scheduled.
    ///
    /// @throws Refusal 409 when a request is no longer approved, or speaker or venue are taken at that time
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(List<Booking> all) {
        var wanted = takeRequests(all);
        var days = new TreeSet<Long>();
        for (var booking : all) {
            var request = wanted.get(booking.requestId());
            if (request == null) {
                throw Refusal.conflict("booking.requestGone");
            }
            days.addAll(BookingTurns.days(booking.startsAt(), request.endsAt(booking)));
        }
        var transaction = TransactionAspectSupport.currentTransactionStatus();
        var before = transaction.createSavepoint();
        turns.await(days);
        for (var booking : all) {
            insertTalk(booking, Objects.requireNonNull(wanted.get(booking.requestId())), before);
        }
        transaction.releaseSavepoint(before);
    }

    /// Marks the requests scheduled; one that is no longer approved is not returned.
    private Map<UUID, Wanted> takeRequests(List<Booking> all) {
        var ids = all.stream().map(Booking::requestId).sorted().toArray(UUID[]::new);
        var taken = new HashMap<UUID, Wanted>();
        jdbc.sql("""
                        update request r set state = 'SCHEDULED'
                        from venue v
                        where r.id = any(:ids) and r.state = 'APPROVED' and v.id = r.venue_id
                        returning r.id, r.unit_id, r.city_id, r.path, r.topic_id, r.segment, r.venue_id, v.shared, r.minutes
                        """)
                .param("ids", ids)
                .query((row, number) -> new Wanted(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getString(6),
                        row.getObject(7, UUID.class),
                        row.getBoolean(8),
                        row.getInt(9)))
                .list()
                .forEach(each -> taken.put(each.requestId(), each));
        return taken;
    }

    private void insertTalk(Booking booking, Wanted request, Object before) {
        var talkId = Identifiers.next();
        var endsAt = request.endsAt(booking);
        try {
            jdbc.sql("""
                            insert into talk (id, city_id, unit_id, path, request_id, plan_id, topic_id, segment, venue_id,
                                              shares_venue, speaker_id, starts_at, ends_at, day, state, rating_code)
                            values (:id, :city, :unit, :path, :request, :plan, :topic, :segment, :venue,
                                    :shared, :speaker, :starts, :ends, :day,
                                    case when :speaker::uuid is null then 'OPEN' else 'OFFERED' end, :code)
                            """)
                    .param("id", talkId)
                    .param("city", request.cityId())
                    .param("unit", request.unitId())
                    .param("path", request.path())
                    .param("request", request.requestId())
                    .param("plan", booking.planId())
                    .param("topic", request.topicId())
                    .param("segment", request.segment())
                    .param("venue", request.venueId())
                    .param("shared", request.shared())
                    .param("speaker", booking.speakerId())
                    .param("starts", Timestamp.from(booking.startsAt()))
                    .param("ends", Timestamp.from(endsAt))
                    .param("day", LocalDate.ofInstant(booking.startsAt(), zone()))
                    .param("code", Secrets.random().substring(0, 16))
                    .update();
        } catch (DataIntegrityViolationException violation) {
            TransactionAspectSupport.currentTransactionStatus().rollbackToSavepoint(before);
            throw clashes.explain(violation, booking.speakerId(), request.venueId(), booking.startsAt(), endsAt);
        }
        if (booking.speakerId() != null) {
            offers.ask(talkId, request.cityId(), request.path(), booking.speakerId(), null);
        }
    }

    private static ZoneId zone() {
        return Actor.current().map(Actor::zone).orElse(ZoneId.of("Asia/Shanghai"));
    }

    private record OpenTalk(UUID cityId, String path, UUID venueId, Instant startsAt, Instant endsAt) {}

    /// Asks another speaker to give a talk whose speaker declined.
    ///
    /// @throws Refusal 409 when it is no longer open, or the speaker is taken at that time
    @Transactional(propagation = Propagation.MANDATORY)
    public void assignSubstitute(UUID talkId, UUID speakerId) {
        assignSubstitute(talkId, speakerId, null);
    }

    /// The same, with a moment until when his answer is awaited.
    ///
    /// @throws Refusal 409 when it is no longer open, or the speaker is taken at that time
    @Transactional(propagation = Propagation.MANDATORY)
    public void assignSubstitute(UUID talkId, UUID speakerId, @Nullable Instant answerBy) {
        var open = assign(talkId, speakerId, "OFFERED");
        offers.ask(talkId, open.cityId(), open.path(), speakerId, answerBy);
    }

    /// Takes an offer back that was not answered; the talk looks for somebody again.
    ///
    /// @return false when he has answered, or is no longer asked
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeBack(UUID talkId, UUID speakerId) {
        if (!offers.withdraw(talkId, speakerId)) {
            return false;
        }
        jdbc.sql("update talk set state = 'OPEN', speaker_id = null where id = :id and speaker_id = :speaker")
                .param("id", talkId)
                .param("speaker", speakerId)
                .update();
        return true;
    }

    /// Gives a talk without a speaker to one who takes it upon himself.
    ///
    /// @throws Refusal 409 when it is no longer open, or the speaker is taken at that time
    @Transactional(propagation = Propagation.MANDATORY)
    public void claim(UUID talkId, UUID speakerId) {
        var open = assign(talkId, speakerId, "ACCEPTED");
        offers.accepted(talkId, open.cityId(), open.path(), speakerId);
    }

    private OpenTalk assign(UUID talkId, UUID speakerId, String state) {
        var open = jdbc.sql("""
                        select city_id, path, venue_id, starts_at, ends_at from talk
                        where id = :id and state = 'OPEN' for update
                        """)
                .param("id", talkId)
                .query((row, number) -> new OpenTalk(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant()))
                .optional()
                .orElseThrow(() -> Refusal.conflict("booking.notOpen"));
        var transaction = TransactionAspectSupport.currentTransactionStatus();
        var before = transaction.createSavepoint();
        turns.await(BookingTurns.days(open.startsAt(), open.endsAt()));
        try {
            jdbc.sql("update talk set state = :state, speaker_id = :speaker, reason = '' where id = :id")
                    .param("state", state)
                    .param("speaker", speakerId)
                    .param("id", talkId)
                    .update();
            transaction.releaseSavepoint(before);
        } catch (DataIntegrityViolationException violation) {
            transaction.rollbackToSavepoint(before);
            throw clashes.explain(violation, speakerId, open.venueId(), open.startsAt(), open.endsAt());
        }
        return open;
    }
}
