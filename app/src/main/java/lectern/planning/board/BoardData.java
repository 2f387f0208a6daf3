package lectern.planning.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// A board for the page's script. Rows are arrays, and talks name their venue, topic, group and speaker by number.
///
/// @param days of the plan
/// @param venues [name, lat, lon, unit]
/// @param speakers [id, name, lat, lon], those who speak in the plan
/// @param talks [id, venue, topic, group, minutes, speaker or −1, start or −1, 1 by hand + 2 clash, days of the
/// windows]
record BoardData(
        int version,
        String firstDay,
        int days,
        List<List<Object>> venues,
        List<String> topics,
        List<List<Object>> speakers,
        List<List<Object>> talks) {
    private static final int BY_HAND = 1;
    private static final int CLASH = 2;

    static BoardData of(Board board) {
        var draft = board.draft();
        var venues = new LinkedHashMap<UUID, Integer>();
        var venueRows = new ArrayList<List<Object>>();
        var speakers = new LinkedHashMap<UUID, Integer>();
        var speakerRows = new ArrayList<List<Object>>();
        var talks = new ArrayList<List<Object>>();
        for (var talk : draft.talks().values()) {
            var request = talk.request();
            var venue = venues.computeIfAbsent(request.venueId(), id -> {
                venueRows.add(List.of(request.venueName(), request.lat(), request.lon(), request.unitName()));
                return venueRows.size() - 1;
            });
            var given = talk.given();
            var speaker = given == null
                    ? -1
                    : speakers.computeIfAbsent(given.speaker(), id -> {
                        var home = draft.solution().home(id);
                        speakerRows.add(List.of(id, given.name(), home.lat(), home.lon()));
                        return speakerRows.size() - 1;
                    });
            var flags = (given != null && given.byHand() ? BY_HAND : 0)
                    + (board.clashes().containsKey(talk.id()) ? CLASH : 0);
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
                venueRows,
                List.copyOf(draft.topics().values()),
                speakerRows,
                talks);
    }
}
