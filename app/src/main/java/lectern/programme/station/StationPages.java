package lectern.programme.station;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import lectern.platform.offline.Claim;
import lectern.platform.offline.KeepOffline;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import lectern.programme.request.WaitingRequests;
import lectern.programme.talk.Talk;
import lectern.programme.talk.TalkQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The keeper's home on the phone, and the two taps that report how many came.
@Controller
class StationPages {
    private static final int SHOWN = 20;
    private final TalkQueries talks;
    private final WaitingRequests requests;
    private final Headcounts headcounts;
    private final HeadcountConflicts conflicts;
    private final MessageSource messages;
    private final Clock clock;

    StationPages(
            TalkQueries talks,
            WaitingRequests requests,
            Headcounts headcounts,
            HeadcountConflicts conflicts,
            MessageSource messages,
            Clock clock) {
        this.talks = talks;
        this.requests = requests;
        this.headcounts = headcounts;
        this.conflicts = conflicts;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/station")
    @Allow(Role.KEEPER)
    @KeepOffline
    String station(
            @RequestParam(required = false) @Nullable UUID reported,
            @RequestParam(required = false) @Nullable UUID settled,
            @RequestParam(required = false) @Nullable String asked,
            Model model) {
        var now = clock.instant();
        model.addAttribute("missing", talks.withoutHeadcount(now, SHOWN));
        model.addAttribute("upcoming", talks.upcoming(now, SHOWN));
        model.addAttribute("requests", requests.open(SHOWN));
        model.addAttribute(
                "reported", reported == null ? null : talks.find(reported).orElse(null));
        model.addAttribute(
                "settled", settled == null ? null : talks.find(settled).orElse(null));
        model.addAttribute("conflicts", conflicts.open(SHOWN));
        model.addAttribute("asked", asked != null);
        return "programme/station/home";
    }

    @GetMapping("/station/talks/{id}/headcount")
    @Allow({Role.KEEPER, Role.OFFICER})
    @KeepOffline
    String form(@PathVariable UUID id, Model model) {
        var talk = find(id);
        var values = new HashMap<String, String>();
        values.put("key", UUID.randomUUID().toString());
        values.put("people", talk.attendance() == null ? "" : talk.attendance().toString());
        values.put("seen", HeadcountForm.figure(talk.attendance(), talk.attendanceSource()));
        values.put("begins", talk.startsAt().toString());
        values.put("source", talk.attendanceSource() == null ? "COUNTED" : talk.attendanceSource());
        return show(talk, Fields.of(values), model);
    }

    @PostMapping("/station/talks/{id}/headcount")
    @Allow({Role.KEEPER, Role.OFFICER})
    String report(
            @PathVariable UUID id,
            @Valid @ModelAttribute HeadcountForm form,
            BindingResult result,
            Actor actor,
            Claim claim,
            HttpServletResponse response,
            Model model) {
        var talk = find(id);
        if (form.isCorrection() && form.why().isEmpty()) {
            result.rejectValue("reason", "reason", "headcount.reason.needed");
        }
        if (result.hasErrors()) {
            response.setStatus(422);
            return show(talk, Fields.refused(result), model);
        }
        headcounts.report(actor, talk, form, claim);
        return home(actor, "reported", id);
    }

    /// A part of the talk's page: figures of it that wait for a decision.
    @GetMapping("/talks/{id}/headcounts/open")
    @Allow({Role.KEEPER, Role.OFFICER})
    String conflicts(@PathVariable UUID id, Model model) {
        model.addAttribute("conflicts", conflicts.ofTalk(find(id).id()));
        return "programme/station/conflicts";
    }

    /// A part of the desk: what waits in the officer's units.
    @GetMapping("/headcounts/open")
    @Allow({Role.KEEPER, Role.OFFICER})
    String allConflicts(Model model) {
        model.addAttribute("conflicts", conflicts.open(SHOWN));
        return "programme/station/conflicts";
    }

    /// Decides between two figures with one tap; the reason is there unless somebody writes a better one.
    @PostMapping("/talks/{id}/headcounts/{headcount}/settle")
    @Allow({Role.KEEPER, Role.OFFICER})
    String settle(
            @PathVariable UUID id,
            @PathVariable UUID headcount,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale) {
        var talk = find(id);
        if (!choice.equals("FIRST") && !choice.equals("LATER")) {
            throw Refusal.invalid("error.badRequest");
        }
        if (reason.length() > 500) {
            throw Refusal.invalid("field.tooLong");
        }
        var why =
                reason.isBlank() ? messages.getMessage("headcount.settle.why." + choice, null, locale) : reason.strip();
        headcounts.settle(actor, talk, headcount, key, choice.equals("LATER"), why);
        return home(actor, "settled", id);
    }

    private static String home(Actor actor, String what, UUID talk) {
        return actor.is(Role.KEEPER) ? "redirect:/station?" + what + "=" + talk : "redirect:/talks/" + talk;
    }

    private static String show(Talk talk, Fields fields, Model model) {
        model.addAttribute("talk", talk);
        model.addAttribute("fields", fields);
        return "programme/station/headcount";
    }

    private Talk find(UUID id) {
        return talks.find(id).orElseThrow(Refusal::notFound);
    }
}
