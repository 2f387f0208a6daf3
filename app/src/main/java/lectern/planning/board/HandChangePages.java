package lectern.planning.board;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changes by hand from the panel: give a talk to somebody, or leave it out.
@Controller
class HandChangePages {
    private final DraftedPlans plans;
    private final HandChanges changes;
    private final TalkDetails details;

    HandChangePages(DraftedPlans plans, HandChanges changes, TalkDetails details) {
        this.plans = plans;
        this.changes = changes;
        this.details = details;
    }

    @PostMapping("/plans/{id}/talks/{request}/assign")
    @Allow(Role.OFFICER)
    String assign(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable UUID speaker,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var plan = plans.find(id);
        if (speaker == null) {
            throw Refusal.invalid("plan.refused.speaker");
        }
        var broken = changes.assign(plan, request, speaker, instant(start, actor), version);
        if (!broken.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return details.show(plan, request, broken, model);
        }
        return changed(id, request, response, model);
    }

    private static Instant instant(@Nullable String start, Actor actor) {
        try {
            return LocalDateTime.parse(start == null ? "" : start)
                    .atZone(actor.zone())
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("plan.refused.start");
        }
    }

    @PostMapping("/plans/{id}/talks/{request}/leave-out")
    @Allow(Role.OFFICER)
    String leaveOut(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "-1") int version,
            HttpServletResponse response,
            Model model) {
        changes.leaveOut(plans.find(id), request, version);
        return changed(id, request, response, model);
    }

    private String changed(UUID id, UUID request, HttpServletResponse response, Model model) {
        response.setHeader("HX-Trigger", "planChanged");
        return details.show(plans.find(id), request, List.of(), model);
    }
}
