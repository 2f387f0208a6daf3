package lectern.planning.standby;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.people.PooledSpeaker;
import lectern.planning.problem.Way;
import lectern.programme.BookedTalk;

/// Chooses few speakers who together could take over most talks: each time whoever adds the most.
final class StandbyCover {
    /// Whoever stands by is no further away.
    private static final int FURTHEST_MINUTES = 60;

    /// A talk that may need somebody to step in.
    record Needy(UUID id, UUID topic, String level, double lat, double lon, Instant startsAt, Instant endsAt) {}

    private final List<Needy> talks;
    private final Map<UUID, List<BookedTalk>> diaries;
    private final Map<UUID, Integer> days;

    /// @param days that speakers stand by in the month already
    StandbyCover(List<Needy> talks, List<BookedTalk> booked, Map<UUID, Integer> days) {
        this.talks = talks;
        this.days = days;
        diaries = booked.stream().collect(Collectors.groupingBy(BookedTalk::speakerId));
    }

    /// @param ready who is asked or agreed already
    /// @param most how many to choose
    StandbyProposal of(List<PooledSpeaker> pool, Set<UUID> ready, int most, int mostDays) {
        var covers = new HashMap<UUID, Set<UUID>>();
        pool.forEach(speaker -> covers.put(speaker.id(), covered(speaker)));
        var done = new HashSet<UUID>();
        ready.forEach(speaker -> done.addAll(covers.getOrDefault(speaker, Set.of())));
        var before = done.size();
        var able = pool.stream()
                .filter(speaker -> !ready.contains(speaker.id()) && days.getOrDefault(speaker.id(), 0) < mostDays)
                .toList();
        var chosen = new ArrayList<StandbyProposal.Choice>();
        while (chosen.size() + ready.size() < most) {
            var best = able.stream()
                    .map(speaker -> choice(speaker, covers.getOrDefault(speaker.id(), Set.of()), done))
                    .filter(choice -> choice.newly() > 0)
                    .min(Comparator.comparingInt((StandbyProposal.Choice choice) -> -choice.newly())
                            .thenComparingInt(StandbyProposal.Choice::days)
                            .thenComparingInt(StandbyProposal.Choice::minutes)
                            .thenComparing(StandbyProposal.Choice::speaker));
            if (best.isEmpty()) {
                break;
            }
            chosen.add(best.get());
            done.addAll(covers.getOrDefault(best.get().speaker(), Set.of()));
        }
        return new StandbyProposal(chosen, talks.size(), before);
    }

    private StandbyProposal.Choice choice(PooledSpeaker speaker, Set<UUID> covers, Set<UUID> done) {
        var minutes = talks.stream()
                .filter(talk -> covers.contains(talk.id()))
                .mapToInt(talk -> Way.minutes(speaker.lat(), speaker.lon(), talk.lat(), talk.lon()))
                .average()
                .orElse(0);
        return new StandbyProposal.Choice(
                speaker.id(),
                speaker.name(),
                speaker.tier(),
                Math.toIntExact(
                        covers.stream().filter(talk -> !done.contains(talk)).count()),
                covers.size(),
                (int) Math.round(minutes),
                days.getOrDefault(speaker.id(), 0));
    }

    private Set<UUID> covered(PooledSpeaker speaker) {
        return talks.stream()
                .filter(talk -> couldTake(speaker, talk))
                .map(Needy::id)
                .collect(Collectors.toSet());
    }

    private boolean couldTake(PooledSpeaker speaker, Needy talk) {
        if (!speaker.topics().contains(talk.topic()) || !speaker.serves().contains(talk.level())) {
            return false;
        }
        var minutes = Way.minutes(speaker.lat(), speaker.lon(), talk.lat(), talk.lon());
        var way = Duration.ofMinutes(minutes);
        var leaves = talk.startsAt().minus(way);
        var back = talk.endsAt().plus(way);
        return minutes <= FURTHEST_MINUTES
                && speaker.shifts().stream()
                        .anyMatch(shift -> !shift.startsAt().isAfter(leaves)
                                && !shift.endsAt().isBefore(back))
                && diaries.getOrDefault(speaker.id(), List.of()).stream()
                        .noneMatch(other -> other.startsAt().isBefore(back)
                                && other.endsAt().isAfter(leaves));
    }
}
