package lectern.planning.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The period of a plan. The planner counts minutes from the local midnight that begins the first day.
///
/// @param to the midnight that ends the last day
public record Horizon(LocalDate firstDay, LocalDate lastDay, ZoneId zone, Instant from, Instant to) {
    public static Horizon of(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        return new Horizon(
                firstDay,
                lastDay,
                zone,
                firstDay.atStartOfDay(zone).toInstant(),
                lastDay.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// The whole minute in which that instant lies.
    public int minute(Instant instant) {
        return Math.toIntExact(Math.floorDiv(Duration.between(from, instant).toSeconds(), 60));
    }

    /// The first whole minute that is not before that instant.
    public int minuteNotBefore(Instant instant) {
        return Math.toIntExact(Math.ceilDiv(Duration.between(from, instant).toSeconds(), 60));
    }

    public Instant instant(int minute) {
        return from.plusSeconds(60L * minute);
    }

    /// The minute at which it ends.
    public int length() {
        return minute(to);
    }

    public LocalDate day(int minute) {
        return LocalDate.ofInstant(instant(minute), zone);
    }
}
