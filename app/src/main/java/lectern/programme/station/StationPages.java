package lectern.programme.station;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import lectern.programme.request.WaitingRequests;
import lectern.programme.talk.Talk;
import lectern.programme.talk.TalkQueries;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;

    StationPages(TalkQueries talks, WaitingRequests requests, Headcounts headcounts, Clock clock) {
        this.talks = talks;
        this.requests = requests;
        this.headcounts = headcounts;
        this.clock = clock;
    }

    @GetMapping("/station")
    @Allow(Role.KEEPER)
    String station(
            @RequestParam(required = false) @Nullable UUID reported,
            @RequestParam(required = false) @Nullable String asked,
            Model model) {
        var now = clock.instant();
        model.addAttribute("missing", talks.withoutHeadcount(now, SHOWN));
        model.addAttribute("upcoming", talks.upcoming(now, SHOWN));
        model.addAttribute("requests", requests.open(SHOWN));
        model.addAttribute(
                "reported", reported == null ? null : talks.find(reported).orElse(null));
        model.addAttribute("asked", asked != null);
        return "programme/station/home";
    }

    @GetMapping("/station/talks/{id}/headcount")
    @Allow({Role.KEEPER, Role.OFFICER})
    String form(@PathVariable UUID id, Model model) {
        var talk = find(id);
        var values = new HashMap<String, String>();
        values.put("key", UUID.randomUUID().toString());
        values.put("people", talk.attendance() == null ? "" : talk.attendance().toString());
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
            HttpServletResponse response,
            Model model) {
        var talk = find(id);
        var reason = form.reason() == null ? "" : form.reason().strip();
        if (result.hasErrors()) {
            response.setStatus(422);
            return show(talk, Fields.refused(result), model);
        }
        headcounts.report(
                actor,
                talk,
                Objects.requireNonNull(form.key()),
                Objects.requireNonNull(form.people()),
                Objects.requireNonNull(form.source()),
                reason);
        return actor.is(Role.KEEPER) ? "redirect:/station?reported=" + id : "redirect:/talks/" + id;
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
