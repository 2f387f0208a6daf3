package lectern.programme.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some days of the calendar as the script that draws them reads it. All times are the region's own clock, without a
/// zone, so that every device shows the same.
///
/// @param counted whether there are so many that they come as numbers
record Stretch(boolean counted, List<Counted> counts, List<Shown> talks) {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /// @param start a day, or an hour of it
    record Counted(String start, @Nullable String end, String day, int talks, int open, int offered) {}

    record Shown(
            String start,
            String end,
            String topic,
            String unit,
            String venue,
            String state,
            String look,
            String href) {}

    static Stretch counted(List<DayCount> counts, boolean byHour) {
        var rows = counts.stream()
                .map(each -> new Counted(
                        byHour
                                ? each.day().atTime(each.hour(), 0).format(WALL)
                                : each.day().toString(),
                        byHour ? each.day().atTime(each.hour(), 0).plusHours(1).format(WALL) : null,
                        each.day().toString(),
                        each.talks(),
                        each.open(),
                        each.offered()))
                .toList();
        return new Stretch(true, rows, List.of());
    }

    static Stretch of(List<CalendarTalk> talks, ZoneId zone, boolean own) {
        var rows = talks.stream()
                .map(each -> new Shown(
                        LocalDateTime.ofInstant(each.startsAt(), zone).format(WALL),
                        LocalDateTime.ofInstant(each.endsAt(), zone).format(WALL),
                        each.topic(),
                        each.unit(),
                        each.venue(),
                        each.state().name(),
                        each.state().look(),
                        each.href(own)))
                .toList();
        return new Stretch(false, List.of(), rows);
    }
}
