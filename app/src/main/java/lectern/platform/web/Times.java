package lectern.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people of the region read them.
public record Times(ZoneId zone, Locale locale, Clock clock) {
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
        var sameYear = day.getYear() == today().getYear();
        var pattern = chinese() ? (sameYear ? "M月d日 EEE" : "yyyy年M月d日") : (sameYear ? "EEE d MMM" : "d MMM yyyy");
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
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
        return DateTimeFormatter.ofPattern(chinese() ? "yyyy年M月" : "MMMM yyyy", locale)
                .format(day);
    }

    /// For the value of a field of type datetime-local.
    public String field(Instant instant) {
        return ISO_LOCAL.format(instant.atZone(zone));
    }

    private boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
