package lectern.insight.coverage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lectern.platform.web.Fields;
import lectern.programme.DayPart;
import lectern.programme.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// What the requests that close gaps have in common, and which villages they are for.
///
/// @param all every village that the filters match, in place of `village`
/// @param listed the villages on the page; null when the officer comes from the coverage
/// @param village those of them that are ticked
public record GapForm(
        @Nullable UUID key,
        @Nullable UUID topic,
        @Nullable String segment,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate firstDay,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate lastDay,

        @Nullable List<DayPart> part,
        @Nullable Boolean all,
        @Nullable List<UUID> listed,
        @Nullable List<UUID> village) {
    static final int MOST_DAYS = 31;

    boolean isFirst() {
        return listed == null || listed.isEmpty();
    }

    List<UUID> ticked() {
        return village == null ? List.of() : village;
    }

    Subject subject() {
        return Subject.of(topic, Objects.requireNonNullElse(segment, ""));
    }

    /// With two weeks from next Monday, in the daytime, where nothing was chosen yet.
    GapForm started(LocalDate today) {
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return new GapForm(
                UUID.randomUUID(),
                topic,
                segment,
                firstDay == null ? monday : firstDay,
                lastDay == null ? (firstDay == null ? monday : firstDay).plusDays(13) : lastDay,
                part == null ? List.of(DayPart.MORNING, DayPart.AFTERNOON) : part,
                all,
                listed,
                village);
    }

    Map<String, Fields.Problem> problems(LocalDate today, List<UUID> topics, List<String> segments) {
        var problems = new LinkedHashMap<String, Fields.Problem>();
        if (topic == null || !topics.contains(topic)) {
            problems.put("topic", new Fields.Problem("field.choose"));
        }
        if (segment == null || !segments.contains(segment)) {
            problems.put("segment", new Fields.Problem("field.choose"));
        }
        if (firstDay == null) {
            problems.put("firstDay", new Fields.Problem("field.required"));
        } else if (!firstDay.isAfter(today)) {
            problems.put("firstDay", new Fields.Problem("coverage.close.past"));
        }
        if (lastDay == null) {
            problems.put("lastDay", new Fields.Problem("field.required"));
        } else if (firstDay != null && lastDay.isBefore(firstDay)) {
            problems.put("lastDay", new Fields.Problem("coverage.close.backwards"));
        } else if (firstDay != null && ChronoUnit.DAYS.between(firstDay, lastDay) >= MOST_DAYS) {
            problems.put("lastDay", new Fields.Problem("coverage.close.long", MOST_DAYS));
        }
        if (part == null || part.isEmpty()) {
            problems.put("part", new Fields.Problem("coverage.close.noPart"));
        }
        return problems;
    }

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("key", Objects.toString(key, ""));
        values.put("topic", Objects.toString(topic, ""));
        values.put("segment", Objects.toString(segment, ""));
        values.put("firstDay", Objects.toString(firstDay, ""));
        values.put("lastDay", Objects.toString(lastDay, ""));
        return values;
    }

    /// Each chosen part of each day of the period.
    List<Window> windows(ZoneId zone) {
        return Objects.requireNonNull(firstDay)
                .datesUntil(Objects.requireNonNull(lastDay).plusDays(1))
                .flatMap(day -> parts().map(each -> each.on(day, zone)))
                .toList();
    }

    public boolean hasPart(String name) {
        return parts().anyMatch(each -> each.name().equals(name));
    }

    private Stream<DayPart> parts() {
        return part == null ? Stream.of() : part.stream().distinct().sorted();
    }
}
