package lectern.insight;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import lectern.SmallCity;
import lectern.platform.database.Identifiers;
import lectern.platform.database.OwnerConnections;
import org.springframework.boot.test.context.TestComponent;

/// Talks that were held, as rows: what insight counts, however they came about.
@TestComponent
public class HeldTalks {
    private final OwnerConnections owner;

    HeldTalks(OwnerConnections owner) {
        this.owner = owner;
    }

    /// A talk in one of the city's villages with its headcount and ratings.
    ///
    /// @param hour of the day, so that talks of a village do not overlap
    UUID add(SmallCity.Made city, int village, LocalDate day, int hour, int attendance, int... stars) {
        return add(city, village, day.atTime(hour, 0), city.topics().getFirst(), "elderly", attendance, stars);
    }

    /// @param startsAt in the city's zone
    public UUID add(
            SmallCity.Made city,
            int village,
            LocalDateTime startsAt,
            UUID topic,
            String segment,
            int attendance,
            int... stars) {
        var id = Identifiers.next();
        var day = startsAt.toLocalDate();
        var place = city.villages().get(village);
        var start = startsAt.atZone(SmallCity.ZONE).toInstant().atOffset(ZoneOffset.UTC);
        run(
                """
                insert into talk (id, city_id, unit_id, path, topic_id, segment, venue_id, speaker_id, starts_at, ends_at,
                                  day, state, attendance, attendance_source, rating_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'HELD', ?, 'COUNTED', ?)
                """,
                id,
                city.city().id(),
                place.id(),
                place.path(),
                topic,
                segment,
                city.venues().get(village),
                city.speakers().get(village),
                start,
                start.plusMinutes(45),
                day,
                attendance,
                id.toString());
        for (var star : stars) {
            run("""
                    insert into feedback (id, city_id, talk_id, path, giver, stars, at)
                    values (?, ?, ?, ?, 'AUDIENCE', ?, ?)
                    """, Identifiers.next(), city.city().id(), id, place.path(), star, start);
        }
        return id;
    }

    public void run(String sql, Object... parameters) {
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
