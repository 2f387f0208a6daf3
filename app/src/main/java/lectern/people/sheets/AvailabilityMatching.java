package lectern.people.sheets;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lectern.people.Shift;
import lectern.people.availability.DayPart;
import lectern.platform.imports.Choice;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.Verdict;
import lectern.platform.security.Sealer;
import lectern.platform.spreadsheet.Fold;

/// Decides who has time, and what of it is new. Of several of one name, unit and telephone number tell who is meant;
/// where they do not, the row is refused.
final class AvailabilityMatching {
    private final Map<String, List<KnownSpeaker>> byName;
    private final Map<String, KnownSpeaker> byId;
    private final Sealer sealer;
    private final ZoneId zone;
    private final Map<String, List<Shift>> free = new HashMap<>();

    AvailabilityMatching(List<KnownSpeaker> known, Sealer sealer, ZoneId zone) {
        var active = known.stream().filter(speaker -> !speaker.retired()).toList();
        byName = active.stream().collect(Collectors.groupingBy(speaker -> Fold.key(speaker.name())));
        byId = active.stream().collect(Collectors.toMap(speaker -> speaker.id().toString(), speaker -> speaker));
        this.sealer = sealer;
        this.zone = zone;
    }

    /// Those whom the row may mean.
    List<KnownSpeaker> meant(SheetLine line) {
        if (line.has(AvailabilitySheet.ID)) {
            var speaker = byId.get(line.get(AvailabilitySheet.ID));
            return speaker == null ? List.of() : List.of(speaker);
        }
        return byName.getOrDefault(Fold.key(line.get(AvailabilitySheet.SPEAKER)), List.of()).stream()
                .filter(speaker ->
                        !line.has(AvailabilitySheet.UNIT) || speaker.unit().equals(line.get(AvailabilitySheet.UNIT)))
                .filter(speaker -> !line.has(AvailabilitySheet.PHONE)
                        || speaker.hasPhone(line.get(AvailabilitySheet.PHONE), sealer))
                .toList();
    }

    /// What they have free already.
    void know(Map<String, List<Shift>> times) {
        free.putAll(times);
    }

    Verdict judge(SheetLine line) {
        if (!line.sound() || !line.has(AvailabilitySheet.SPEAKER) || !line.has(AvailabilitySheet.DAY)) {
            return new Verdict.Failed(List.of());
        }
        var name = line.get(AvailabilitySheet.SPEAKER);
        var meant = meant(line);
        if (meant.isEmpty()) {
            return Verdict.failed(AvailabilitySheet.SPEAKER, "free.row.unknown", name);
        }
        return meant.size() == 1
                ? judge(line, meant.getFirst())
                : Verdict.failed(AvailabilitySheet.SPEAKER, "free.row.several", name, meant.size());
    }

    private Verdict judge(SheetLine line, KnownSpeaker speaker) {
        var parts = line.has(AvailabilitySheet.PARTS);
        var from = line.has(AvailabilitySheet.FROM);
        var to = line.has(AvailabilitySheet.TO);
        if (parts == (from || to)) {
            return Verdict.failed(AvailabilitySheet.PARTS, parts ? "free.row.both" : "free.row.neither");
        }
        if (from != to) {
            return Verdict.failed(from ? AvailabilitySheet.TO : AvailabilitySheet.FROM, "free.row.half");
        }
        var wanted = parts ? parts(line) : List.of(stretch(line));
        if (!wanted.getFirst().startsAt().isBefore(wanted.getFirst().endsAt())) {
            return Verdict.failed(AvailabilitySheet.TO, "free.row.inverted");
        }
        var id = speaker.id().toString();
        var covered = free.computeIfAbsent(id, nothing -> new ArrayList<>());
        var added = Stretches.minus(wanted, covered);
        if (added.isEmpty()) {
            return new Verdict.Unchanged(id);
        }
        covered.addAll(added);
        var after = new HashMap<>(line.values());
        after.remove(AvailabilitySheet.PHONE);
        after.put(AvailabilitySheet.SPEAKER, speaker.name());
        after.put(AvailabilitySheet.UNIT, speaker.unit());
        after.put(AvailabilitySheet.ID, id);
        after.put(AvailabilitySheet.ADDED, Stretches.text(added));
        return new Verdict.New(
                id + "/" + added.getFirst().startsAt() + "/" + added.getLast().endsAt(), after, List.of());
    }

    private List<Shift> parts(SheetLine line) {
        var day = LocalDate.parse(line.get(AvailabilitySheet.DAY));
        return Choice.parts(line.get(AvailabilitySheet.PARTS)).stream()
                .map(DayPart::valueOf)
                .sorted()
                .map(part -> new Shift(part.startsAt(day, zone), part.endsAt(day, zone)))
                .toList();
    }

    private Shift stretch(SheetLine line) {
        var day = LocalDate.parse(line.get(AvailabilitySheet.DAY));
        return new Shift(
                day.atTime(LocalTime.parse(line.get(AvailabilitySheet.FROM)))
                        .atZone(zone)
                        .toInstant(),
                day.atTime(LocalTime.parse(line.get(AvailabilitySheet.TO)))
                        .atZone(zone)
                        .toInstant());
    }
}
