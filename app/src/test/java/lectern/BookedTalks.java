package lectern;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import lectern.platform.database.Identifiers;
import lectern.platform.database.OwnerConnections;
import org.jspecify.annotations.Nullable;

/// Talks of a [SmallCity] as rows, however they came about.
public final class BookedTalks {
    private final OwnerConnections owner;

    public BookedTalks(OwnerConnections owner) {
        this.owner = owner;
    }

    /// A talk of 45 minutes in one of the city's villages, given by that village's speaker.
    ///
    /// @param start by the city's clock
    /// @param state OPEN has no speaker; HELD has 40 listeners; OFFERED and ACCEPTED have their offer
    public UUID add(SmallCity.Made city, int village, LocalDateTime start, String state) {
        var id = Identifiers.next();
        var place = city.villages().get(village);
        var from = start.atZone(SmallCity.ZONE).toInstant().atOffset(ZoneOffset.UTC);
        var speaker = city.speakers().get(village);
        run(
                """
                insert into talk (id, city_id, unit_id, path, topic_id, segment, venue_id, speaker_id, starts_at, ends_at,
                                  day, state, attendance, attendance_source, rating_code)
                values (?, ?, ?, ?, ?, 'elderly', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                city.city().id(),
                place.id(),
                place.path(),
                city.topics().getFirst(),
                city.venues().get(village),
                state.equals("OPEN") ? null : speaker,
                from,
                from.plusMinutes(45),
                start.toLocalDate(),
                state,
                state.equals("HELD") ? 40 : null,
                state.equals("HELD") ? "COUNTED" : null,
                id.toString());
        if (state.equals("OFFERED") || state.equals("ACCEPTED")) {
            run(
                    """
                    insert into offer (id, city_id, talk_id, path, speaker_id, state, asked_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    Identifiers.next(),
                    city.city().id(),
                    id,
                    place.path(),
                    speaker,
                    state.equals("OFFERED") ? "ASKED" : state,
                    OffsetDateTime.now(ZoneOffset.UTC));
        }
        return id;
    }

    /// Changes rows as their owner.
    public void run(String sql, @Nullable Object... parameters) {
        try (var connection = owner.open();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
