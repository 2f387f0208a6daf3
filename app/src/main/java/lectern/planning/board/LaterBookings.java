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

    /// By request.
    @Transactional(readOnly = true)
    public Map<UUID, Clash> clashes(Plan plan, Draft draft) {
        if (!plan.isDraft()) {
            return Map.of();
        }
        var live = materials.taken(draft.horizon());
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
