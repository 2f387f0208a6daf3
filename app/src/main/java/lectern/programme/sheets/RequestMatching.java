package lectern.programme.sheets;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.places.VenueLookup;
import lectern.platform.database.Identifiers;
import lectern.platform.imports.Choice;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.Verdict;
import lectern.platform.spreadsheet.Fold;
import lectern.programme.DayPart;
import lectern.programme.Window;
import org.jspecify.annotations.Nullable;

/// Decides which request a row means: the one at that venue about that topic for those listeners whose times include
/// the row's. Another time is another request.
final class RequestMatching {
    private final Map<String, List<VenueLookup.Named>> venuesByName;
    private final Map<String, VenueLookup.Named> venuesById;
    private final ZoneId zone;
    private final Map<String, List<KnownRequest>> requests = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    RequestMatching(List<VenueLookup.Named> venues, ZoneId zone) {
        venuesByName = venues.stream().collect(Collectors.groupingBy(venue -> Fold.key(venue.name())));
        venuesById =
                venues.stream().collect(Collectors.toMap(venue -> venue.id().toString(), venue -> venue));
        this.zone = zone;
    }

    /// Those that the row may mean.
    List<VenueLookup.Named> venues(SheetLine line) {
        if (line.has(RequestSheet.VENUE_ID)) {
            var venue = venuesById.get(line.get(RequestSheet.VENUE_ID));
            return venue == null ? List.of() : List.of(venue);
        }
        return venuesByName.getOrDefault(Fold.key(line.get(RequestSheet.VENUE)), List.of()).stream()
                .filter(venue -> !line.has(RequestSheet.UNIT) || venue.unit().equals(line.get(RequestSheet.UNIT)))
                .toList();
    }

    void know(List<KnownRequest> known) {
        known.forEach(request -> requests.computeIfAbsent(
                        key(request.venueId().toString(), request.topicId().toString(), request.segment()),
                        nothing -> new ArrayList<>())
                .add(request));
    }

    private static String key(String... parts) {
        return String.join(" ", parts);
    }

    Verdict judge(SheetLine line) {
        var incomplete = Stream.of(RequestSheet.VENUE, RequestSheet.TOPIC, RequestSheet.SEGMENT, RequestSheet.DAY)
                .anyMatch(column -> !line.has(column));
        if (!line.sound() || incomplete) {
            return new Verdict.Failed(List.of());
        }
        var venues = venues(line);
        if (venues.size() != 1) {
            return venues.isEmpty()
                    ? Verdict.failed(RequestSheet.VENUE, "request.row.noVenue", line.get(RequestSheet.VENUE))
                    : Verdict.failed(
                            RequestSheet.UNIT, "request.row.venues", line.get(RequestSheet.VENUE), venues.size());
        }
        return wrongTimes(line).orElseGet(() -> judge(line, venues.getFirst()));
    }

    private static Optional<Verdict> wrongTimes(SheetLine line) {
        var parts = line.has(RequestSheet.PARTS);
        var from = line.has(RequestSheet.FROM);
        var to = line.has(RequestSheet.TO);
        if (parts == (from || to)) {
            return Optional.of(Verdict.failed(RequestSheet.PARTS, parts ? "request.row.both" : "request.row.neither"));
        }
        if (to && !from) {
            return Optional.of(Verdict.failed(RequestSheet.FROM, "request.row.noFrom"));
        }
        var inverted =
                to && LocalTime.parse(line.get(RequestSheet.TO)).isBefore(LocalTime.parse(line.get(RequestSheet.FROM)));
        return inverted ? Optional.of(Verdict.failed(RequestSheet.TO, "request.row.inverted")) : Optional.empty();
    }

    private Verdict judge(SheetLine line, VenueLookup.Named venue) {
        var windows = windows(line);
        var texts = text(windows);
        var key = key(venue.id().toString(), line.get(RequestSheet.TOPIC), line.get(RequestSheet.SEGMENT));
        var earlier = rows.putIfAbsent(key(key, texts), line.number());
        if (earlier != null) {
            return Verdict.failed("", "request.row.twice", earlier);
        }
        var after = new HashMap<>(line.values());
        after.put(RequestSheet.VENUE, venue.name());
        after.put(RequestSheet.UNIT, venue.unit());
        after.put(RequestSheet.VENUE_ID, venue.id().toString());
        after.put(RequestSheet.WINDOWS, texts);
        var there = requests.getOrDefault(key, List.of()).stream()
                .filter(request -> request.windows().containsAll(windows))
                .toList();
        var live = there.stream()
                .filter(request -> request.isOpen() || request.isPlanned())
                .toList();
        return switch (live.size()) {
            case 0 -> fresh(line, after, there.isEmpty() ? null : there.getLast());
            case 1 -> found(live.getFirst(), after);
            default -> Verdict.failed("", "request.row.several", live.size());
        };
    }

    private static Verdict found(KnownRequest request, Map<String, String> after) {
        var target = request.id().toString();
        var before = request.of(after);
        if (request.isPlanned() && !before.equals(after)) {
            var column = after.getOrDefault(RequestSheet.EXPECTED, "").equals(before.get(RequestSheet.EXPECTED))
                    ? RequestSheet.NOTE
                    : RequestSheet.EXPECTED;
            return Verdict.failed(column, "request.row.planned");
        }
        return Verdict.compared(target, before, after, List.of());
    }

    private static Verdict fresh(SheetLine line, Map<String, String> after, @Nullable KnownRequest closed) {
        if (!line.has(RequestSheet.EXPECTED)) {
            return Verdict.failed(RequestSheet.EXPECTED, "import.cell.needed");
        }
        return new Verdict.New(
                Identifiers.next().toString(),
                after,
                closed == null ? List.of() : List.of(SheetProblem.at("", "request.row.closed." + closed.state())));
    }

    private List<Window> windows(SheetLine line) {
        var day = LocalDate.parse(line.get(RequestSheet.DAY));
        if (line.has(RequestSheet.PARTS)) {
            return Choice.parts(line.get(RequestSheet.PARTS)).stream()
                    .map(DayPart::valueOf)
                    .sorted()
                    .map(part -> part.on(day, zone))
                    .toList();
        }
        var from = LocalTime.parse(line.get(RequestSheet.FROM));
        var to = line.has(RequestSheet.TO) ? LocalTime.parse(line.get(RequestSheet.TO)) : from;
        return List.of(new Window(
                day.atTime(from).atZone(zone).toInstant(),
                day.atTime(to).atZone(zone).toInstant()));
    }

    private static String text(List<Window> windows) {
        return windows.stream()
                .map(window -> window.opensAt() + "/" + window.closesAt())
                .collect(Collectors.joining(","));
    }

    static List<String[]> windows(Map<String, String> after) {
        return Arrays.stream(after.getOrDefault(RequestSheet.WINDOWS, "").split(","))
                .map(each -> each.split("/"))
                .toList();
    }
}
