package lectern.planning.disruption;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.people.Absences;
import lectern.places.Closures;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is away or closed, what that breaks, and the change that mends it.
@Controller
class ChangePages {
    private static final Duration AHEAD = Duration.ofDays(400);
    private final Absences absences;
    private final Closures closures;
    private final BrokenTalks broken;
    private final Proposals proposals;
    private final ProposalQueries queries;
    private final Clock clock;

    ChangePages(
            Absences absences,
            Closures closures,
            BrokenTalks broken,
            Proposals proposals,
            ProposalQueries queries,
            Clock clock) {
        this.absences = absences;
        this.closures = closures;
        this.broken = broken;
        this.proposals = proposals;
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping("/changes")
    @Allow(Role.OFFICER)
    String changes(Actor actor, Model model) {
        var now = clock.instant();
        var hit = broken.after(now);
        model.addAttribute(
                "absences",
                absences.between(now, now.plus(AHEAD)).stream().map(Away::of).toList());
        model.addAttribute(
                "closures",
                closures.between(now, now.plus(AHEAD)).stream().map(Away::of).toList());
        model.addAttribute("days", byDay(hit, actor));
        model.addAttribute(
                "hits",
                hit.stream()
                        .collect(Collectors.groupingBy(talk -> String.valueOf(talk.causeId()), Collectors.counting())));
        model.addAttribute("open", broken.withoutSpeaker(now));
        model.addAttribute("now", now);
        model.addAttribute("today", LocalDate.ofInstant(now, actor.zone()));
        model.addAttribute("fields", Fields.of(Map.of()));
        return "planning/change/changes";
    }

    private static TreeMap<LocalDate, List<BrokenTalk>> byDay(List<BrokenTalk> hit, Actor actor) {
        return hit.stream()
                .collect(Collectors.groupingBy(
                        talk -> LocalDate.ofInstant(talk.startsAt(), actor.zone()), TreeMap::new, Collectors.toList()));
    }

    /// A line for other pages: that something is broken, and where it is mended. Empty when nothing is.
    @GetMapping("/changes/hint")
    @Allow(Role.OFFICER)
    String hint(Model model) {
        model.addAttribute("broken", broken.count(clock.instant()));
        return "planning/change/hint";
    }

    /// The same on the page of a talk that is hit.
    @GetMapping("/talks/{id}/changes")
    @Allow(Role.OFFICER)
    String ofTalk(@PathVariable UUID id, Model model) {
        model.addAttribute("cause", broken.causeOf(id, clock.instant()).orElse(null));
        return "planning/change/talk-hint";
    }

    @PostMapping("/changes/speaker")
    @Allow(Role.OFFICER)
    String speakerAway(
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable UUID speaker,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        if (speaker == null || from == null || to == null) {
            throw Refusal.invalid("absence.days.needed");
        }
        absences.record(
                key,
                speaker,
                from.atStartOfDay(actor.zone()).toInstant(),
                to.plusDays(1).atStartOfDay(actor.zone()).toInstant(),
                note.strip(),
                actor);
        return "redirect:/changes";
    }

    @PostMapping("/changes/venue")
    @Allow(Role.OFFICER)
    String venueClosed(
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable UUID venue,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        if (venue == null || from == null || to == null) {
            throw Refusal.invalid("closure.days.needed");
        }
        closures.record(
                key,
                venue,
                from.atStartOfDay(actor.zone()).toInstant(),
                to.plusDays(1).atStartOfDay(actor.zone()).toInstant(),
                note.strip(),
                actor);
        return "redirect:/changes";
    }

    /// @param cause of an absence or a closure; without one all that is broken
    @PostMapping("/changes/proposals")
    @Allow(Role.OFFICER)
    String propose(@RequestParam UUID key, @RequestParam(required = false) @Nullable UUID cause, Actor actor) {
        return "redirect:/changes/" + proposals.propose(key, cause, actor);
    }

    @GetMapping("/changes/{change}")
    @Allow(Role.OFFICER)
    String show(@PathVariable UUID change, Model model) {
        model.addAttribute("proposal", queries.find(change).orElseThrow(Refusal::notFound));
        return "planning/change/proposal";
    }

    @PostMapping("/changes/{change}/apply")
    @Allow(Role.OFFICER)
    String apply(@PathVariable UUID change, @RequestParam(required = false) @Nullable List<UUID> talk, Actor actor) {
        proposals.apply(change, new HashSet<>(talk == null ? List.of() : talk), actor);
        return "redirect:/changes/" + change;
    }

    @PostMapping("/changes/{change}/discard")
    @Allow(Role.OFFICER)
    String discard(@PathVariable UUID change) {
        proposals.discard(change);
        return "redirect:/changes";
    }
}
