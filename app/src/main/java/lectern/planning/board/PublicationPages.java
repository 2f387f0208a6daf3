package lectern.planning.board;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.PlanQueries;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Publishing a draft, and what stands in its way.
@Controller
class PublicationPages {
    private final PlanQueries queries;
    private final DraftedPlans plans;
    private final Boards boards;
    private final HandChanges changes;
    private final Publication publication;

    PublicationPages(
            PlanQueries queries, DraftedPlans plans, Boards boards, HandChanges changes, Publication publication) {
        this.queries = queries;
        this.plans = plans;
        this.boards = boards;
        this.changes = changes;
        this.publication = publication;
    }

    @GetMapping("/plans/{id}/publish")
    @Allow(Role.OFFICER)
    String publish(@PathVariable UUID id, Model model) {
        var plan = plans.find(id);
        if (!plan.isDraft()) {
            return "redirect:/plans/" + id;
        }
        return publish(plan, model);
    }

    private String publish(Plan plan, Model model) {
        var board = boards.of(plan);
        model.addAttribute("plan", plan);
        model.addAttribute("board", board);
        model.addAttribute("summary", Boards.summary(board));
        return "planning/publish";
    }

    /// Keeps what can be published of a draft with clashes.
    @PostMapping("/plans/{id}/leave-out-clashes")
    @Allow(Role.OFFICER)
    String leaveOutClashes(@PathVariable UUID id, @RequestParam(defaultValue = "-1") int version) {
        changes.leaveOutClashes(plans.find(id), version);
        return find(id).served() == 0 ? "redirect:/plans/" + id : "redirect:/plans/" + id + "/publish";
    }

    private Plan find(UUID id) {
        return queries.find(id).orElseThrow(Refusal::notFound);
    }

    @PostMapping("/plans/{id}/publish")
    @Allow(Role.OFFICER)
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var plan = plans.find(id);
        try {
            publication.publish(actor, plan, version);
        } catch (Refusal refusal) {
            var now = find(id);
            if (!now.hasResult()) {
                throw refusal;
            }
            model.addAllAttributes(Map.of("refused", refusal.key(), "arguments", refusal.arguments()));
            response.setStatus(refusal.status().value());
            return publish(now, model);
        }
        return "redirect:/plans/" + id;
    }
}
