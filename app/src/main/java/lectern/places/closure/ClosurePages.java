package lectern.places.closure;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lectern.places.Closures;
import lectern.places.VenueQueries;
import lectern.platform.database.Identifiers;
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
import org.springframework.web.bind.annotation.RequestParam;

/// The part of a venue's page that says when it is closed; recording it leads to what breaks.
@Controller
class ClosurePages {
    private static final Duration SHOWN = Duration.ofDays(400);
    private final Closures closures;
    private final VenueQueries venues;
    private final Clock clock;

    ClosurePages(Closures closures, VenueQueries venues, Clock clock) {
        this.closures = closures;
        this.venues = venues;
        this.clock = clock;
    }

    @GetMapping("/venues/{id}/closures")
    @Allow(Role.OFFICER)
    String ofVenue(@PathVariable UUID id, Actor actor, Model model) {
        requireVenue(id);
        var now = clock.instant();
        model.addAttribute(
                "closures",
                closures.between(now, now.plus(SHOWN)).stream()
                        .filter(each -> each.venueId().equals(id))
                        .toList());
        model.addAttribute("address", "/venues/" + id + "/closures");
        model.addAttribute("today", LocalDate.ofInstant(now, actor.zone()));
        model.addAttribute("key", Identifiers.next());
        return "places/closures";
    }

    private void requireVenue(UUID id) {
        if (venues.find(id).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    @PostMapping("/venues/{id}/closures")
    @Allow(Role.OFFICER)
    String record(
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        requireVenue(id);
        if (from == null || to == null) {
            throw Refusal.invalid("closure.days.needed");
        }
        closures.record(
                key,
                id,
                Objects.requireNonNull(from).atStartOfDay(actor.zone()).toInstant(),
                Objects.requireNonNull(to)
                        .plusDays(1)
                        .atStartOfDay(actor.zone())
                        .toInstant(),
                note.strip(),
                actor);
        return "redirect:/changes";
    }

    @PostMapping("/closures/{id}/end")
    @Allow(Role.OFFICER)
    String end(@PathVariable UUID id) {
        closures.end(id);
        return "redirect:/changes";
    }
}
