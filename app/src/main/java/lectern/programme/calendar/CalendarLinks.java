package lectern.programme.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import lectern.platform.web.Address;
import org.springframework.web.util.UriComponentsBuilder;

/// Where the calendar's page leads: other days and views with the same filters.
///
/// @param chosen the view in the address, empty where nobody chose
/// @param nowThere the region's clock
public record CalendarLinks(Address address, String chosen, LocalDate day, LocalDateTime nowThere) {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /// Without a chosen view a desk shows the month; a phone, whose agenda lies behind it, steps by months too.
    private CalendarView view() {
        return chosen.isEmpty() ? CalendarView.MONTH : CalendarView.of(chosen);
    }

    public LocalDate first() {
        return view().first(day);
    }

    public String previous() {
        return at("/calendar", Map.of("day", view().step(day, -1).toString()));
    }

    public String next() {
        return at("/calendar", Map.of("day", view().step(day, 1).toString()));
    }

    public String today() {
        return at("/calendar", Map.of("day", ""));
    }

    public String view(String word) {
        return at("/calendar", Map.of("view", word));
    }

    public String clear() {
        var kept = new TreeMap<String, String>();
        kept.put("view", chosen);
        kept.put("day", address.get("day"));
        return address("/calendar", kept);
    }

    /// What the script reads; it adds the days.
    public String talks() {
        return at("/calendar/talks", Map.of("view", "", "day", ""));
    }

    /// A day's list; the script adds the day.
    public String days() {
        return at("/calendar", Map.of("view", "day", "day", ""));
    }

    public String now() {
        return nowThere.format(WALL);
    }

    private String at(String path, Map<String, String> changes) {
        var query = new TreeMap<>(address.query());
        query.put("view", chosen);
        query.remove("page");
        query.putAll(changes);
        return address(path, query);
    }

    private static String address(String path, Map<String, String> query) {
        var builder = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                builder.queryParam(name, "{" + name + "}");
            }
        });
        return builder.encode().buildAndExpand(query).toUriString();
    }
}
