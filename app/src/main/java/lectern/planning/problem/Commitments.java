package lectern.planning.problem;

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
import lectern.programme.BookedTalk;

/// What the talks that are already booked mean for a plan. Those that fit the shifts of their speaker are pinned, so
/// that travel and limits are counted right. Of the others the time is taken out of the shifts, and their venue is
/// held.
///
/// @param pinned by speaker
/// @param setAside booked talks that fit no shift of their speaker
/// @param shifts minutes [start, end] that are left, by speaker
record Commitments(Map<UUID, List<BookedTalk>> pinned, List<BookedTalk> setAside, Map<UUID, List<Span>> shifts) {
    /// Minutes of the horizon, both ends included.
    record Span(int from, int to) {}

    static Commitments of(Material material, Horizon horizon, int now) {
        var ahead = material.booked().stream()
                .filter(talk -> horizon.minuteNotBefore(talk.endsAt()) > now)
                .toList();
        var bySpeaker = ahead.stream()
                .sorted(Comparator.comparing(BookedTalk::startsAt))
                .collect(Collectors.groupingBy(BookedTalk::speakerId));
        var pinned = new HashMap<UUID, List<BookedTalk>>();
        var setAside = new ArrayList<BookedTalk>();
        var shifts = new HashMap<UUID, List<Span>>();
        var pooled = new HashSet<UUID>();
        for (var speaker : material.speakers()) {
            pooled.add(speaker.id());
            var all = shifts(speaker, horizon, now);
            var talks = bySpeaker.getOrDefault(speaker.id(), List.of());
            var fitting = fitting(speaker, all, talks, horizon);
            pinned.put(speaker.id(), talks.stream().filter(fitting::contains).toList());
            for (var talk : talks) {
                if (!fitting.contains(talk)) {
                    setAside.add(talk);
                    all = without(all, blocked(speaker, talk, horizon));
                }
            }
            shifts.put(speaker.id(), all);
        }
        ahead.stream().filter(talk -> !pooled.contains(talk.speakerId())).forEach(setAside::add);
        return new Commitments(pinned, setAside, shifts);
    }

    private static List<Span> shifts(PooledSpeaker speaker, Horizon horizon, int now) {
        return speaker.shifts().stream()
                .map(shift -> new Span(
                        Math.max(now, horizon.minuteNotBefore(shift.startsAt())),
                        Math.min(horizon.length(), horizon.minute(shift.endsAt()))))
                .filter(span -> span.from() < span.to())
                .toList();
    }

    /// The talks that can be pinned: in each shift all that lie in it, when one way leads through them.
    private static Set<BookedTalk> fitting(
            PooledSpeaker speaker, List<Span> shifts, List<BookedTalk> talks, Horizon horizon) {
        var fitting = new HashSet<BookedTalk>();
        for (var shift : shifts) {
            var inside = talks.stream()
                    .filter(talk -> shift.from() <= horizon.minute(talk.startsAt())
                            && horizon.minuteNotBefore(talk.endsAt()) <= shift.to())
                    .toList();
            if (leadsThrough(speaker, shift, inside, horizon)) {
                fitting.addAll(inside);
            }
        }
        // A set-aside talk takes its time out of the shifts, which a pin beside it might have needed: then none is
        // pinned.
        return fitting.size() == talks.size() ? fitting : Set.of();
    }

    private static boolean leadsThrough(PooledSpeaker speaker, Span shift, List<BookedTalk> talks, Horizon horizon) {
        var lat = speaker.lat();
        var lon = speaker.lon();
        var free = shift.from();
        for (var talk : talks) {
            if (free + Way.minutes(lat, lon, talk.lat(), talk.lon()) > horizon.minute(talk.startsAt())) {
                return false;
            }
            free = horizon.minuteNotBefore(talk.endsAt());
            lat = talk.lat();
            lon = talk.lon();
        }
        return free + Way.minutes(lat, lon, speaker.lat(), speaker.lon()) <= shift.to();
    }

    private static Span blocked(PooledSpeaker speaker, BookedTalk talk, Horizon horizon) {
        var way = Way.minutes(speaker.lat(), speaker.lon(), talk.lat(), talk.lon());
        return new Span(horizon.minute(talk.startsAt()) - way, horizon.minuteNotBefore(talk.endsAt()) + way);
    }

    static List<Span> without(List<Span> shifts, Span taken) {
        var left = new ArrayList<Span>();
        for (var shift : shifts) {
            if (taken.to() <= shift.from() || shift.to() <= taken.from()) {
                left.add(shift);
                continue;
            }
            if (shift.from() < taken.from()) {
                left.add(new Span(shift.from(), taken.from()));
            }
            if (taken.to() < shift.to()) {
                left.add(new Span(taken.to(), shift.to()));
            }
        }
        return left;
    }
}
