package lectern.people.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lectern.people.Shift;

/// A day of a speaker: which parts of it are free.
public record FreeDay(LocalDate day, Map<DayPart, Cover> parts) {
    /// How much of a part is free.
    public enum Cover {
        FREE,
        PARTLY,
        BUSY
    }

    /// So much may be missing of a part that still counts as free: an hour for getting up or coming home.
    private static final Duration MISSING = Duration.ofHours(1);

    static FreeDay of(LocalDate day, List<Shift> shifts, ZoneId zone) {
        var parts = new EnumMap<DayPart, Cover>(DayPart.class);
        for (var part : DayPart.values()) {
            parts.put(part, cover(part.startsAt(day, zone), part.endsAt(day, zone), shifts));
        }
        return new FreeDay(day, parts);
    }

    private static Cover cover(Instant from, Instant to, List<Shift> shifts) {
        var free = Duration.ZERO;
        for (var shift : shifts) {
            var start = shift.startsAt().isAfter(from) ? shift.startsAt() : from;
            var end = shift.endsAt().isBefore(to) ? shift.endsAt() : to;
            if (start.isBefore(end)) {
                free = free.plus(Duration.between(start, end));
            }
        }
        if (free.isZero()) {
            return Cover.BUSY;
        }
        return free.plus(MISSING).compareTo(Duration.between(from, to)) >= 0 ? Cover.FREE : Cover.PARTLY;
    }

    public Cover cover(DayPart part) {
        return parts.getOrDefault(part, Cover.BUSY);
    }

    public boolean isBusy() {
        return parts.values().stream().allMatch(cover -> cover == Cover.BUSY);
    }
}
