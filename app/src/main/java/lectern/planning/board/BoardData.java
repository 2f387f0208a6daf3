package lectern.planning.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A board for the page's script. Rows are arrays, and talks name their venue, topic, group and speaker by number.
///
/// @param days of the plan
/// @param undo the last change, which can be taken back, and how many talks it changed; empty when there is none
/// @param venues [name, lat, lon, unit]
/// @param talks [id, venue, topic, group, minutes, speaker or −1, start or −1, 1 by hand + 2 clash + 4 pinned, days of
/// the
/// windows]; speakers are numbered as in [SpeakersData]
/// @param booked [speaker, start, end], talks that stand in the calendar beside the plan
record BoardData(
        int version,
        String firstDay,
        int days,
        List<Object> undo,
        List<List<Object>> venues,
        List<String> topics,
        List<List<Object>> talks,
        List<List<Integer>> booked) {
    private static final int BY_HAND = 1;
    private static final int CLASH = 2;
    private static final int PINNED = 4;

    static BoardData of(Board board, DraftSteps.@Nullable Step last) {
        var draft = board.draft();
        var venues = new LinkedHashMap<UUID, Integer>();
        var venueRows = new ArrayList<List<Object>>();
        var speakers = draft.speakerNumbers();
        var talks = new ArrayList<List<Object>>();
        for (var talk : draft.talks().values()) {
            var request = talk.request();
            var venue = venues.computeIfAbsent(request.venueId(), id -> {
                venueRows.add(List.of(request.venueName(), request.lat(), request.lon(), request.unitName()));
                return venueRows.size() - 1;
            });
            var given = talk.given();
            var speaker = given == null ? -1 : speakers.getOrDefault(given.speaker(), -1);
            var flags = (given != null && given.byHand() ? BY_HAND : 0)
                    + (board.clashes().containsKey(talk.id()) ? CLASH : 0)
                    + (given != null && given.pinned() ? PINNED : 0);
            talks.add(List.of(
                    talk.id(),
                    venue,
                    draft.topicOf(talk),
                    draft.groupOf(talk),
                    request.minutes(),
                    speaker,
                    given == null ? -1 : given.start(),
                    flags,
                    draft.daysOf(talk)));
        }
        return new BoardData(
                draft.version(),
                draft.horizon().firstDay().toString(),
                draft.horizon().length() / (24 * 60),
                last == null ? List.of() : List.of(last.kind().name(), last.talks()),
                venueRows,
                List.copyOf(draft.topics().values()),
                talks,
                booked(board, speakers));
    }

    private static List<List<Integer>> booked(Board board, Map<UUID, Integer> speakers) {
        var horizon = board.draft().horizon();
        return board.booked().stream()
                .filter(talk -> speakers.containsKey(talk.speakerId()))
                .map(talk -> List.of(
                        speakers.getOrDefault(talk.speakerId(), -1),
                        horizon.minute(talk.startsAt()),
                        horizon.minuteNotBefore(talk.endsAt())))
                .toList();
    }
}
