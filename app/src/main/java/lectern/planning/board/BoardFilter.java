package lectern.planning.board;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What of a plan is looked at. The page's script filters map and timeline by the same rules.
///
/// @param day of the plan, from 0; a talk that is left out is there on each day of its windows
/// @param state served, unserved, hand (assigned by hand) or clash
/// @param unit number among the board's groups
/// @param topic number among the board's topics
record BoardFilter(
        @Nullable Integer day,
        @Nullable String state,
        @Nullable Integer unit,
        @Nullable Integer topic,
        @Nullable String q) {
    boolean keeps(BoardTalk talk, Board board) {
        return (day == null || board.daysOf(talk).contains(day))
                && (unit == null || board.group(talk) == unit)
                && (topic == null || board.topic(talk) == topic)
                && inState(talk, board)
                && holdsText(talk);
    }

    private boolean inState(BoardTalk talk, Board board) {
        return switch (state) {
            case null -> true;
            case "served" -> talk.isServed();
            case "unserved" -> !talk.isServed();
            case "hand" -> talk.given() != null && talk.given().byHand();
            case "clash" -> board.clashes().containsKey(talk.id());
            default -> true;
        };
    }

    private boolean holdsText(BoardTalk talk) {
        if (q == null || q.isBlank()) {
            return true;
        }
        var text = q.strip().toLowerCase(Locale.ROOT);
        var request = talk.request();
        return holds(request.venueName(), text)
                || holds(request.unitName(), text)
                || holds(request.topicName(), text)
                || (talk.given() != null && holds(talk.given().name(), text));
    }

    private static boolean holds(String name, String text) {
        return name.toLowerCase(Locale.ROOT).contains(text);
    }
}
