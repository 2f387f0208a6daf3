package lectern.planning.board;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.planning.Plan;
import lectern.planning.PlanQueries;
import lectern.platform.jobs.Job;
import lectern.platform.jobs.Jobs;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Listing;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// A plan's page: its progress, its board with the parts that the board loads, and its publication.
@Controller
class BoardPages {
    private final PlanQueries plans;
    private final Boards boards;
    private final Explanations explanations;
    private final HandChanges changes;
    private final Publication publication;
    private final Dictionary dictionary;
    private final Jobs jobs;

    BoardPages(
            PlanQueries plans,
            Boards boards,
            Explanations explanations,
            HandChanges changes,
            Publication publication,
            Dictionary dictionary,
            Jobs jobs) {
        this.plans = plans;
        this.boards = boards;
        this.explanations = explanations;
        this.changes = changes;
        this.publication = publication;
        this.dictionary = dictionary;
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
        var plan = find(id);
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

    private Plan find(UUID id) {
        return plans.find(id).orElseThrow(Refusal::notFound);
    }

    /// @throws Refusal 409 when there is no board yet
    private Plan findWithBoard(UUID id) {
        var plan = find(id);
        if (!plan.hasResult()) {
            throw Refusal.conflict("plan.refused.noBoard");
        }
        return plan;
    }

    /// All talks of the plan for map and timeline, in arrays to be short: see `board.js`.
    @GetMapping(path = "/plans/{id}/board.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.OFFICER)
    @ResponseBody
    BoardData data(@PathVariable UUID id, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return BoardData.of(boards.of(findWithBoard(id)));
    }

    @GetMapping("/plans/{id}/figures")
    @Allow(Role.OFFICER)
    String figures(@PathVariable UUID id, Model model) {
        var plan = findWithBoard(id);
        model.addAttribute("plan", plan);
        model.addAttribute("summary", Boards.summary(boards.of(plan)));
        return "planning/figures";
    }

    @GetMapping("/plans/{id}/list")
    @Allow(Role.OFFICER)
    String list(
            @PathVariable UUID id,
            @ModelAttribute BoardFilter filter,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        var plan = findWithBoard(id);
        var board = boards.of(plan);
        var kept = board.draft().talks().values().stream()
                .filter(talk -> filter.keeps(talk, board))
                .toList();
        var rows = kept.stream().skip(Listing.offset(page)).limit(Listing.SIZE).toList();
        model.addAttribute("plan", plan);
        model.addAttribute("board", board);
        model.addAttribute("talks", Listing.of(rows, kept.size(), Listing.page(page)));
        model.addAttribute("address", Address.of(request));
        return "planning/list";
    }

    /// Why this speaker, or why not served, and what can be done by hand.
    @GetMapping("/plans/{id}/talks/{request}")
    @Allow(Role.OFFICER)
    String talk(@PathVariable UUID id, @PathVariable UUID request, Model model) {
        return detail(findWithBoard(id), request, java.util.List.of(), model);
    }

    private String detail(Plan plan, UUID request, java.util.List<String> refused, Model model) {
        var board = boards.of(plan);
        model.addAttribute("plan", plan);
        model.addAttribute("board", board);
        model.addAttribute(
                "detail",
                explanations.of(
                        board.draft(),
                        request,
                        dictionary.entries(DictionaryKind.SEGMENT),
                        dictionary.entries(DictionaryKind.TIER),
                        refused));
        return "planning/detail";
    }

    @GetMapping("/plans/{id}/speakers")
    @Allow(Role.OFFICER)
    String speakers(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID talk,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var plan = findWithBoard(id);
        var draft = boards.of(plan).draft();
        model.addAttribute("plan", plan);
        model.addAttribute("talk", talk == null ? "" : talk.toString());
        model.addAttribute(
                "candidates", talk == null ? java.util.List.of() : explanations.candidates(draft, talk, q.strip()));
        return "planning/speakers";
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
        var plan = findWithBoard(id);
        if (speaker == null) {
            throw Refusal.invalid("plan.refused.speaker");
        }
        var broken = changes.assign(plan, request, speaker, instant(start, actor), version);
        if (!broken.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return detail(plan, request, broken, model);
        }
        return changed(id, request, response, model);
    }

    private static java.time.Instant instant(@Nullable String start, Actor actor) {
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
        changes.leaveOut(findWithBoard(id), request, version);
        return changed(id, request, response, model);
    }

    private String changed(UUID id, UUID request, HttpServletResponse response, Model model) {
        response.setHeader("HX-Trigger", "planChanged");
        return detail(find(id), request, java.util.List.of(), model);
    }

    @GetMapping("/plans/{id}/publish")
    @Allow(Role.OFFICER)
    String publish(@PathVariable UUID id, Model model) {
        var plan = findWithBoard(id);
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
        changes.leaveOutClashes(findWithBoard(id), version);
        return find(id).served() == 0 ? "redirect:/plans/" + id : "redirect:/plans/" + id + "/publish";
    }

    @PostMapping("/plans/{id}/publish")
    @Allow(Role.OFFICER)
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var plan = findWithBoard(id);
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
