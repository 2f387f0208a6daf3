package lectern.planning.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.org.Unit;
import lectern.people.SpeakerName;
import lectern.planning.Plan;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.Solution;
import lectern.programme.OpenRequest;

/// One version of a plan in memory. Immutable.
///
/// @param talks by request, in the order of time
/// @param names of all speakers whom the planner was given
/// @param areas the units directly below the plan's, by which talks are grouped
public record Draft(
        UUID planId,
        int version,
        Horizon horizon,
        Solution solution,
        Map<UUID, BoardTalk> talks,
        Map<UUID, SpeakerName> names,
        List<Unit> areas,
        Map<String, Integer> topicNumbers) {
    private static final int MINUTES_A_DAY = 24 * 60;

    static Draft of(
            Plan plan,
            Horizon horizon,
            Solution solution,
            List<DraftRows.Assigned> assigned,
            List<DraftRows.LeftOut> leftOut,
            Map<UUID, OpenRequest> requests,
            Map<UUID, SpeakerName> names,
            List<Unit> areas) {
        var all = new ArrayList<BoardTalk>();
        for (var row : assigned) {
            var request = requests.get(row.request());
            if (request != null) {
                var name = names.get(row.speaker());
                var given = new BoardTalk.Given(
                        row.speaker(),
                        name == null ? "" : name.name(),
                        horizon.minute(row.startsAt()),
                        row.startsAt(),
                        row.byHand());
                all.add(new BoardTalk(request, given, ""));
            }
        }
        for (var row : leftOut) {
            var request = requests.get(row.request());
            if (request != null) {
                all.add(new BoardTalk(request, null, row.blocked()));
            }
        }
        all.sort(Comparator.comparingInt((BoardTalk talk) -> firstMinute(talk, horizon))
                .thenComparing(BoardTalk::id));
        var talks = new LinkedHashMap<UUID, BoardTalk>();
        all.forEach(talk -> talks.put(talk.id(), talk));
        return new Draft(plan.id(), plan.version(), horizon, solution, talks, names, areas, numbered(all));
    }

    private static int firstMinute(BoardTalk talk, Horizon horizon) {
        return talk.given() != null
                ? talk.given().start()
                : talk.request().windows().stream()
                        .mapToInt(window -> horizon.minute(window.opensAt()))
                        .min()
                        .orElse(0);
    }

    private static Map<String, Integer> numbered(List<BoardTalk> talks) {
        var names = talks.stream()
                .map(talk -> talk.request().topicName())
                .distinct()
                .sorted()
                .toList();
        var numbers = new LinkedHashMap<String, Integer>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }

    /// Number → name, for the filter.
    Map<String, String> topics() {
        return topicNumbers.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getValue().toString(),
                        Map.Entry::getKey,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /// Number → name of the areas that have talks, for the filter.
    Map<String, String> groups() {
        var used = talks.values().stream().map(this::groupOf).collect(Collectors.toCollection(TreeSet::new));
        var groups = new LinkedHashMap<String, String>();
        used.stream()
                .filter(number -> number >= 0)
                .forEach(number ->
                        groups.put(number.toString(), areas.get(number).name()));
        return groups;
    }

    int topicOf(BoardTalk talk) {
        return topicNumbers.getOrDefault(talk.request().topicName(), 0);
    }

    /// The number of the area in which the talk is, −1 when it is in none.
    int groupOf(BoardTalk talk) {
        for (var number = 0; number < areas.size(); number++) {
            if (talk.request().path().startsWith(areas.get(number).path())) {
                return number;
            }
        }
        return -1;
    }

    /// The days of the plan on which the talk is, or could be when it is left out.
    Set<Integer> daysOf(BoardTalk talk) {
        var minutes = talk.given() != null
                ? Stream.of(talk.given().start())
                : talk.request().windows().stream().map(window -> horizon.minute(window.opensAt()));
        return minutes.filter(minute -> minute >= 0 && minute < horizon.length())
                .map(minute -> minute / MINUTES_A_DAY)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// How many talks each speaker gives in it.
    public Map<UUID, Integer> loads() {
        var loads = new HashMap<UUID, Integer>();
        talks.values().forEach(talk -> {
            if (talk.given() != null) {
                loads.merge(talk.given().speaker(), 1, Integer::sum);
            }
        });
        return loads;
    }
}
