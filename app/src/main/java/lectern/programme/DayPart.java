package lectern.programme;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The part of a day in which a talk may start.
public enum DayPart {
    MORNING(LocalTime.of(8, 30), LocalTime.of(10, 30)),
    AFTERNOON(LocalTime.of(14, 0), LocalTime.of(16, 30)),
    EVENING(LocalTime.of(18, 30), LocalTime.of(20, 0));

    private final LocalTime earliest;
    private final LocalTime latest;

    DayPart(LocalTime earliest, LocalTime latest) {
        this.earliest = earliest;
        this.latest = latest;
    }

    public Window on(LocalDate day, ZoneId zone) {
        return new Window(
                day.atTime(earliest).atZone(zone).toInstant(),
                day.atTime(latest).atZone(zone).toInstant());
    }
}
