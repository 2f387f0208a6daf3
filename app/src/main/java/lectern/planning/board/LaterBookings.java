package lectern.planning.board;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.planning.Plan;
import lectern.planning.problem.Materials;
import lectern.programme.BookedTalk;
import lectern.programme.OpenRequest;
import lectern.programme.OpenRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the talks of a draft that no longer go together with what was booked or decided since it was made.
@Component
class LaterBookings {
    private final Materials materials;
    private final OpenRequests requests;

    LaterBookings(Materials materials, OpenRequests requests) {
        this.materials = materials;
        this.requests = requests;
    }

    /// What stands in the calendar of the period beside the talks of the plan.
    @Transactional(readOnly = true)
    public List<BookedTalk> booked(Draft draft) {
        return materials.taken(draft.horizon()).stream()
                .filter(talk -> talk.requestId() == null || !draft.talks().containsKey(talk.requestId()))
                .toList();
    }

    /// By request.
    @Transactional(readOnly = true)
    public Map<UUID, Clash> clashes(Plan plan, Draft draft) {
        return clashes(plan, draft, booked(draft));
    }

    Map<UUID, Clash> clashes(Plan plan, Draft draft, List<BookedTalk> live) {
        if (!plan.isDraft()) {
            return Map.of();
        }
        var bySpeaker = live.stream().collect(Collectors.groupingBy(BookedTalk::speakerId));
        var byVenue = live.stream().collect(Collectors.groupingBy(BookedTalk::venueId));
        var open = requests.between(draft.horizon().from(), draft.horizon().to()).stream()
                .map(OpenRequest::id)
                .collect(Collectors.toSet());
        var clashes = new HashMap<UUID, Clash>();
        for (var talk : draft.talks().values()) {
            if (talk.given() != null) {
                var clash = open.contains(talk.id()) ? clash(talk, talk.given(), bySpeaker, byVenue) : Clash.REQUEST;
                if (clash != null) {
                    clashes.put(talk.id(), clash);
                }
            }
        }
        return clashes;
    }

    /// What a talk would clash with if it were given like this; null when nothing.
    @Transactional(readOnly = true)
    public @Nullable Clash clash(Draft draft, BoardTalk talk, UUID speaker, int start) {
        var given = new BoardTalk.Given(speaker, "", start, draft.horizon().instant(start), false, false);
        var live = booked(draft);
        return clash(
                talk,
                given,
                live.stream().collect(Collectors.groupingBy(BookedTalk::speakerId)),
                live.stream().collect(Collectors.groupingBy(BookedTalk::venueId)));
    }

    private static @Nullable Clash clash(
            BoardTalk talk,
            BoardTalk.Given given,
            Map<UUID, List<BookedTalk>> bySpeaker,
            Map<UUID, List<BookedTalk>> byVenue) {
        var ends = given.startsAt().plusSeconds(60L * talk.request().minutes());
        if (overlaps(bySpeaker.getOrDefault(given.speaker(), List.of()), given.startsAt(), ends)) {
            return Clash.SPEAKER;
        }
        var venue = byVenue.getOrDefault(talk.request().venueId(), List.of());
        return !talk.request().sharedVenue() && overlaps(venue, given.startsAt(), ends) ? Clash.VENUE : null;
    }

    private static boolean overlaps(List<BookedTalk> talks, Instant starts, Instant ends) {
        return talks.stream()
                .anyMatch(other ->
                        other.startsAt().isBefore(ends) && other.endsAt().isAfter(starts));
    }
}
