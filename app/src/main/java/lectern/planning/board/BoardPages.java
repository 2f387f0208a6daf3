package lectern.planning.board;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lectern.people.SpeakerNames;
import lectern.planning.Plan;
import lectern.planning.PlanQueries;
import lectern.platform.jobs.Job;
import lectern.platform.jobs.Jobs;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Listing;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// A plan's page: its progress, or its board with the parts that the board loads.
@Controller
class BoardPages {
    private final PlanQueries queries;
    private final DraftedPlans plans;
    private final Boards boards;
    private final DraftSteps steps;
    private final SpeakerNames names;
    private final Jobs jobs;

    BoardPages(
            PlanQueries queries, DraftedPlans plans, Boards boards, DraftSteps steps, SpeakerNames names, Jobs jobs) {
        this.queries = queries;
        this.plans = plans;
        this.boards = boards;
        this.steps = steps;
        this.names = names;
        this.jobs = jobs;
    }

    /// How it is going, what came of it, or why there is nothing.
    @GetMapping("/plans/{id}")
    @Allow(Role.OFFICER)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "map") String view,
            HttpServletRequest request,
            Model model) {
        var plan = queries.find(id).orElseThrow(Refusal::notFound);
        model.addAttribute("plan", plan);
        return switch (plan.state()) {
            case QUEUED, RUNNING -> "planning/progress";
            case CANCELLED, FAILED, DISCARDED -> "planning/ended";
            case DRAFT, PUBLISHED -> {
                var board = boards.of(plan);
                model.addAttribute("summary", Boards.summary(board));
                model.addAttribute("stopped", wasStopped(plan));
                model.addAttribute("address", Address.of(request));
                model.addAttribute("view", view.matches("list|timeline") ? view : "map");
                model.addAttribute("groups", board.draft().groups());
                model.addAttribute("topics", board.draft().topics());
                yield "planning/board";
            }
        };
    }

    /// Whether somebody ended the search before its time.
    private boolean wasStopped(Plan plan) {
        var job = plan.jobId();
        return plan.isDraft()
                && job != null
                && jobs.find(job)
                        .filter(each -> each.state() == Job.State.CANCELLED)
                        .isPresent();
    }

    /// All talks of the plan for map and timeline, in arrays to be short: see `board/state.js`.
    @GetMapping(path = "/plans/{id}/board.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.OFFICER)
    @ResponseBody
    BoardData data(@PathVariable UUID id, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var plan = plans.find(id);
        return BoardData.of(
                boards.of(plan), steps.last(id).filter(step -> plan.isDraft()).orElse(null));
    }

    /// All speakers of the plan with their free time. They stay the same as long as the plan has its problem, whose id
    /// the
    /// page puts into the address.
    @GetMapping(path = "/plans/{id}/speakers.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.OFFICER)
    @ResponseBody
    SpeakersData speakers(@PathVariable UUID id, HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, max-age=86400, immutable");
        var draft = boards.of(plans.find(id)).draft();
        return SpeakersData.of(draft, names.paths(draft.solution().speakers()));
    }

    @GetMapping("/plans/{id}/figures")
    @Allow(Role.OFFICER)
    String figures(@PathVariable UUID id, Model model) {
        var plan = plans.find(id);
        model.addAttribute("plan", plan);
        model.addAttribute("summary", Boards.summary(boards.of(plan)));
        return "planning/figures";
    }

    /// @param talk the selected one: its page is shown when none is asked for
    @GetMapping("/plans/{id}/list")
    @Allow(Role.OFFICER)
    String list(
            @PathVariable UUID id,
            @ModelAttribute BoardFilter filter,
            @RequestParam(required = false) @Nullable UUID talk,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        var plan = plans.find(id);
        var board = boards.of(plan);
        var kept = board.draft().talks().values().stream()
                .filter(each -> filter.keeps(each, board))
                .toList();
        var number = page > 0 ? Listing.page(page) : pageOf(talk, kept);
        var rows =
                kept.stream().skip(Listing.offset(number)).limit(Listing.SIZE).toList();
        model.addAttribute("plan", plan);
        model.addAttribute("board", board);
        model.addAttribute("talks", Listing.of(rows, kept.size(), number));
        model.addAttribute("address", Address.of(request));
        return "planning/list";
    }

    private static int pageOf(@Nullable UUID talk, List<BoardTalk> kept) {
        for (var index = 0; talk != null && index < kept.size(); index++) {
            if (kept.get(index).id().equals(talk)) {
                return Listing.page(index / Listing.SIZE + 1);
            }
        }
        return 1;
    }
}
