package lectern.planning.note;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.PlanQueries;
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

/// The part of a plan's page, and of a talk's panel, that holds the notes.
@Controller
class NotePages {
    private final PlanQueries plans;
    private final Notes notes;
    private final NoteQueries queries;

    NotePages(PlanQueries plans, Notes notes, NoteQueries queries) {
        this.plans = plans;
        this.notes = notes;
        this.queries = queries;
    }

    /// @param talk only the notes on that talk
    @GetMapping("/plans/{id}/notes")
    @Allow(Role.OFFICER)
    String list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID talk,
            @RequestParam(defaultValue = "1") int page,
            Actor actor,
            Model model) {
        return part(plan(id), talk, page, actor, model);
    }

    private Plan plan(UUID id) {
        return plans.find(id).orElseThrow(Refusal::notFound);
    }

    private String part(Plan plan, @Nullable UUID talk, int page, Actor actor, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("talk", talk);
        model.addAttribute("notes", queries.of(plan.id(), talk, actor.accountId(), page));
        model.addAttribute("key", UUID.randomUUID());
        return "planning/notes";
    }

    @PostMapping("/plans/{id}/notes")
    @Allow(Role.OFFICER)
    String write(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID talk,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable UUID key,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var plan = plan(id);
        try {
            notes.write(actor, plan, talk, text.strip(), key == null ? UUID.randomUUID() : key);
            model.addAttribute("open", true);
        } catch (Refusal refusal) {
            if (refusal.status().value() == 404) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("refused", refusal.key());
            model.addAttribute("text", text);
        }
        return part(plan, talk, 1, actor, model);
    }

    @PostMapping("/plans/{id}/notes/{note}/retract")
    @Allow(Role.OFFICER)
    String retract(
            @PathVariable UUID id,
            @PathVariable UUID note,
            @RequestParam(required = false) @Nullable UUID talk,
            Actor actor,
            Model model) {
        var plan = plan(id);
        notes.retract(actor, plan, note);
        model.addAttribute("open", true);
        return part(plan, talk, 1, actor, model);
    }
}
