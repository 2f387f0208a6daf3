package lectern.people.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The parts of a day in which people say whether they have time.
public enum DayPart {
    MORNING(LocalTime.of(8, 0), LocalTime.of(12, 0)),
    AFTERNOON(LocalTime.of(13, 0), LocalTime.of(18, 0)),
    EVENING(LocalTime.of(18, 30), LocalTime.of(21, 30));

    private final LocalTime from;
    private final LocalTime to;

    DayPart(LocalTime from, LocalTime to) {
        this.from = from;
        this.to = to;
    }

    public Instant startsAt(LocalDate day, ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    public Instant endsAt(LocalDate day, ZoneId zone) {
        return day.atTime(to).atZone(zone).toInstant();
    }
}
