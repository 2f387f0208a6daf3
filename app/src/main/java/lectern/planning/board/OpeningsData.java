package lectern.planning.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lectern.planning.problem.Possibilities;

/// Where one talk could be dropped, for the page's script: all it needs to judge each speaker and minute while the
/// pointer
/// moves. Speakers are numbered as in [SpeakersData].
///
/// @param version of the plan for which this holds
/// @param windows [from, to] of the talk's start
/// @param taken [start, end] of other talks at its venue
/// @param terms names of the cost's terms
/// @param changes term by term, each combination once
/// @param open [speaker, from, to, number of the change]: starts that break no rule
/// @param tooLow speakers whose tier is too low
/// @param full speakers who have as many talks as they may
/// @param skilled speakers who know the topic and go to that level, whether they have a start or not
record OpeningsData(
        int version,
        int minutes,
        List<List<Integer>> windows,
        List<List<Integer>> taken,
        List<String> terms,
        List<List<Long>> changes,
        List<List<Integer>> open,
        List<Integer> tooLow,
        List<Integer> full,
        List<Integer> skilled) {

    static OpeningsData of(Draft draft, Possibilities possibilities) {
        var numbers = draft.speakerNumbers();
        var changes = new LinkedHashMap<List<Long>, Integer>();
        var open = new ArrayList<List<Integer>>();
        for (var each : possibilities.possible()) {
            var change = changes.computeIfAbsent(List.copyOf(each.changes().values()), key -> changes.size());
            open.add(List.of(number(numbers, each.speaker()), each.from(), each.to(), change));
        }
        return new OpeningsData(
                draft.version(),
                possibilities.minutes(),
                pairs(possibilities.windows()),
                pairs(possibilities.taken()),
                List.copyOf(draft.solution().cost().keySet()),
                List.copyOf(changes.keySet()),
                open,
                numbers(numbers, possibilities.tooLow()),
                numbers(numbers, possibilities.full()),
                numbers(numbers, possibilities.skilled()));
    }

    private static int number(Map<UUID, Integer> numbers, UUID speaker) {
        return Objects.requireNonNull(numbers.get(speaker));
    }

    private static List<Integer> numbers(Map<UUID, Integer> numbers, List<UUID> speakers) {
        return speakers.stream()
                .flatMap(id -> Stream.ofNullable(numbers.get(id)))
                .toList();
    }

    private static List<List<Integer>> pairs(List<Possibilities.Stretch> stretches) {
        return stretches.stream().map(each -> List.of(each.from(), each.to())).toList();
    }
}
