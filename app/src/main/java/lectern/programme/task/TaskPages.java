package lectern.programme.task;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import lectern.platform.command.Commands;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import lectern.platform.offline.KeepOffline;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import lectern.programme.talk.Talks;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The speaker's page on the phone: what comes next, accept, decline.
@Controller
class TaskPages {
    private final TaskQueries queries;
    private final Talks talks;
    private final Commands commands;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /// What a speaker answers.
    ///
    /// @param begins when the talk was to begin as he saw it
    record Answer(
            @Nullable UUID key,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
            Instant begins,

            @Nullable String reason) {
        String why() {
            return reason == null ? "" : reason.strip();
        }
    }

    TaskPages(
            TaskQueries queries, Talks talks, Commands commands, PlatformTransactionManager transactions, Clock clock) {
        this.queries = queries;
        this.talks = talks;
        this.commands = commands;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @GetMapping("/tasks")
    @Allow(Role.SPEAKER)
    @KeepOffline
    String list(Model model) {
        model.addAttribute("coming", queries.coming(clock.instant()));
        model.addAttribute("past", queries.past(clock.instant()));
        return "programme/task/list";
    }

    @PostMapping("/tasks/{id}/accept")
    @Allow(Role.SPEAKER)
    String accept(@PathVariable UUID id, Answer answer, Actor actor) {
        answer(id, "accept", answer, actor, speaker -> talks.accept(id, speaker));
        return "redirect:/tasks";
    }

    @PostMapping("/tasks/{id}/decline")
    @Allow(Role.SPEAKER)
    String decline(@PathVariable UUID id, Answer answer, Actor actor) {
        var reason = answer.why();
        answer(id, "decline " + reason, answer, actor, speaker -> talks.decline(id, speaker, reason));
        return "redirect:/tasks";
    }

    /// A phone may send its answer again, and long after it was given: a repeat is known by its key even when the talk
    /// is no longer his, and he agreed to the time that he saw.
    private void answer(UUID id, String what, Answer answer, Actor actor, Consumer<UUID> deed) {
        var speaker = Objects.requireNonNull(actor.speakerId());
        var key = answer.key() == null ? UUID.randomUUID() : answer.key();
        var body = id + " " + speaker + " " + what;
        if (commands.answered(key, body).isPresent()) {
            return;
        }
        var task = queries.find(id).orElseThrow(() -> tooLate(id));
        if (answer.begins() != null && !answer.begins().equals(task.startsAt())) {
            throw Refusal.conflict("task.moved");
        }
        // The talk stands at its host, outside the speaker's units. That the view shows it to him is his right to
        // answer.
        var hostScope = new Scope(task.cityId(), task.path(), speaker);
        Scopes.run(
                hostScope,
                () -> transactions.executeWithoutResult(status -> commands.once(key, body, () -> {
                    deed.accept(speaker);
                    return what;
                })));
    }

    private Refusal tooLate(UUID talkId) {
        return queries.wasAsked(talkId) ? Refusal.conflict("task.tooLate") : Refusal.notFound("task.gone");
    }
}
