package lectern;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import lectern.platform.database.Identifiers;

/// Requests of a [SmallCity] that wait for a decision, as rows.
public final class AskedRequests {
    private final BookedTalks rows;

    public AskedRequests(BookedTalks rows) {
        this.rows = rows;
    }

    /// A request of one of the city's villages.
    ///
    /// @param wish when it may begin, by the city's clock
    public UUID add(SmallCity.Made city, int village, LocalDateTime wish) {
        var id = Identifiers.next();
        var place = city.villages().get(village);
        var opens = wish.atZone(SmallCity.ZONE).toInstant().atOffset(ZoneOffset.UTC);
        rows.run(
                """
                insert into request (id, city_id, unit_id, path, venue_id, topic_id, segment, minutes, expected, origin,
                                     state, asked_by, asked_at)
                values (?, ?, ?, ?, ?, ?, 'elderly', 60, 40, 'KEEPER', 'ASKED', ?, ?)
                """,
                id,
                city.city().id(),
                place.id(),
                place.path(),
                city.venues().get(village),
                city.topics().getFirst(),
                city.keepers().get(village).accountId(),
                OffsetDateTime.now(ZoneOffset.UTC));
        rows.run(
                "insert into request_window (request_id, path, opens_at, closes_at) values (?, ?, ?, ?)",
                id,
                place.path(),
                opens,
                opens.plusHours(2));
        return id;
    }
}
