package lectern.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The past year of talks in three waves, and what is coming up.
final class DemoProgramme {
    static final int HELD = 27_800;
    static final long ATTENDANCES = 4_420_000;
    private static final int CANCELLED = 300;
    private static final String[] COMMENTS = {"讲得清楚，听得懂", "例子很实在", "希望再来", "时间可以再长一点", "声音再大些就好了", "对我家有用"};

    final List<DemoTalk> talks = new ArrayList<>();
    private final Chance chance;

    DemoProgramme(Chance chance, DemoCalendar calendar, LocalDate today) {
        this.chance = chance;
        for (var number = 0; number < HELD; number++) {
            talks.add(calendar.somewhere(pastDay(today), "HELD"));
        }
        for (var number = 0; number < CANCELLED; number++) {
            talks.add(calendar.somewhere(pastDay(today), "CANCELLED"));
        }
        evenOut();
    }

    /// Three waves, about 1, 5 and 9 months ago, over a quieter year.
    private LocalDate pastDay(LocalDate today) {
        var ago = switch (chance.weighted(30, 33, 20, 17)) {
            case 0 -> chance.between(1, 365);
            case 1 -> chance.between(20, 50);
            case 2 -> chance.between(140, 175);
            default -> chance.between(260, 300);
        };
        return today.minusDays(ago);
    }

    /// Makes the headcounts add up to the year's figure: the large venues carry the difference.
    private void evenOut() {
        var stations = 0L;
        var large = 0L;
        for (var talk : talks.subList(0, HELD)) {
            if (talk.venue().isStation()) {
                stations += talk.people();
            } else {
                large += talk.people();
            }
        }
        var factor = (double) (ATTENDANCES - stations) / large;
        var sum = stations;
        var last = 0;
        for (var index = 0; index < HELD; index++) {
            var talk = talks.get(index);
            if (!talk.venue().isStation()) {
                var people = (int) (talk.people() * factor);
                talks.set(index, withPeople(talk, people));
                sum += people;
                last = index;
            }
        }
        talks.set(last, withPeople(talks.get(last), talks.get(last).people() + (int) (ATTENDANCES - sum)));
    }

    private static DemoTalk withPeople(DemoTalk talk, int people) {
        return new DemoTalk(
                talk.id(),
                talk.venue(),
                talk.topic(),
                talk.segment(),
                talk.speaker(),
                talk.requestId(),
                talk.day(),
                talk.startsAt(),
                talk.state(),
                people);
    }

    void write(Connection connection, UUID cityId, List<DemoTalk> all) throws SQLException {
        try (var copy = new Copy(connection, """
                talk (id, city_id, unit_id, path, request_id, topic_id, segment, venue_id, speaker_id, starts_at, ends_at, day,
                      state, reason, attendance, attendance_source, rating_code)
                """)) {
            for (var talk : all) {
                var held = talk.state().equals("HELD");
                copy.row(
                        talk.id(),
                        cityId,
                        talk.venue().unit().id(),
                        talk.venue().unit().path(),
                        talk.requestId(),
                        talk.topic().id(),
                        talk.segment(),
                        talk.venue().id(),
                        talk.state().equals("OPEN") || talk.speaker() == null
                                ? null
                                : talk.speaker().id(),
                        talk.startsAt(),
                        talk.endsAt(),
                        talk.day(),
                        talk.state(),
                        reason(talk),
                        held ? talk.people() : null,
                        held ? source(talk) : null,
                        talk.id().toString().substring(19));
            }
        }
        try (var copy = new Copy(
                connection, "offer (id, city_id, talk_id, path, speaker_id, state, reason, asked_at, answered_at)")) {
            for (var talk : all) {
                if (talk.speaker() != null) {
                    var asked = talk.startsAt().minus(6, ChronoUnit.DAYS);
                    copy.row(
                            chance.id(),
                            cityId,
                            talk.id(),
                            talk.venue().unit().path(),
                            talk.speaker().id(),
                            offer(talk),
                            talk.state().equals("OPEN") ? reason(talk) : "",
                            asked,
                            talk.state().equals("OFFERED") ? null : asked.plus(5, ChronoUnit.HOURS));
                }
            }
        }
        writeFigures(connection, cityId, all);
    }

    private void writeFigures(Connection connection, UUID cityId, List<DemoTalk> all) throws SQLException {
        try (var copy = new Copy(connection, "headcount (id, city_id, talk_id, path, source, people, reported_at)")) {
            for (var talk : all) {
                if (talk.state().equals("HELD")) {
                    copy.row(
                            chance.id(),
                            cityId,
                            talk.id(),
                            talk.venue().unit().path(),
                            source(talk),
                            talk.people(),
                            talk.endsAt());
                }
            }
        }
        try (var copy = new Copy(connection, "feedback (id, city_id, talk_id, path, giver, stars, comment, at)")) {
            for (var talk : all) {
                for (var given = talk.state().equals("HELD") ? chance.between(0, 4) : 0; given > 0; given--) {
                    copy.row(
                            chance.id(),
                            cityId,
                            talk.id(),
                            talk.venue().unit().path(),
                            "AUDIENCE",
                            5 - chance.weighted(56, 32, 9, 2, 1),
                            chance.percent(8) ? COMMENTS[chance.below(COMMENTS.length)] : "",
                            talk.endsAt());
                }
            }
        }
    }

    private static String source(DemoTalk talk) {
        return switch (talk.people() % 5) {
            case 0 -> "ESTIMATED";
            case 1 -> "REGISTERED";
            default -> "COUNTED";
        };
    }

    private static String reason(DemoTalk talk) {
        return switch (talk.state()) {
            case "CANCELLED" -> "遇大雨，改期";
            case "OPEN" -> "当天有事，去不了";
            default -> "";
        };
    }

    private static String offer(DemoTalk talk) {
        return switch (talk.state()) {
            case "OFFERED" -> "ASKED";
            case "OPEN" -> "DECLINED";
            case "CANCELLED" -> "WITHDRAWN";
            default -> "ACCEPTED";
        };
    }

    /// The year's roll-ups for every unit of every level, from the talks themselves.
    static void rollUp(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
            statement.execute("""
                    insert into figure_day (city_id, unit_id, path, parent_path, day, talks, attendances, ratings, stars)
                    select u.city_id, u.id, u.path, coalesce(p.path, ''), f.day, f.talks, f.attendances, f.ratings, f.stars
                    from (select left(t.path, lengths.n) as path, t.day, count(*)::int as talks, sum(t.attendance) as attendances,
                                 sum(t.ratings)::int as ratings, sum(t.stars) as stars
                          from held_talk t
                          cross join lateral (select distinct length(path) as n from unit) lengths
                          where lengths.n <= length(t.path)
                          group by 1, 2) f
                    join unit u on u.path = f.path
                    left join unit p on p.id = u.parent_id
                    """);
            statement.execute("""
                    insert into last_talk (topic_id, segment, path, city_id, last_day)
                    select topic_id, segment, path, city_id, last_day from last_talk_now
                    """);
        }
    }
}
