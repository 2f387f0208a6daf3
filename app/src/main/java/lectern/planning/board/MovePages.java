package lectern.planning.board;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.PlanQueries;
import lectern.planning.problem.Possibilities;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.RequestContextUtils;

/// What the timeline's script asks while a talk is dragged, and when it is dropped, pinned or put back.
@Controller
class MovePages {
    private final DraftedPlans plans;
    private final PlanQueries queries;
    private final Drafts drafts;
    private final HandChanges changes;
    private final Refusals refusals;
    private final MessageSource messages;

    MovePages(
            DraftedPlans plans,
            PlanQueries queries,
            Drafts drafts,
            HandChanges changes,
            Refusals refusals,
            MessageSource messages) {
        this.plans = plans;
        this.queries = queries;
        this.drafts = drafts;
        this.changes = changes;
        this.refusals = refusals;
        this.messages = messages;
    }

    /// @param version of the plan after the change
    /// @param refused why nothing was changed, in the reader's words
    /// @param talks that were changed
    record Answer(int version, List<String> refused, List<UUID> talks) {}

    @GetMapping(path = "/plans/{id}/talks/{request}/openings.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.OFFICER)
    @ResponseBody
    OpeningsData openings(@PathVariable UUID id, @PathVariable UUID request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var draft = drafts.of(plans.find(id));
        if (!draft.talks().containsKey(request) || !draft.solution().knows(request)) {
            throw Refusal.notFound();
        }
        return OpeningsData.of(draft, Possibilities.of(draft.solution(), request));
    }

    /// @param start minute of the plan's period
    @PostMapping(path = "/plans/{id}/talks/{request}/move", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.OFFICER)
    @ResponseBody
    Answer move(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam(required = false) @Nullable UUID speaker,
            @RequestParam(defaultValue = "-1") int start,
            @RequestParam(defaultValue = "-1") int version,
            HttpServletRequest asked,
            HttpServletResponse response) {
        var plan = plans.find(id);
        var draft = drafts.of(plan);
        if (speaker == null) {
            throw Refusal.invalid("plan.refused.speaker");
        }
        if (start < 0 || start >= draft.horizon().length()) {
            throw Refusal.invalid("plan.refused.start");
        }
        var broken = changes.assign(plan, request, speaker, draft.horizon().instant(start), version);
        if (!broken.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return new Answer(
                    plan.version(), refusals.words(draft, request, speaker, start, broken, words(asked)), List.of());
        }
        return changed(id, List.of(request));
    }

    private Words words(HttpServletRequest asked) {
        return new Words(messages, RequestContextUtils.getLocale(asked));
    }

    private Answer changed(UUID id, List<UUID> talks) {
        return new Answer(queries.find(id).map(Plan::version).orElseThrow(Refusal::notFound), List.of(), talks);
    }

    @PostMapping(path = "/plans/{id}/talks/{request}/pin", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.OFFICER)
    @ResponseBody
    Answer pin(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "true") boolean pinned,
            @RequestParam(defaultValue = "-1") int version) {
        changes.pin(plans.find(id), request, pinned, version);
        return changed(id, List.of(request));
    }

    /// Takes the last change back.
    @PostMapping(path = "/plans/{id}/undo", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Role.OFFICER)
    @ResponseBody
    Answer undo(@PathVariable UUID id, @RequestParam(defaultValue = "-1") int version) {
        return changed(id, changes.undo(plans.find(id), version));
    }

    /// A script shows the reason where the talk was dropped.
    @ExceptionHandler(Refusal.class)
    @ResponseBody
    Answer refused(Refusal refusal, HttpServletRequest asked, HttpServletResponse response) {
        response.setStatus(refusal.status().value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        return new Answer(-1, List.of(words(asked).of(refusal.key(), refusal.arguments())), List.of());
    }
}
