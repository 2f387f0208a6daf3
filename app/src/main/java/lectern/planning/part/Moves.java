package lectern.planning.part;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lectern.planning.board.Draft;
import lectern.planning.board.DraftSteps;
import org.jspecify.annotations.Nullable;

/// What a step changed, talk by talk.
///
/// @param added talks that nobody had before
/// @param dropped talks that nobody has now
/// @param otherSpeaker talks that somebody else gives now
/// @param otherTime talks that the same speaker gives at another time
public record Moves(List<Move> all, int added, int dropped, int otherSpeaker, int otherTime) {
    /// Who gives a talk, and when.
    public record Giver(String name, Instant startsAt) {}

    public record Move(
            UUID request,
            String topic,
            String venue,
            @Nullable Giver before,
            @Nullable Giver after) {}

    static Moves of(Draft draft, List<DraftSteps.Before> step) {
        var all = new ArrayList<Move>();
        var added = 0;
        var dropped = 0;
        var otherSpeaker = 0;
        var otherTime = 0;
        for (var before : step) {
            var talk = draft.talks().get(before.request());
            if (talk == null) {
                continue;
            }
            var given = talk.given();
            var speaker = before.speaker();
            if (speaker == null) {
                added++;
            } else if (given == null) {
                dropped++;
            } else if (!speaker.equals(given.speaker())) {
                otherSpeaker++;
            } else {
                otherTime++;
            }
            all.add(new Move(
                    talk.id(),
                    talk.request().topicName(),
                    talk.request().venueName(),
                    speaker == null
                            ? null
                            : new Giver(draft.nameOf(speaker), Objects.requireNonNull(before.startsAt())),
                    given == null ? null : new Giver(given.name(), given.startsAt())));
        }
        return new Moves(all, added, dropped, otherSpeaker, otherTime);
    }
}
