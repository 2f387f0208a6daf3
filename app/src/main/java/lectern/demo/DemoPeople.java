package lectern.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// 60 topics and 6,000 speakers with plausible shares of source, age and tier.
final class DemoPeople {
    private static final int SPEAKERS = 6_000;
    private static final String[] SOURCES = {
        "expert", "official", "new_sector", "artist", "volunteer", "youth", "role_model"
    };
    private static final int[] SOURCE_SHARES = {10, 24, 8, 12, 28, 12, 6};
    private static final int[] TIER_SHARES = {717, 200, 67, 16};
    private static final String[] SEGMENTS = {"elderly", "rural", "enterprise", "youth", "new_sector", "party"};

    final List<DemoTopic> topics = new ArrayList<>();
    final List<DemoSpeaker> speakers = new ArrayList<>();
    private final Chance chance;
    private final List<String> surnames = WordLists.lines("demo/surnames.txt");
    private final List<String> givenNames = WordLists.lines("demo/given-names.txt");

    DemoPeople(Chance chance, DemoUnits units) {
        this.chance = chance;
        for (var line : WordLists.lines("demo/topics.csv")) {
            var cells = line.split(",");
            topics.add(new DemoTopic(chance.id(), cells[0], cells[1], Integer.parseInt(cells[2])));
        }
        for (var number = 0; number < SPEAKERS; number++) {
            var home = home(units);
            speakers.add(new DemoSpeaker(
                    chance.id(), home, county(units, home), name(), 1 + chance.weighted(TIER_SHARES), spokenTopics()));
        }
    }

    private DemoUnit home(DemoUnits units) {
        return switch (chance.weighted(55, 33, 12)) {
            case 0 -> chance.one(units.villages);
            case 1 -> chance.one(units.towns);
            default -> chance.one(units.counties);
        };
    }

    static int county(DemoUnits units, DemoUnit unit) {
        for (var index = 0; index < units.counties.size(); index++) {
            if (unit.path().startsWith(units.counties.get(index).path())) {
                return index;
            }
        }
        throw new IllegalArgumentException(unit.name() + " lies in no county");
    }

    private String name() {
        // The first surnames of the list are the most frequent ones.
        var surname = surnames.get((int) (surnames.size() * chance.unit() * chance.unit()));
        return surname + chance.one(givenNames);
    }

    private List<UUID> spokenTopics() {
        var first = chance.below(topics.size());
        return chance.percent(70) ? neighbours(first, chance.between(3, 6)) : neighbours(first, 2);
    }

    /// Topics that stand together in the list belong together.
    private List<UUID> neighbours(int first, int number) {
        var spoken = new ArrayList<UUID>();
        for (var step = 0; step < number; step++) {
            spoken.add(topics.get((first + step) % topics.size()).id());
        }
        return spoken;
    }

    void write(Connection connection, UUID cityId, Function<String, byte[]> seal) throws SQLException {
        try (var copy = new Copy(connection, "topic (id, city_id, code, name, summary, minutes)")) {
            for (var topic : topics) {
                copy.row(topic.id(), cityId, topic.code(), topic.name(), "", topic.minutes());
            }
        }
        try (var copy = new Copy(connection, """
                speaker (id, city_id, unit_id, path, name, birth_year, source, tier, phone_sealed, phone_tail, lat, lon, serves,
                         month_limit)
                """)) {
            for (var speaker : speakers) {
                var tail = "%04d".formatted(chance.below(10_000));
                copy.row(
                        speaker.id(),
                        cityId,
                        speaker.home().id(),
                        speaker.home().path(),
                        speaker.name(),
                        birthYear(),
                        SOURCES[chance.weighted(SOURCE_SHARES)],
                        speaker.tier(),
                        seal.apply("1990000" + tail),
                        tail,
                        speaker.home().lat() + (chance.unit() - 0.5) * 0.01,
                        speaker.home().lon() + (chance.unit() - 0.5) * 0.01,
                        speaker.tier() > 2 ? "{VILLAGE,TOWN,COUNTY,CITY}" : "{VILLAGE,TOWN}",
                        chance.between(4, 12));
            }
        }
        try (var copy = new Copy(connection, "speaker_topic (speaker_id, topic_id, path)")) {
            for (var speaker : speakers) {
                for (var topic : speaker.topics()) {
                    copy.row(speaker.id(), topic, speaker.home().path());
                }
            }
        }
        try (var copy = new Copy(connection, "speaker_segment (speaker_id, segment, path, fit)")) {
            for (var speaker : speakers) {
                for (var segment : SEGMENTS) {
                    if (chance.percent(25)) {
                        copy.row(speaker.id(), segment, speaker.home().path(), chance.between(4, 9) * 10);
                    }
                }
            }
        }
    }

    private int birthYear() {
        return 2026 - (chance.percent(35) ? chance.between(58, 78) : chance.between(20, 60));
    }
}
