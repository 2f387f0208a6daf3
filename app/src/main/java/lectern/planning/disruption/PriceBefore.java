package lectern.planning.disruption;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.people.PooledSpeaker;
import lectern.planner.model.Weights;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.Way;
import lectern.programme.BookedTalk;

/// What a talk cost before something broke, so that the difference can be told. Its speaker may be away, so the planner
/// can no longer price him.
final class PriceBefore {
    private final Map<UUID, PooledSpeaker> speakers;
    private final Map<UUID, List<BookedTalk>> bySpeaker;
    private final Horizon horizon;

    PriceBefore(List<PooledSpeaker> speakers, List<BookedTalk> booked, Horizon horizon) {
        this.speakers = speakers.stream().collect(Collectors.toMap(PooledSpeaker::id, Function.identity()));
        this.horizon = horizon;
        bySpeaker = booked.stream()
                .sorted(Comparator.comparing(BookedTalk::startsAt))
                .collect(Collectors.groupingBy(BookedTalk::speakerId));
    }

    /// The difference of each term, what it costs now given.
    Map<String, Long> difference(StandingTalk talk, Map<String, Long> now) {
        var difference = new HashMap<>(now);
        difference.remove("unserved");
        of(talk).forEach((term, cost) -> difference.merge(term, -cost, Long::sum));
        difference.values().removeIf(each -> each == 0);
        return difference;
    }

    private Map<String, Long> of(StandingTalk talk) {
        var speaker = talk.speaker() == null ? null : speakers.get(talk.speaker());
        if (speaker == null) {
            return Map.of();
        }
        var all = bySpeaker.getOrDefault(speaker.id(), List.of());
        var day = day(talk.startsAt());
        var that = all.stream().filter(each -> day(each.startsAt()).equals(day)).toList();
        var rest = that.stream().filter(each -> !each.id().equals(talk.id())).toList();
        var weights = Weights.DEFAULT;
        return Map.of(
                "travel", (way(speaker, that) - way(speaker, rest)) * weights.travel(),
                "misfit", (100L - speaker.fit().getOrDefault(talk.request().segment(), 100)) * weights.misfit(),
                "load", Math.max(0, 2L * all.size() - 1) * weights.load(),
                "overtier", speaker.tier() * weights.overtier());
    }

    private LocalDate day(java.time.Instant moment) {
        return LocalDate.ofInstant(moment, horizon.zone());
    }

    private static long way(PooledSpeaker speaker, List<BookedTalk> talks) {
        var lat = speaker.lat();
        var lon = speaker.lon();
        var way = 0L;
        for (var talk : talks) {
            way += Way.minutes(lat, lon, talk.lat(), talk.lon());
            lat = talk.lat();
            lon = talk.lon();
        }
        return talks.isEmpty() ? 0 : way + Way.minutes(lat, lon, speaker.lat(), speaker.lon());
    }
}
