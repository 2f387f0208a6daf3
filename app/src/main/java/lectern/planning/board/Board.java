package lectern.planning.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lectern.programme.BookedTalk;

/// A draft as it looks now: what was planned, and which of it no longer goes together with what was booked since.
///
/// @param clashes by request
/// @param booked what else stands in the calendar of the period
public record Board(Draft draft, Map<UUID, Clash> clashes, List<BookedTalk> booked) {
    /// The talks that clash, in the order of time.
    public List<BoardTalk> clashing() {
        return draft.talks().values().stream()
                .filter(talk -> clashes.containsKey(talk.id()))
                .toList();
    }

    public Instant endOf(BoardTalk talk) {
        var given = talk.given();
        if (given == null) {
            throw new IllegalArgumentException("request " + talk.id() + " is left out and has no end");
        }
        return given.startsAt().plusSeconds(60L * talk.request().minutes());
    }

    Set<Integer> daysOf(BoardTalk talk) {
        return draft.daysOf(talk);
    }

    int group(BoardTalk talk) {
        return draft.groupOf(talk);
    }

    int topic(BoardTalk talk) {
        return draft.topicOf(talk);
    }
}
