package lectern.programme.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.content.TopicQueries;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.people.SpeakerNames;
import lectern.places.Venue;
import lectern.places.VenueQueries;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Pick;
import lectern.platform.web.Refusal;
import lectern.programme.PublishedPlans;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The calendar: month and week are drawn from what `/calendar/talks` answers, day and agenda are lists.
@Controller
class CalendarPages {
    /// Talks of a month or week that are shown one by one; more are counted.
    private static final int MOST_SHOWN = 150;

    private static final int LONGEST_STRETCH = 50;
    private static final int AGENDA_DAYS = 366;
    private final CalendarQueries queries;
    private final TopicQueries topics;
    private final UnitNames units;
    private final VenueQueries venues;
    private final SpeakerNames speakers;
    private final PublishedPlans plans;
    private final Clock clock;

    CalendarPages(
            CalendarQueries queries,
            TopicQueries topics,
            UnitNames units,
            VenueQueries venues,
            SpeakerNames speakers,
            PublishedPlans plans,
            Clock clock) {
        this.queries = queries;
        this.topics = topics;
        this.units = units;
        this.venues = venues;
        this.speakers = speakers;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER})
    String calendar(@ModelAttribute CalendarAsked asked, Actor actor, HttpServletRequest request, Model model) {
        var chosen = Objects.requireNonNullElse(asked.view(), "");
        var view = CalendarView.of(chosen);
        var day = asked.day() == null ? LocalDate.ofInstant(clock.instant(), actor.zone()) : asked.day();
        var drawn = chosen.isEmpty() || view == CalendarView.MONTH || view == CalendarView.WEEK;
        var below = below(asked);
        var filter = filter(asked, below, actor);
        model.addAttribute("chosen", chosen);
        model.addAttribute("drawn", drawn);
        model.addAttribute("day", day);
        model.addAttribute("topics", topics.offered());
        model.addAttribute("names", names(asked, below));
        var address = Address.of(request);
        model.addAttribute("address", address);
        model.addAttribute(
                "links",
                new CalendarLinks(address, chosen, day, LocalDateTime.ofInstant(clock.instant(), actor.zone())));
        model.addAttribute("own", filter.own());
        if (view == CalendarView.DAY || view == CalendarView.AGENDA) {
            var until = view == CalendarView.DAY ? day.plusDays(1) : day.plusDays(AGENDA_DAYS);
            model.addAttribute(
                    "listing", queries.list(filter, day, until, Objects.requireNonNullElse(asked.page(), 1)));
        }
        return "programme/calendar/calendar";
    }

    /// The talks of some days, or how many there are, for the script that draws month and week.
    @GetMapping("/calendar/talks")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER})
    @ResponseBody
    Stretch talks(
            @ModelAttribute CalendarAsked asked,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "false") boolean byHour,
            @RequestParam(defaultValue = "false") boolean onlyCounts,
            Actor actor) {
        var first = from == null ? today(actor, clock.instant()) : from;
        var end = until == null ? first.plusDays(1) : until;
        if (!first.isBefore(end) || ChronoUnit.DAYS.between(first, end) > LONGEST_STRETCH) {
            throw Refusal.invalid("calendar.stretch", LONGEST_STRETCH);
        }
        var filter = filter(asked, below(asked), actor);
        var counts = queries.counts(filter, first, end, byHour, actor.zone());
        return onlyCounts || counts.stream().mapToInt(DayCount::talks).sum() > MOST_SHOWN
                ? Stretch.counted(counts, byHour)
                : Stretch.of(queries.talks(filter, first, end, MOST_SHOWN, 0), actor.zone(), filter.own());
    }

    /// Published plans to pick from.
    @GetMapping("/calendar/plans")
    @Allow(Role.OFFICER)
    @ResponseBody
    List<Pick> plans(@RequestParam(defaultValue = "") String q) {
        return plans.pick(q.strip());
    }

    private static LocalDate today(Actor actor, Instant now) {
        return LocalDate.ofInstant(now, actor.zone());
    }

    private @Nullable Unit below(CalendarAsked asked) {
        return asked.unit() == null ? null : units.find(asked.unit()).orElseThrow(Refusal::notFound);
    }

    private static CalendarFilter filter(CalendarAsked asked, @Nullable Unit below, Actor actor) {
        var own = actor.is(Role.SPEAKER);
        return new CalendarFilter(
                own,
                actor.cityId(),
                below == null ? "" : below.path(),
                asked.venue(),
                own ? null : asked.speaker(),
                own ? null : asked.plan(),
                asked.topic(),
                asked.state());
    }

    /// What the calendar is narrowed to, by name.
    private Map<String, String> names(CalendarAsked asked, @Nullable Unit below) {
        return Map.of(
                "unit",
                below == null ? "" : below.name(),
                "venue",
                asked.venue() == null
                        ? ""
                        : venues.find(asked.venue()).map(Venue::name).orElse(""),
                "speaker",
                asked.speaker() == null ? "" : speakerName(asked.speaker()),
                "plan",
                asked.plan() == null ? "" : plans.name(asked.plan()));
    }

    private String speakerName(UUID id) {
        var found = speakers.of(List.of(id)).get(id);
        return found == null ? "" : found.name();
    }
}
