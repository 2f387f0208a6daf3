package lectern.planning.board;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.planning.Plan;
import lectern.programme.BookedTalk;
import lectern.programme.BookedTalks;
import lectern.programme.OpenRequest;
import lectern.programme.OpenRequests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the talks of a draft that no longer go together with what was booked or decided since it was made.
@Component
class LaterBookings {
    private final BookedTalks booked;
    private final OpenRequests requests;

    LaterBookings(BookedTalks booked, OpenRequests requests) {
        this.booked = booked;
        this.requests = requests;
    }

    @Transactional(readOnly = true)
    public Set<UUID> clashes(Plan plan, Draft draft) {
        if (!plan.isDraft()) {
            return Set.of();
        }
        var live = booked.between(draft.horizon().from(), draft.horizon().to());
        var bySpeaker = live.stream().collect(Collectors.groupingBy(BookedTalk::speakerId));
        var byVenue = live.stream().collect(Collectors.groupingBy(BookedTalk::venueId));
        var open = requests.between(draft.horizon().from(), draft.horizon().to()).stream()
                .map(OpenRequest::id)
                .collect(Collectors.toSet());
        var clashes = new HashSet<UUID>();
        for (var talk : draft.talks().values()) {
            if (talk.given() != null
                    && (!open.contains(talk.id()) || overlaps(talk, talk.given(), bySpeaker, byVenue))) {
                clashes.add(talk.id());
            }
        }
        return clashes;
    }

    private static boolean overlaps(
            BoardTalk talk,
            BoardTalk.Given given,
            Map<UUID, List<BookedTalk>> bySpeaker,
            Map<UUID, List<BookedTalk>> byVenue) {
        var ends = given.startsAt().plusSeconds(60L * talk.request().minutes());
        return overlaps(bySpeaker.getOrDefault(given.speaker(), List.of()), given.startsAt(), ends)
                || !talk.request().sharedVenue()
                        && overlaps(byVenue.getOrDefault(talk.request().venueId(), List.of()), given.startsAt(), ends);
    }

    private static boolean overlaps(List<BookedTalk> talks, Instant starts, Instant ends) {
        return talks.stream()
                .anyMatch(other ->
                        other.startsAt().isBefore(ends) && other.endsAt().isAfter(starts));
    }
}
