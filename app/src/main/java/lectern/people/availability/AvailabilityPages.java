package lectern.people.availability;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lectern.people.SpeakerName;
import lectern.people.SpeakerNames;
import lectern.platform.offline.KeepOffline;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Saying when there is time: an officer for a speaker, a speaker for himself.
@Controller
class AvailabilityPages {
    private static final int WEEKS = 4;
    private final FreeTimes freeTimes;
    private final SpeakerNames names;
    private final Clock clock;

    AvailabilityPages(FreeTimes freeTimes, SpeakerNames names, Clock clock) {
        this.freeTimes = freeTimes;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/speakers/{id}/availability")
    @Allow(Role.OFFICER)
    String ofSpeaker(@PathVariable UUID id, @RequestParam @Nullable LocalDate from, Actor actor, Model model) {
        return page(id, "/speakers/" + id + "/availability", from, actor, model);
    }

    @PostMapping("/speakers/{id}/availability")
    @Allow(Role.OFFICER)
    String set(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String choice,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            Actor actor,
            Model model) {
        return set(id, "/speakers/" + id + "/availability", choice, !part.isEmpty(), actor, model);
    }

    @GetMapping("/tasks/availability")
    @Allow(Role.SPEAKER)
    @KeepOffline
    String own(@RequestParam @Nullable LocalDate from, Actor actor, Model model) {
        return page(own(actor), "/tasks/availability", from, actor, model);
    }

    @PostMapping("/tasks/availability")
    @Allow(Role.SPEAKER)
    String setOwn(
            @RequestParam(defaultValue = "") String choice,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            Actor actor,
            Model model) {
        return set(own(actor), "/tasks/availability", choice, !part.isEmpty(), actor, model);
    }

    private static UUID own(Actor actor) {
        var speaker = actor.speakerId();
        if (speaker == null) {
            throw Refusal.notFound();
        }
        return speaker;
    }

    private String page(UUID id, String address, @Nullable LocalDate from, Actor actor, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        var first = from == null || from.isBefore(today) ? today : from;
        model.addAttribute("speaker", name(id));
        model.addAttribute("address", address);
        model.addAttribute("weeks", freeTimes.weeks(id, first, WEEKS, actor.zone()));
        model.addAttribute("today", today);
        model.addAttribute("first", first);
        model.addAttribute("next", monday(first).plusWeeks(WEEKS));
        return "people/availability";
    }

    private String set(UUID id, String address, String choice, boolean part, Actor actor, Model model) {
        name(id);
        var wanted = Choice.read(choice);
        freeTimes.set(id, wanted.days(), wanted.parts(), wanted.free(), actor.zone());
        if (!part) {
            return "redirect:" + address + "?from=" + wanted.days().getFirst();
        }
        model.addAttribute("address", address);
        model.addAttribute("day", freeTimes.day(id, wanted.days().getFirst(), actor.zone()));
        return "people/free-day";
    }

    private SpeakerName name(UUID id) {
        var name = names.of(List.of(id)).get(id);
        if (name == null) {
            throw Refusal.notFound();
        }
        return name;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// What a button sends: `2026-11-23/MORNING/free`, or `2026-11-23/WEEK/busy` for that day's working week.
    private record Choice(List<LocalDate> days, List<DayPart> parts, boolean free) {
        static Choice read(String text) {
            var words = text.split("/", -1);
            if (words.length != 3 || !(words[2].equals("free") || words[2].equals("busy"))) {
                throw Refusal.invalid("error.badRequest");
            }
            try {
                var day = LocalDate.parse(words[0]);
                var free = words[2].equals("free");
                return words[1].equals("WEEK")
                        ? week(day, free)
                        : new Choice(List.of(day), List.of(DayPart.valueOf(words[1])), free);
            } catch (DateTimeParseException | IllegalArgumentException unreadable) {
                throw Refusal.invalid("error.badRequest");
            }
        }

        /// Making a week free means mornings and afternoons of Monday to Friday; making it busy means all of it.
        private static Choice week(LocalDate day, boolean free) {
            var days = IntStream.range(0, free ? 5 : 7)
                    .mapToObj(monday(day)::plusDays)
                    .toList();
            var parts = free ? List.of(DayPart.MORNING, DayPart.AFTERNOON) : List.of(DayPart.values());
            return new Choice(days, parts, free);
        }
    }
}
