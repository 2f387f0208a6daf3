package lectern.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds free venues and speakers: no two talks of one speaker, or at one venue, in one part of a day.
final class DemoCalendar {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime[] STARTS = {LocalTime.of(9, 30), LocalTime.of(14, 30), LocalTime.of(19, 0)};
    private static final String[] SEGMENTS = {"elderly", "rural", "enterprise", "youth", "new_sector", "party"};
    private static final int[] SEGMENT_SHARES = {30, 28, 14, 16, 6, 6};

    private record Slot(UUID who, LocalDate day, int part) {}

    private final Chance chance;
    private final DemoVenues venues;
    private final Map<Integer, List<DemoSpeaker>> speakers = new HashMap<>();
    private final Map<UUID, DemoTopic> topics = new HashMap<>();
    private final Set<Slot> taken = new HashSet<>();

    DemoCalendar(Chance chance, DemoVenues venues, DemoPeople people) {
        this.chance = chance;
        this.venues = venues;
        people.speakers.forEach(
                speaker -> speakers.computeIfAbsent(speaker.county(), county -> new java.util.ArrayList<>())
                        .add(speaker));
        people.topics.forEach(topic -> topics.put(topic.id(), topic));
    }

    /// A talk somewhere in the city on that day.
    DemoTalk somewhere(LocalDate day, String state) {
        while (true) {
            var county = chance.weighted(DemoUnits.VILLAGES);
            var venue = chance.one((chance.percent(64) ? venues.stations : venues.large).get(county));
            var talk = at(venue, null, day, state, null);
            if (talk != null) {
                return talk;
            }
        }
    }

    /// A talk at that venue, by that speaker if he is named; null when one of them is taken.
    @Nullable
    DemoTalk at(DemoVenue venue, @Nullable DemoSpeaker wanted, LocalDate day, String state, @Nullable UUID requestId) {
        var part = chance.weighted(45, 40, 15);
        var speaker = wanted != null ? wanted : chance.one(speakers.getOrDefault(venue.county(), List.of()));
        if (taken.contains(new Slot(venue.id(), day, part)) || taken.contains(new Slot(speaker.id(), day, part))) {
            return null;
        }
        taken.add(new Slot(venue.id(), day, part));
        taken.add(new Slot(speaker.id(), day, part));
        var topic = topics.get(chance.one(speaker.topics()));
        return new DemoTalk(
                chance.id(),
                venue,
                java.util.Objects.requireNonNull(topic),
                segment(),
                speaker,
                requestId,
                day,
                start(day, part),
                state,
                people(venue));
    }

    String segment() {
        return SEGMENTS[chance.weighted(SEGMENT_SHARES)];
    }

    private int people(DemoVenue venue) {
        return venue.isStation() ? chance.between(18, 78) : (int) (venue.capacity() * (0.35 + 0.6 * chance.unit()));
    }

    static Instant start(LocalDate day, int part) {
        return day.atTime(STARTS[part]).atZone(ZONE).toInstant();
    }
}
