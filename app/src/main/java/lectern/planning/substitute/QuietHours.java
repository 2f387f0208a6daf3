package lectern.planning.substitute;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The hours in which nobody is asked and no time limit runs: people sleep.
final class QuietHours {
    static final LocalTime FROM = LocalTime.of(21, 0);
    static final LocalTime TO = LocalTime.of(7, 30);

    private QuietHours() {}

    static boolean at(Instant moment, ZoneId zone) {
        var time = moment.atZone(zone).toLocalTime();
        return !time.isBefore(FROM) || time.isBefore(TO);
    }

    /// The moment after that many minutes outside of the quiet hours.
    static Instant after(Instant moment, int minutes, ZoneId zone) {
        var left = Duration.ofMinutes(minutes);
        var now = at(moment, zone) ? morning(moment.atZone(zone)) : moment.atZone(zone);
        while (true) {
            var evening = now.toLocalDate().atTime(FROM).atZone(zone);
            var today = Duration.between(now, evening);
            if (left.compareTo(today) <= 0) {
                return now.plus(left).toInstant();
            }
            left = left.minus(today);
            now = morning(evening);
        }
    }

    private static ZonedDateTime morning(ZonedDateTime night) {
        var day = night.toLocalTime().isBefore(TO)
                ? night.toLocalDate()
                : night.toLocalDate().plusDays(1);
        return day.atTime(TO).atZone(night.getZone());
    }
}
