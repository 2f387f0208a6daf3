package lectern.planning.board;

import java.util.List;
import java.util.UUID;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Why this speaker, why nobody, and who else.
@Controller
class TalkDetailPages {
    private final DraftedPlans plans;
    private final Boards boards;
    private final Explanations explanations;
    private final TalkDetails details;

    TalkDetailPages(DraftedPlans plans, Boards boards, Explanations explanations, TalkDetails details) {
        this.plans = plans;
        this.boards = boards;
        this.explanations = explanations;
        this.details = details;
    }

    /// Why this speaker, or why not served, and what can be done by hand.
    @GetMapping("/plans/{id}/talks/{request}")
    @Allow(Role.OFFICER)
    String talk(@PathVariable UUID id, @PathVariable UUID request, Model model) {
        return details.show(plans.find(id), request, List.of(), model);
    }

    @GetMapping("/plans/{id}/speakers")
    @Allow(Role.OFFICER)
    String speakers(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID talk,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var plan = plans.find(id);
        var draft = boards.of(plan).draft();
        model.addAttribute("plan", plan);
        model.addAttribute("talk", talk == null ? "" : talk.toString());
        model.addAttribute("candidates", talk == null ? List.of() : explanations.candidates(draft, talk, q.strip()));
        return "planning/speakers";
    }
}
