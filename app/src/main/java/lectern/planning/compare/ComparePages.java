package lectern.planning.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.Plans;
import lectern.planning.board.Boards;
import lectern.planning.board.DraftedPlans;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Listing;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Puts a second plan beside one, and takes over one of the two.
@Controller
class ComparePages {
    private final DraftedPlans plans;
    private final Boards boards;
    private final ComparisonQueries queries;
    private final Plans all;

    ComparePages(DraftedPlans plans, Boards boards, ComparisonQueries queries, Plans all) {
        this.plans = plans;
        this.boards = boards;
        this.queries = queries;
        this.all = all;
    }

    /// @param with the second plan; without one the page offers some
    /// @param kind one of [Move.Kind], or empty for all
    @GetMapping("/plans/{id}/compare")
    @Allow(Role.OFFICER)
    String compare(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID with,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        var plan = plans.find(id);
        model.addAttribute("plan", plan);
        model.addAttribute("candidates", queries.beside(plan));
        if (with != null && !with.equals(id)) {
            var other = plans.find(with);
            var comparison = comparison(plan, other);
            var moves = comparison.moves(kind(kind), q.strip());
            var rows = moves.stream()
                    .skip(Listing.offset(page))
                    .limit(Listing.SIZE)
                    .toList();
            model.addAllAttributes(Map.of(
                    "comparison", comparison,
                    "moves", Listing.of(rows, moves.size(), Listing.page(page)),
                    "address", Address.of(request)));
        }
        return "planning/compare";
    }

    private Comparison comparison(Plan one, Plan other) {
        return Comparison.of(one, boards.draft(one), other, boards.draft(other));
    }

    private static Move.@Nullable Kind kind(String code) {
        return Arrays.stream(Move.Kind.values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    /// Goes on with this draft and discards the other one.
    @PostMapping("/plans/{id}/take")
    @Allow(Role.OFFICER)
    String take(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID over) {
        var plan = plans.find(id);
        if (over == null || over.equals(id)) {
            throw Refusal.invalid("plan.compare.choose");
        }
        var other = plans.find(over);
        if (!plan.isDraft() || !other.isDraft()) {
            throw Refusal.conflict("plan.compare.notDrafts");
        }
        all.discard(other);
        return "redirect:/plans/" + id;
    }
}
