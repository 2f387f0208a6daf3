package lectern.planning.why;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.planning.board.Boards;
import lectern.planning.board.DraftedPlans;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The people at one place of a talk's funnel, in the board's panel or on a page of their own.
@Controller
class PeoplePages {
    private final DraftedPlans plans;
    private final Boards boards;
    private final People people;
    private final Dictionary dictionary;

    PeoplePages(DraftedPlans plans, Boards boards, People people, Dictionary dictionary) {
        this.plans = plans;
        this.boards = boards;
        this.people = people;
        this.dictionary = dictionary;
    }

    /// @param stage a test of the funnel
    /// @param side `lost` for those whom the test loses; otherwise those whom it leaves
    @GetMapping("/plans/{id}/talks/{request}/people")
    @Allow(Role.OFFICER)
    String people(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "left") String side,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            HttpServletRequest web,
            Model model) {
        var plan = plans.find(id);
        var draft = boards.of(plan).draft();
        var talk = draft.talks().get(request);
        if (talk == null) {
            throw Refusal.notFound();
        }
        var wish = new People.Wish(Stage.of(stage), side.equals("lost"), q.strip(), page);
        model.addAllAttributes(Map.of(
                "plan", plan,
                "talk", talk,
                "stage", wish.stage(),
                "lost", wish.lost(),
                "people", people.of(draft, talk, wish),
                "left", people.left(draft, talk),
                "tiers", dictionary.entries(DictionaryKind.TIER),
                "address", Address.of(web)));
        return part.isEmpty() ? "planning/peoplepage" : "planning/people";
    }
}
