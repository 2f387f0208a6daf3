package lectern.planning.compare;

import java.util.UUID;
import lectern.planning.board.BoardTalk;
import org.jspecify.annotations.Nullable;

/// A request that two plans treat differently.
///
/// @param first as the first plan has it, null when it has it not at all
/// @param second as the second plan has it
public record Move(
        Kind kind, @Nullable BoardTalk first, @Nullable BoardTalk second) {
    /// How they differ.
    public enum Kind {
        /// Another speaker, perhaps at another time too.
        SPEAKER,
        /// The same speaker at another time.
        TIME,
        /// Served by the first plan only.
        FIRST_ONLY,
        /// Served by the second plan only.
        SECOND_ONLY
    }

    /// Either side's, which say the same of the request.
    public BoardTalk talk() {
        if (first != null) {
            return first;
        }
        if (second != null) {
            return second;
        }
        throw new IllegalStateException("a move of no talk");
    }

    public UUID id() {
        return talk().id();
    }

    /// @return null where both plans treat the request alike, or neither serves it
    static @Nullable Move of(@Nullable BoardTalk first, @Nullable BoardTalk second) {
        var one = first == null ? null : first.given();
        var other = second == null ? null : second.given();
        if (one == null && other == null) {
            return null;
        }
        if (one == null) {
            return new Move(Kind.SECOND_ONLY, first, second);
        }
        if (other == null) {
            return new Move(Kind.FIRST_ONLY, first, second);
        }
        if (!one.speaker().equals(other.speaker())) {
            return new Move(Kind.SPEAKER, first, second);
        }
        return one.startsAt().equals(other.startsAt()) ? null : new Move(Kind.TIME, first, second);
    }
}
