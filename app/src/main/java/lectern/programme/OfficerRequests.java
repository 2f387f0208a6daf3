package lectern.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.command.Commands;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests that an officer makes for his units, many at a time. They are approved at once: whoever would decide about
/// them is the one who makes them. The stations see them in their lists and can withdraw them.
@Component
public class OfficerRequests {
    /// Where a talk is wanted.
    ///
    /// @param expected listeners
    public record Place(UUID venueId, int expected) {}

    private final JdbcClient jdbc;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    OfficerRequests(JdbcClient jdbc, Commands commands, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes a request at each of the places, all with the same windows; the same key makes them once.
    ///
    /// @return how many there are of them
    /// @throws Refusal 409 when a venue or the topic is no longer there
    @Transactional
    public int ask(Actor actor, UUID key, UUID topicId, String segment, List<Window> windows, List<Place> places) {
        var body = String.join("|", topicId.toString(), segment, windows.toString(), places.toString());
        return Integer.parseInt(commands.once(key, body, () -> {
            insert(actor, topicId, segment, windows, places);
            return Integer.toString(places.size());
        }));
    }

    private void insert(Actor actor, UUID topicId, String segment, List<Window> windows, List<Place> places) {
        var ids = places.stream().map(place -> Identifiers.next()).toArray(UUID[]::new);
        var inserted = jdbc.sql("""
                        insert into request (id, city_id, unit_id, path, venue_id, topic_id, segment, minutes, expected, origin,
                                             contact_name, state, asked_by, asked_at, decided_by, decided_at)
                        select w.id, v.city_id, v.unit_id, v.path, v.id, t.id, :segment, t.minutes, w.expected, 'OFFICER',
                               left(:name, 40), 'APPROVED', :by, :at, :by, :at
                        from unnest(:ids::uuid[], :venues::uuid[], :expected::int[]) as w (id, venue, expected)
                        join venue v on v.id = w.venue and v.retired_at is null
                        join topic t on t.id = :topic and t.retired_at is null
                        """)
                .param("segment", segment)
                .param("name", actor.name())
                .param("by", actor.accountId())
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .param("venues", places.stream().map(Place::venueId).toArray(UUID[]::new))
                .param("expected", places.stream().map(Place::expected).toArray(Integer[]::new))
                .param("topic", topicId)
                .update();
        if (inserted != places.size()) {
            throw Refusal.conflict("request.place.gone");
        }
        jdbc.sql("""
                        insert into request_window (request_id, path, opens_at, closes_at)
                        select r.id, r.path, w.opens, w.closes
                        from request r, unnest(:opens::text[]::timestamptz[], :closes::text[]::timestamptz[]) as w (opens, closes)
                        where r.id = any(:ids)
                        """)
                .param("ids", ids)
                .param("opens", texts(windows.stream().map(Window::opensAt).toList()))
                .param("closes", texts(windows.stream().map(Window::closesAt).toList()))
                .update();
        audit.record(
                "ask-for-talks",
                "request",
                ids[0],
                Map.of("topic", topicId, "segment", segment, "requests", List.of(ids)));
    }

    private static String[] texts(List<Instant> moments) {
        return moments.stream().map(Instant::toString).toArray(String[]::new);
    }
}
