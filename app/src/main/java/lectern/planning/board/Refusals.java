package lectern.planning.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lectern.platform.web.Words;
import org.springframework.stereotype.Component;

/// Says in words why a talk cannot be given like that, and names the talk that stands in its way.
@Component
class Refusals {
    /// @param broken names of broken rules
    List<String> words(Draft draft, UUID request, UUID speaker, int start, List<String> broken, Words words) {
        var reasons = new ArrayList<String>();
        var wanted = Objects.requireNonNull(draft.talks().get(request));
        var end = start + wanted.request().minutes();
        for (var talk : draft.talks().values()) {
            var given = talk.given();
            if (given != null
                    && !talk.id().equals(request)
                    && given.speaker().equals(speaker)
                    && given.start() < end
                    && start < given.start() + talk.request().minutes()) {
                reasons.add(words.of(
                        "plan.move.overlaps",
                        given.name(),
                        clock(given.start()),
                        clock(given.start() + talk.request().minutes()),
                        talk.request().topicName(),
                        talk.request().venueName()));
            }
        }
        for (var rule : broken) {
            if (!rule.equals("travel") || reasons.isEmpty()) {
                reasons.add(words.of("plan.broken." + rule));
            }
        }
        return reasons;
    }

    private static String clock(int minute) {
        var inDay = Math.floorMod(minute, 24 * 60);
        return "%02d:%02d".formatted(inDay / 60, inDay % 60);
    }
}
