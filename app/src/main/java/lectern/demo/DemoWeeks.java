package lectern.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The coming four weeks: when speakers have time, what was asked for, what is booked already.
final class DemoWeeks {
    static final int OPEN_REQUESTS = 2_300;
    private static final int DAYS = 28;
    private static final LocalTime[][] HALF_DAYS = {
        {LocalTime.of(8, 0), LocalTime.of(12, 0)},
        {LocalTime.of(13, 0), LocalTime.of(18, 0)},
        {LocalTime.of(18, 30), LocalTime.of(21, 30)}
    };
    private static final LocalTime[][] WINDOWS = {
        {LocalTime.of(8, 30), LocalTime.of(10, 30)},
        {LocalTime.of(14, 0), LocalTime.of(16, 30)},
        {LocalTime.of(18, 30), LocalTime.of(20, 0)}
    };

    private record Request(
            UUID id,
            DemoVenue venue,
            DemoTopic topic,
            String segment,
            String state,
            Instant askedAt,
            LocalDate day,
            int part) {}

    final List<DemoTalk> talks = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final Chance chance;
    private final LocalDate today;

    DemoWeeks(
            Chance chance,
            DemoVenues venues,
            DemoPeople people,
            DemoCalendar calendar,
            LocalDate today,
            DemoAccounts accounts) {
        this.chance = chance;
        this.today = today;
        for (var number = 0; number < OPEN_REQUESTS; number++) {
            ask(venues, people, calendar, "APPROVED");
        }
        for (var number = 0; number < 40; number++) {
            ask(venues, people, calendar, "ASKED");
        }
        for (var number = 0; number < 6; number++) {
            ask(venues, people, calendar, "SENT_BACK");
        }
        for (var number = 0; number < 150; number++) {
            var state = chance.percent(70) ? "ACCEPTED" : chance.percent(80) ? "OFFERED" : "OPEN";
            book(calendar.somewhere(today.plusDays(chance.between(1, 7)), state));
        }
        for (var number = 0; number < 30; number++) {
            book(calendar.somewhere(today.minusDays(chance.between(1, 2)), "ACCEPTED"));
        }
        aroundTheAccounts(calendar, accounts);
    }

    private void ask(DemoVenues venues, DemoPeople people, DemoCalendar calendar, String state) {
        var county = chance.weighted(DemoUnits.VILLAGES);
        var venue = chance.one((chance.percent(75) ? venues.stations : venues.large).get(county));
        requests.add(new Request(
                chance.id(),
                venue,
                chance.one(people.topics),
                calendar.segment(),
                state,
                today.atStartOfDay(DemoCalendar.ZONE).toInstant().minus(chance.between(1, 200), ChronoUnit.HOURS),
                today.plusDays(chance.between(2, DAYS - 1)),
                chance.weighted(42, 40, 18)));
    }

    private void book(DemoTalk talk) {
        talks.add(talk);
    }

    /// The keeper and the speaker of "enter as" find something to do.
    private void aroundTheAccounts(DemoCalendar calendar, DemoAccounts accounts) {
        for (var day : new int[] {-1, 3, 6}) {
            addIfFree(calendar.at(accounts.station, null, today.plusDays(day), "ACCEPTED", null));
        }
        for (var day : new int[] {-3, 2, 4, 5, 8}) {
            var venue = accounts.nearSpeaker.get(Math.abs(day) % accounts.nearSpeaker.size());
            addIfFree(
                    calendar.at(venue, accounts.speaker, today.plusDays(day), day > 3 ? "OFFERED" : "ACCEPTED", null));
        }
    }

    private void addIfFree(@org.jspecify.annotations.Nullable DemoTalk talk) {
        if (talk != null) {
            talks.add(talk);
        }
    }

    void write(Connection connection, UUID cityId, DemoPeople people) throws SQLException {
        writeFreeTimes(connection, cityId, people);
        try (var copy = new Copy(connection, """
                request (id, city_id, unit_id, path, venue_id, topic_id, segment, minutes, expected, priority, origin, state, reason,
                         asked_at)
                """)) {
            for (var request : requests) {
                copy.row(
                        request.id(),
                        cityId,
                        request.venue().unit().id(),
                        request.venue().unit().path(),
                        request.venue().id(),
                        request.topic().id(),
                        request.segment(),
                        request.topic().minutes(),
                        Math.min(request.venue().capacity(), chance.between(3, 30) * 10),
                        chance.weighted(75, 18, 7) + 1,
                        chance.percent(85) ? "KEEPER" : "CITIZEN",
                        request.state(),
                        request.state().equals("SENT_BACK") ? "这一天场地已有活动，请换一天" : "",
                        request.askedAt());
            }
        }
        try (var copy = new Copy(connection, "request_window (request_id, path, opens_at, closes_at)")) {
            for (var request : requests) {
                var days = chance.weighted(45, 35, 20) + 1;
                for (var extra = 0; extra < days; extra++) {
                    var day = request.day().plusDays(extra);
                    copy.row(
                            request.id(),
                            request.venue().unit().path(),
                            at(day, WINDOWS[request.part()][0]),
                            at(day, WINDOWS[request.part()][1]));
                }
            }
        }
    }

    private void writeFreeTimes(Connection connection, UUID cityId, DemoPeople people) throws SQLException {
        try (var copy = new Copy(connection, "availability (id, city_id, speaker_id, path, starts_at, ends_at)")) {
            for (var speaker : people.speakers) {
                var share = chance.between(18, 60);
                for (var ahead = 1; ahead < DAYS; ahead++) {
                    if (chance.percent(share)) {
                        var half = HALF_DAYS[chance.weighted(42, 40, 18)];
                        var day = today.plusDays(ahead);
                        copy.row(
                                chance.id(),
                                cityId,
                                speaker.id(),
                                speaker.home().path(),
                                at(day, half[0]),
                                at(day, half[1]));
                    }
                }
            }
        }
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DemoCalendar.ZONE).toInstant();
    }
}
