package lectern.content.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.platform.database.Identifiers;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.Verdict;
import lectern.platform.spreadsheet.Fold;
import org.jspecify.annotations.Nullable;

/// Decides which topic a row means: the one of that code, or, where no code is given, the only one of that name.
final class TopicMatching {
    private final Map<String, KnownTopic> byCode;
    private final Map<String, List<KnownTopic>> byName;
    private final Map<String, Integer> rowOfTarget = new HashMap<>();
    private final Map<String, Integer> rowOfName = new HashMap<>();
    private final Map<String, Integer> rowOfCode = new HashMap<>();

    TopicMatching(List<KnownTopic> known) {
        byCode = known.stream().collect(Collectors.toMap(KnownTopic::code, Function.identity()));
        byName = known.stream().collect(Collectors.groupingBy(topic -> Fold.key(topic.name())));
    }

    Verdict judge(SheetLine line) {
        if (!line.sound() || !line.has(TopicSheet.NAME)) {
            return new Verdict.Failed(List.of());
        }
        var named = named(line);
        var coded = byCode.get(line.get(TopicSheet.CODE));
        if (coded != null) {
            return takenBy(line, named, coded).orElseGet(() -> found(line, coded));
        }
        if (line.has(TopicSheet.CODE)) {
            return takenBy(line, named, null).orElseGet(() -> fresh(line));
        }
        return switch (named.size()) {
            case 0 -> fresh(line);
            case 1 -> found(line, named.getFirst());
            default -> Verdict.failed(TopicSheet.NAME, "topic.row.several", line.get(TopicSheet.NAME), named.size());
        };
    }

    /// Those of that name; retired ones only where there is no other.
    private List<KnownTopic> named(SheetLine line) {
        var all = byName.getOrDefault(Fold.key(line.get(TopicSheet.NAME)), List.of());
        var active = all.stream().filter(topic -> !topic.retired()).toList();
        return active.isEmpty() ? all : active;
    }

    /// A second topic of one name could not be told from the first in any list.
    private static Optional<Verdict> takenBy(SheetLine line, List<KnownTopic> named, @Nullable KnownTopic itself) {
        return named.stream()
                .filter(topic -> !topic.retired() && !topic.equals(itself))
                .findFirst()
                .map(topic -> Verdict.failed(
                        TopicSheet.NAME, "topic.row.nameTaken", line.get(TopicSheet.NAME), topic.code()));
    }

    private Verdict found(SheetLine line, KnownTopic topic) {
        var target = topic.id().toString();
        var earlier = rowOfTarget.putIfAbsent(target, line.number());
        if (earlier == null) {
            earlier = rowOfName.putIfAbsent(Fold.key(line.get(TopicSheet.NAME)), line.number());
        }
        if (earlier != null) {
            return Verdict.failed(TopicSheet.NAME, "topic.row.twice", earlier);
        }
        var said = new HashMap<>(line.values());
        said.remove(SheetKind.RETIRED);
        if (topic.retired()) {
            said.put(SheetKind.RETIRED, "");
        }
        return Verdict.compared(target, topic.of(said), said, List.of());
    }

    private Verdict fresh(SheetLine line) {
        var earlier = rowOfName.putIfAbsent(Fold.key(line.get(TopicSheet.NAME)), line.number());
        if (earlier != null) {
            return Verdict.failed(TopicSheet.NAME, "topic.row.twice", earlier);
        }
        if (line.has(TopicSheet.CODE)) {
            var coded = rowOfCode.putIfAbsent(line.get(TopicSheet.CODE), line.number());
            if (coded != null) {
                return Verdict.failed(TopicSheet.CODE, "topic.row.twice", coded);
            }
        }
        return line.has(TopicSheet.MINUTES)
                ? new Verdict.New(Identifiers.next().toString(), line.values(), List.of())
                : Verdict.failed(TopicSheet.MINUTES, "import.cell.needed");
    }
}
