package lectern.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Times as people of the region read them.
public record Times(ZoneId zone, Words words, Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter ISO_LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /// The local day of now.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// `14:30`
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /// `11月23日 周一` or `Mon 23 Nov`; with the year when it is not this one.
    public String day(LocalDate day) {
        return formatted(day.getYear() == today().getYear() ? "time.day" : "time.dayOfYear", day);
    }

    /// `11月23日 周一 14:30`
    public String moment(Instant instant) {
        return day(day(instant)) + " " + time(instant);
    }

    /// `11月23日 周一 14:30–15:30`
    public String span(Instant from, Instant to) {
        return moment(from) + "–" + time(to);
    }

    /// `2026年11月` or `November 2026`
    public String month(LocalDate day) {
        return formatted("time.month", day);
    }

    /// For the value of a field of type datetime-local.
    public String field(Instant instant) {
        return ISO_LOCAL.format(instant.atZone(zone));
    }

    /// @param key of the pattern in the bundles
    private String formatted(String key, LocalDate day) {
        return DateTimeFormatter.ofPattern(words.of(key), words.locale()).format(day);
    }
}
