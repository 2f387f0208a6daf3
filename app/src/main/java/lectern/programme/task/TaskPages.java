package lectern.programme.task;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import lectern.programme.talk.Talks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The speaker's page on the phone: what comes next, accept, decline.
@Controller
class TaskPages {
    private final TaskQueries queries;
    private final Talks talks;
    private final Clock clock;

    TaskPages(TaskQueries queries, Talks talks, Clock clock) {
        this.queries = queries;
        this.talks = talks;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    @Allow(Role.SPEAKER)
    String list(Model model) {
        model.addAttribute("coming", queries.coming(clock.instant()));
        model.addAttribute("past", queries.past(clock.instant()));
        return "programme/task/list";
    }

    @PostMapping("/tasks/{id}/accept")
    @Allow(Role.SPEAKER)
    String accept(@PathVariable UUID id, Actor actor) {
        var speaker = Objects.requireNonNull(actor.speakerId());
        Scopes.run(hostScope(id, actor), () -> talks.accept(id, speaker));
        return "redirect:/tasks";
    }

    @PostMapping("/tasks/{id}/decline")
    @Allow(Role.SPEAKER)
    String decline(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        var speaker = Objects.requireNonNull(actor.speakerId());
        Scopes.run(hostScope(id, actor), () -> talks.decline(id, speaker, reason.strip()));
        return "redirect:/tasks";
    }

    /// The talk stands at its host, outside the speaker's units. That the view shows it to him is his right to answer.
    private Scope hostScope(UUID talkId, Actor actor) {
        var task = queries.find(talkId).orElseThrow(() -> tooLate(talkId));
        return new Scope(task.cityId(), task.path(), actor.speakerId());
    }

    private Refusal tooLate(UUID talkId) {
        return queries.wasAsked(talkId) ? Refusal.conflict("task.tooLate") : Refusal.notFound();
    }
}
