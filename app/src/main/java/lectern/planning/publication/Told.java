package lectern.planning.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import lectern.people.SpeakerName;
import lectern.planning.board.BoardTalk;
import lectern.planning.board.Draft;
import lectern.programme.OpenRequest;
import org.jspecify.annotations.Nullable;

/// Who is told what by the publication of a plan. Immutable.
public final class Told {
    /// What the page can list.
    public enum Part {
        SPEAKERS,
        HOSTS,
        CHANGES,
        WAITING
    }

    private static final Set<Notice.Change> DIFFERENT =
            Set.of(Notice.Change.AGAIN, Notice.Change.MOVED, Notice.Change.WITHDRAWN);

    private final Draft draft;
    private final Map<UUID, Notice> notices;
    private final List<Line> served = new ArrayList<>();
    private final List<Line> waiting = new ArrayList<>();

    /// A talk as somebody is told of it.
    ///
    /// @param notice null in the record of a plan that was published before records were kept
    /// @param before the name of the speaker who was to come, empty where none was
    public record Line(BoardTalk talk, @Nullable Notice notice, String before) {
        public OpenRequest request() {
            return talk.request();
        }

        /// Whether it is not what he was told before.
        public boolean differs() {
            return notice != null && DIFFERENT.contains(notice.change());
        }
    }

    /// A speaker, or a station.
    ///
    /// @param more his unit; empty for a station
    /// @param lines what he is told, in the order of time
    /// @param waiting requests of his that wait
    public record Reader(
            UUID id, String name, String more, @Nullable LocalDate firstDay, List<Line> lines, int waiting) {
        public int talks() {
            return lines.size();
        }
    }

    Told(Draft draft, Map<UUID, Notice> notices, Map<UUID, SpeakerName> before) {
        this.draft = draft;
        this.notices = notices;
        for (var talk : draft.talks().values()) {
            var notice = notices.get(talk.id());
            var was = notice == null || notice.before() == null
                    ? null
                    : before.get(notice.before().speaker());
            (talk.isServed() ? served : waiting).add(new Line(talk, notice, was == null ? "" : was.name()));
        }
    }

    public int talks() {
        return served.size();
    }

    public int waiting() {
        return waiting.size();
    }

    /// How many talks there are of each change.
    public Map<Notice.Change, Integer> counts() {
        var counts = new EnumMap<Notice.Change, Integer>(Notice.Change.class);
        notices.values().forEach(notice -> counts.merge(notice.change(), 1, Integer::sum));
        return counts;
    }

    /// How many differ from what was told before.
    public int changes() {
        return counts().entrySet().stream()
                .filter(each -> DIFFERENT.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Those who are asked, by name.
    public List<Reader> speakers(String text) {
        return readers(
                served.stream(),
                line -> given(line).speaker(),
                line -> given(line).name(),
                id -> {
                    var name = draft.names().get(id);
                    return name == null ? "" : name.unitName();
                },
                text);
    }

    private static BoardTalk.Given given(Line line) {
        return java.util.Objects.requireNonNull(line.talk().given());
    }

    /// The stations whose requests are in the plan, by name.
    public List<Reader> hosts(String text) {
        return readers(
                Stream.concat(served.stream(), waiting.stream()),
                line -> line.request().unitId(),
                line -> line.request().unitName(),
                id -> "",
                text);
    }

    private List<Reader> readers(
            Stream<Line> lines,
            Function<Line, UUID> whose,
            Function<Line, String> name,
            Function<UUID, String> more,
            String text) {
        var groups = new LinkedHashMap<UUID, List<Line>>();
        lines.forEach(line -> groups.computeIfAbsent(whose.apply(line), id -> new ArrayList<>())
                .add(line));
        var wanted = text.toLowerCase(Locale.ROOT);
        return groups.entrySet().stream()
                .map(group -> reader(group.getKey(), group.getValue(), name, more))
                .filter(reader -> (reader.name() + " " + reader.more())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted(Comparator.comparing(Reader::name).thenComparing(Reader::id))
                .toList();
    }

    private Reader reader(UUID id, List<Line> all, Function<Line, String> name, Function<UUID, String> more) {
        var lines = all.stream()
                .filter(line -> line.talk().isServed())
                .sorted(Comparator.comparing(line -> given(line).startsAt()))
                .toList();
        return new Reader(
                id,
                name.apply(all.getFirst()),
                more.apply(id),
                lines.isEmpty()
                        ? null
                        : LocalDate.ofInstant(
                                given(lines.getFirst()).startsAt(),
                                draft.horizon().zone()),
                lines,
                all.size() - lines.size());
    }

    /// What differs from what was told before.
    public List<Line> different(String text) {
        return lines(Stream.concat(served.stream(), waiting.stream()).filter(Line::differs), text);
    }

    public List<Line> waiting(String text) {
        return lines(waiting.stream(), text);
    }

    private static List<Line> lines(Stream<Line> lines, String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return lines.filter(line -> (line.request().topicName() + " "
                                + line.request().unitName() + " "
                                + line.request().venueName() + " " + line.before())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }
}
