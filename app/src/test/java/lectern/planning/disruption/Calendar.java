package lectern.planning.disruption;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import lectern.SmallCity;
import lectern.planning.OpenProgramme;
import lectern.platform.database.Identifiers;

/// Talks that stand in the calendar of a small city, next week.
public final class Calendar {
    private final SmallCity.Made city;
    private final OpenProgramme programme;
    private final SmallCity cities;

    public Calendar(SmallCity.Made city, OpenProgramme programme, SmallCity cities) {
        this.city = city;
        this.programme = programme;
        this.cities = cities;
    }

    /// A talk that was asked for with a window of the day and is accepted.
    ///
    /// @param village where it is, by number
    /// @param speaker who gives it, by number
    public UUID talk(int village, int speaker, OffsetDateTime start, int opens, int closes, int day) {
        var request = programme.request(village, city.topics().getFirst(), day, opens, closes);
        programme.run("update request set state = 'SCHEDULED' where id = ?", request);
        return talk(request, village, city.speakers().get(speaker), start);
    }

    public UUID talk(int village, int speaker, int day, int hour) {
        return talk(village, speaker, programme.at(day, hour), hour, hour, day);
    }

    private UUID talk(UUID request, int village, UUID speaker, OffsetDateTime start) {
        var id = Identifiers.next();
        var place = city.villages().get(village);
        programme.run(
                """
                insert into talk (id, city_id, unit_id, path, request_id, topic_id, segment, venue_id, speaker_id, starts_at,
                                  ends_at, day, state, rating_code)
                select ?, ?, ?, ?, id, topic_id, segment, venue_id, ?, ?, ?, ?, 'ACCEPTED', ? from request where id = ?
                """,
                id,
                city.city().id(),
                place.id(),
                place.path(),
                speaker,
                start,
                start.plusHours(1),
                start.atZoneSameInstant(SmallCity.ZONE).toLocalDate(),
                id.toString(),
                request);
        programme.run("""
                insert into offer (id, city_id, talk_id, path, speaker_id, state, asked_at, answered_at)
                values (?, ?, ?, ?, ?, 'ACCEPTED', now(), now())
                """, Identifiers.next(), city.city().id(), id, place.path(), speaker);
        return id;
    }

    /// Its speaker declined.
    public void declined(UUID talk) {
        programme.run("update offer set state = 'DECLINED' where talk_id = ? and state = 'ACCEPTED'", talk);
        programme.run("update talk set state = 'OPEN', speaker_id = null where id = ?", talk);
    }

    public void away(int speaker, int fromDay, int toDay) {
        programme.run(
                """
                insert into absence (id, city_id, speaker_id, path, starts_at, ends_at, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, now())
                """,
                Identifiers.next(),
                city.city().id(),
                city.speakers().get(speaker),
                city.villages().get(speaker).path(),
                programme.at(fromDay, 0),
                programme.at(toDay + 1, 0),
                Identifiers.next());
    }

    public void closed(int village, int fromDay, int toDay) {
        programme.run(
                """
                insert into venue_closure (id, city_id, venue_id, path, starts_at, ends_at, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, now())
                """,
                Identifiers.next(),
                city.city().id(),
                city.venues().get(village),
                city.villages().get(village).path(),
                programme.at(fromDay, 0),
                programme.at(toDay + 1, 0),
                Identifiers.next());
    }

    /// Another venue of that village, a little way off.
    public UUID otherVenue(int village, int capacity) {
        var id = Identifiers.next();
        programme.run("""
                insert into venue (id, city_id, unit_id, path, name, kind, lat, lon, capacity)
                select ?, city_id, unit_id, path, '文化礼堂', 'station', lat + 0.002, lon, ? from venue where id = ?
                """, id, capacity, city.venues().get(village));
        return id;
    }

    public String speakerOf(UUID talk) {
        return programme.text("select coalesce(speaker_id::text, '') from talk where id = ?", talk);
    }

    public Instant startOf(UUID talk) {
        return Instant.parse(programme.text(
                "select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from talk where id = ?",
                talk));
    }

    public String state(UUID talk) {
        return programme.text("select state from talk where id = ?", talk);
    }

    public long offers(UUID talk, String state) {
        return cities.count("select count(*) from offer where talk_id = ? and state = ?", talk, state);
    }

    /// All that could change of a talk, for comparing.
    public String row(UUID talk) {
        return programme.text(
                "select concat_ws(' ', speaker_id, starts_at, venue_id, state, rating_code) from talk where id = ?",
                talk);
    }
}
