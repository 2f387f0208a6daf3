package lectern.people.absence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lectern.people.Absences;
import lectern.people.SpeakerNames;
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

/// The part of a speaker's page that says when he is away; recording it leads to what breaks.
@Controller
class AbsencePages {
    private static final Duration SHOWN = Duration.ofDays(400);
    private final Absences absences;
    private final SpeakerNames names;
    private final Clock clock;

    AbsencePages(Absences absences, SpeakerNames names, Clock clock) {
        this.absences = absences;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/speakers/{id}/absences")
    @Allow(Role.OFFICER)
    String ofSpeaker(@PathVariable UUID id, Actor actor, Model model) {
        requireSpeaker(id);
        var now = clock.instant();
        model.addAttribute(
                "absences",
                absences.between(now, now.plus(SHOWN)).stream()
                        .filter(each -> each.speakerId().equals(id))
                        .toList());
        model.addAttribute("address", "/speakers/" + id + "/absences");
        model.addAttribute("today", LocalDate.ofInstant(now, actor.zone()));
        model.addAttribute("key", Identifiers.next());
        return "people/absences";
    }

    private void requireSpeaker(UUID id) {
        if (!names.of(List.of(id)).containsKey(id)) {
            throw Refusal.notFound();
        }
    }

    @PostMapping("/speakers/{id}/absences")
    @Allow(Role.OFFICER)
    String record(
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String note,
            Actor actor) {
        requireSpeaker(id);
        if (from == null || to == null) {
            throw Refusal.invalid("absence.days.needed");
        }
        absences.record(
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

    @PostMapping("/absences/{id}/end")
    @Allow(Role.OFFICER)
    String end(@PathVariable UUID id) {
        absences.end(id);
        return "redirect:/changes";
    }
}
