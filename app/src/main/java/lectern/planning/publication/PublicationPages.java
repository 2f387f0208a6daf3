package lectern.planning.publication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.PlanQueries;
import lectern.planning.board.Boards;
import lectern.planning.board.DraftedPlans;
import lectern.planning.board.HandChanges;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Listing;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Publishing a draft: what stands in its way, who will be told what; afterwards the record of it.
@Controller
class PublicationPages {
    private final PlanQueries queries;
    private final DraftedPlans plans;
    private final Boards boards;
    private final HandChanges changes;
    private final Publication publication;
    private final Tellings tellings;

    PublicationPages(
            PlanQueries queries,
            DraftedPlans plans,
            Boards boards,
            HandChanges changes,
            Publication publication,
            Tellings tellings) {
        this.queries = queries;
        this.plans = plans;
        this.boards = boards;
        this.changes = changes;
        this.publication = publication;
        this.tellings = tellings;
    }

    /// @param part what is listed, one of [Told.Part]
    @GetMapping("/plans/{id}/publish")
    @Allow(Role.OFFICER)
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        return page(plans.find(id), part(part), q.strip(), page, request, model);
    }

    private static Told.Part part(String code) {
        return Arrays.stream(Told.Part.values())
                .filter(each -> each.name().equalsIgnoreCase(code))
                .findFirst()
                .orElse(Told.Part.SPEAKERS);
    }

    private String page(Plan plan, Told.Part part, String text, int page, HttpServletRequest request, Model model) {
        var board = boards.of(plan);
        var told = tellings.of(plan, board.draft());
        model.addAttribute("plan", plan);
        model.addAttribute("board", board);
        model.addAttribute("told", told);
        model.addAttribute("citizens", tellings.citizens(board.draft()));
        model.addAttribute("summary", Boards.summary(board));
        model.addAttribute("part", part);
        model.addAttribute("address", Address.of(request));
        switch (part) {
            case SPEAKERS -> model.addAttribute("readers", listing(told.speakers(text), page));
            case HOSTS -> model.addAttribute("readers", listing(told.hosts(text), page));
            case CHANGES -> model.addAttribute("lines", listing(told.different(text), page));
            case WAITING -> model.addAttribute("lines", listing(told.waiting(text), page));
        }
        return "planning/publish";
    }

    private static <T> Listing<T> listing(List<T> all, int page) {
        var rows = all.stream().skip(Listing.offset(page)).limit(Listing.SIZE).toList();
        return Listing.of(rows, all.size(), Listing.page(page));
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
            HttpServletRequest request,
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
            return page(now, Told.Part.SPEAKERS, "", 1, request, model);
        }
        return "redirect:/plans/" + id + "/publish";
    }
}
