package lectern.planning.note;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.planning.Plan;
import lectern.platform.audit.Audit;
import lectern.platform.command.Commands;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes notes and takes them back.
@Component
class Notes {
    static final int LONGEST = 500;
    private final JdbcClient jdbc;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    Notes(JdbcClient jdbc, Commands commands, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param request a talk of the plan, or null
    /// @param key made by the page: the note is written once, however often it is sent
    /// @throws Refusal 422 when there is no text or too much, 404 when the plan has no such talk
    @Transactional
    public void write(Actor actor, Plan plan, @Nullable UUID request, String text, UUID key) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            throw Refusal.invalid(text.isEmpty() ? "plan.note.needed" : "plan.note.tooLong");
        }
        if (request != null && !isIn(plan, request)) {
            throw Refusal.notFound();
        }
        commands.once(key, "note " + plan.id() + " " + request + " " + text, () -> {
            var id = Identifiers.next();
            jdbc.sql("""
                            insert into plan_note (id, city_id, plan_id, request_id, path, text, written_by, author, written_at)
                            values (:id, :city, :plan, :request, :path, :text, :by, :author, :at)
                            """)
                    .param("id", id)
                    .param("city", plan.cityId())
                    .param("plan", plan.id())
                    .param("request", request)
                    .param("path", plan.path())
                    .param("text", text)
                    .param("by", actor.accountId())
                    .param("author", actor.name())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            audit.record(
                    "write-note",
                    "plan",
                    plan.id(),
                    request == null ? Map.of("note", id) : Map.of("note", id, "request", request));
            return id.toString();
        });
    }

    private boolean isIn(Plan plan, UUID request) {
        return jdbc.sql("""
                        select exists (select 1 from plan_assignment where plan_id = :plan and request_id = :request)
                            or exists (select 1 from plan_unserved where plan_id = :plan and request_id = :request)
                        """)
                .param("plan", plan.id())
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    /// @throws Refusal 404 when there is none, 409 when somebody else wrote it
    @Transactional
    public void retract(Actor actor, Plan plan, UUID note) {
        var author = jdbc.sql("select written_by from plan_note where id = :id and plan_id = :plan")
                .param("id", note)
                .param("plan", plan.id())
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        if (!author.equals(actor.accountId())) {
            throw Refusal.conflict("plan.note.notYours");
        }
        var retracted = jdbc.sql("update plan_note set retracted_at = :at where id = :id and retracted_at is null")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", note)
                .update();
        if (retracted == 1) {
            audit.record("retract-note", "plan", plan.id(), Map.of("note", note));
        }
    }
}
