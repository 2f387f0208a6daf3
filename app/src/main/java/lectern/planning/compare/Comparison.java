package lectern.planning.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lectern.planning.Plan;
import lectern.planning.board.BoardTalk;
import lectern.planning.board.Draft;
import org.jspecify.annotations.Nullable;

/// Two plans side by side.
///
/// @param shared requests that stand in both
/// @param moves what they treat differently, in the order of time
public record Comparison(Side first, Side second, int shared, List<Move> moves) {
    static Comparison of(Plan one, Draft first, Plan other, Draft second) {
        var shared = new HashSet<>(first.talks().keySet());
        shared.retainAll(second.talks().keySet());
        var ids = new LinkedHashMap<>(first.talks());
        second.talks().forEach(ids::putIfAbsent);
        var moves = ids.keySet().stream()
                .map(id -> Move.of(first.talks().get(id), second.talks().get(id)))
                .filter(Objects::nonNull)
                .toList();
        return new Comparison(Side.of(one, first), Side.of(other, second), shared.size(), moves);
    }

    /// How many moves there are of each kind.
    public Map<Move.Kind, Long> counts() {
        var counts = new EnumMap<Move.Kind, Long>(Move.Kind.class);
        moves.forEach(move -> counts.merge(move.kind(), 1L, Long::sum));
        return counts;
    }

    /// The moves of that kind whose topic, venue, unit or speaker holds the text.
    ///
    /// @param kind null for all
    List<Move> moves(Move.@Nullable Kind kind, String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return moves.stream()
                .filter(move -> kind == null || move.kind() == kind)
                .filter(move -> names(move)
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
    }

    private static Stream<String> names(Move move) {
        var request = move.talk().request();
        return Stream.concat(
                Stream.of(request.topicName(), request.venueName(), request.unitName()),
                Stream.of(move.first(), move.second())
                        .filter(Objects::nonNull)
                        .map(BoardTalk::given)
                        .filter(Objects::nonNull)
                        .map(BoardTalk.Given::name));
    }

    /// The terms that either plan pays for, the greatest difference first.
    public List<String> terms() {
        var names = new ArrayList<>(first.terms().keySet());
        names.removeIf(name ->
                first.terms().getOrDefault(name, 0L) == 0 && second.terms().getOrDefault(name, 0L) == 0);
        names.sort(java.util.Comparator.comparingLong(name ->
                -Math.abs(first.terms().getOrDefault(name, 0L) - second.terms().getOrDefault(name, 0L))));
        return names;
    }

    /// The longest bar of both histograms.
    public int longestBar() {
        return Stream.concat(first.loads().stream(), second.loads().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
