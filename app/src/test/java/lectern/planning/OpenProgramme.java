package lectern.planning;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lectern.SmallCity;
import lectern.platform.database.Identifiers;
import lectern.platform.database.OwnerConnections;

/// Open requests and availability in a small city, for next week.
public class OpenProgramme {
    private final OwnerConnections owner;
    private final SmallCity.Made city;
    public final LocalDate monday = LocalDate.now(SmallCity.ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    public OpenProgramme(OwnerConnections owner, SmallCity.Made city) {
        this.owner = owner;
        this.city = city;
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /// A moment of next week.
    ///
    /// @param day from 0
    public OffsetDateTime at(int day, int hour) {
        return monday.plusDays(day)
                .atTime(hour, 0)
                .atZone(SmallCity.ZONE)
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    /// Speakers are there from 8 to 18 on Monday and Tuesday.
    ///
    /// @param villages numbers of the villages whose speakers are
    public void available(int... villages) {
        for (var village : villages) {
            availableOn(village, 0, 8, 18);
            availableOn(village, 1, 8, 18);
        }
    }

    /// That village's speaker is there on one day.
    ///
    /// @param day from 0, before next week when it is less
    public void availableOn(int village, int day, int from, int to) {
        run(
                """
                insert into availability (id, city_id, speaker_id, path, starts_at, ends_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                Identifiers.next(),
                city.city().id(),
                city.speakers().get(village),
                city.villages().get(village).path(),
                at(day, from),
                at(day, to));
    }

    /// An approved request of that village for Monday or Tuesday, from 9 to 16.
    public UUID request(int village, UUID topic) {
        return request(village, topic, 0, 9, 16);
    }

    public UUID request(int village, UUID topic, int day, int opens, int closes) {
        var id = Identifiers.next();
        var place = city.villages().get(village);
        run(
                """
                insert into request (id, city_id, unit_id, path, venue_id, topic_id, segment, minutes, expected, origin,
                                     state, asked_by, asked_at)
                values (?, ?, ?, ?, ?, ?, 'elderly', 60, 40, 'KEEPER', 'APPROVED', ?, ?)
                """,
                id,
                city.city().id(),
                place.id(),
                place.path(),
                city.venues().get(village),
                topic,
                city.keepers().get(village).accountId(),
                OffsetDateTime.now(ZoneOffset.UTC));
        run(
                "insert into request_window (request_id, path, opens_at, closes_at) values (?, ?, ?, ?)",
                id,
                place.path(),
                at(day, opens),
                at(day, closes));
        return id;
    }

    /// A topic that nobody speaks about.
    public UUID foreignTopic() {
        return topic("rare", "冷门主题");
    }

    /// A topic that only that village's speaker speaks about.
    public UUID topicOf(int village) {
        var topic = topic("only-" + village, "专题" + village);
        run(
                "insert into speaker_topic (speaker_id, topic_id, path) values (?, ?, ?)",
                city.speakers().get(village),
                topic,
                city.villages().get(village).path());
        return topic;
    }

    private UUID topic(String code, String name) {
        var id = Identifiers.next();
        run(
                "insert into topic (id, city_id, code, name, minutes) values (?, ?, ?, ?, 60)",
                id,
                city.city().id(),
                code,
                name);
        return id;
    }

    /// An approved request that can begin at one minute of Monday only.
    public UUID requestAt(int village, UUID topic, int hour, int minute) {
        var id = request(village, topic, 0, hour, hour);
        run(
                "update request_window set opens_at = ?, closes_at = ? where request_id = ?",
                at(0, hour).plusMinutes(minute),
                at(0, hour).plusMinutes(minute),
                id);
        return id;
    }

    /// A talk that was booked without any plan.
    public void booked(int village, int speaker, OffsetDateTime start) {
        var id = Identifiers.next();
        run(
                """
                insert into talk (id, city_id, unit_id, path, topic_id, segment, venue_id, speaker_id, starts_at, ends_at,
                                  day, state, rating_code)
                values (?, ?, ?, ?, ?, 'elderly', ?, ?, ?, ?, ?, 'ACCEPTED', ?)
                """,
                id,
                city.city().id(),
                city.villages().get(village).id(),
                city.villages().get(village).path(),
                city.topics().getFirst(),
                city.venues().get(village),
                city.speakers().get(speaker),
                start,
                start.plusHours(1),
                start.atZoneSameInstant(SmallCity.ZONE).toLocalDate(),
                id.toString());
    }

    public List<UUID> requests(int... villages) {
        var all = new ArrayList<UUID>();
        for (var village : villages) {
            all.add(request(village, city.topics().getFirst()));
        }
        return all;
    }

    public String text(String sql, Object... parameters) {
        try (var connection = owner.open();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void run(String sql, Object... parameters) {
        try (var connection = owner.open();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
