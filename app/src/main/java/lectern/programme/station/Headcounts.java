package lectern.programme.station;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.command.Commands;
import lectern.platform.offline.Claim;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.HeadcountReported;
import lectern.programme.talk.Talk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes the host's report of how many came. Nothing is overwritten: a correction, a report that differs from the one
/// that stood, and the decision between two are rows of their own.
@Component
class Headcounts {
    /// What a report is to the figure that stood.
    private enum Kind {
        REPORT,
        CORRECTION,
        DIFFERS,
        DECISION
    }

    private record Row(
            UUID id,
            Kind kind,
            int people,
            String source,
            String reason,
            @Nullable UUID settles,
            Claim claim) {}

    private final JdbcClient jdbc;
    private final Commands commands;
    private final StandingFigures standing;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Headcounts(
            JdbcClient jdbc,
            Commands commands,
            StandingFigures standing,
            Audit audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.standing = standing;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /// @throws Refusal 409 before the talk has begun, when it was cancelled, or when it was moved since the reporter
    ///     saw it; 422 for a correction without a reason
    @Transactional
    public void report(Actor actor, Talk talk, HeadcountForm form, Claim claim) {
        var key = Objects.requireNonNull(form.key());
        var people = Objects.requireNonNull(form.people());
        var source = Objects.requireNonNull(form.source()).name();
        commands.once(key, talk.id() + " " + people + " " + source + " " + form.why(), () -> {
            var stood = standing.lock(talk.id(), form.begins());
            var kind = kindOf(form, stood);
            if (kind == Kind.CORRECTION && form.why().isEmpty()) {
                throw Refusal.invalid("headcount.reason.needed");
            }
            insert(actor, talk, new Row(key, kind, people, source, form.why(), null, claim));
            if (kind != Kind.DIFFERS) {
                count(talk, people, source);
            }
            audit.recordAt(
                    talk.path(),
                    "report-headcount",
                    "talk",
                    talk.id(),
                    Map.of("people", people, "source", source, "reason", form.why(), "counts", kind != Kind.DIFFERS));
            return "taken";
        });
    }

    private static Kind kindOf(HeadcountForm form, StandingFigures.Figure stood) {
        if (stood.people() == null || stood.text().equals(form.figure())) {
            return Kind.REPORT;
        }
        return stood.text().equals(form.seen()) ? Kind.CORRECTION : Kind.DIFFERS;
    }

    /// Decides between the figure that stands and one that arrived later and differs.
    ///
    /// @param taken whether the later figure counts from now on
    /// @throws Refusal 404 when there is no such report of that talk, 409 when somebody decided already
    @Transactional
    public void settle(Actor actor, Talk talk, UUID differing, UUID key, boolean taken, String reason) {
        commands.once(key, talk.id() + " settle " + differing + " " + taken + " " + reason, () -> {
            var stood = standing.lock(talk.id(), null);
            var later = jdbc.sql("""
                            select people, source from headcount where id = :id and talk_id = :talk and kind = 'DIFFERS'
                            """)
                    .param("id", differing)
                    .param("talk", talk.id())
                    .query((row, number) -> new StandingFigures.Figure(row.getInt(1), row.getString(2)))
                    .optional()
                    .orElseThrow(Refusal::notFound);
            if (standing.isSettled(differing)) {
                throw Refusal.conflict("headcount.settled");
            }
            var figure = taken || stood.people() == null ? later : stood;
            var people = Objects.requireNonNull(figure.people());
            var source = Objects.requireNonNull(figure.source());
            insert(actor, talk, new Row(key, Kind.DECISION, people, source, reason, differing, Claim.NONE));
            count(talk, people, source);
            audit.recordAt(
                    talk.path(),
                    "settle-headcount",
                    "talk",
                    talk.id(),
                    Map.of("people", people, "source", source, "reason", reason));
            return "settled";
        });
    }

    private void insert(Actor actor, Talk talk, Row row) {
        var claimed = row.claim().madeAt();
        jdbc.sql("""
                        insert into headcount (id, city_id, talk_id, path, source, people, reason, reported_by, reporter,
                                               reported_at, kind, settles, claimed_at, clock_ahead, waited)
                        values (:id, :city, :talk, :path, :source, :people, :reason, :by, :reporter,
                                :at, :kind, :settles, :claimed, :ahead, :waited)
                        """)
                .param("id", row.id())
                .param("city", talk.cityId())
                .param("talk", talk.id())
                .param("path", talk.path())
                .param("source", row.source())
                .param("people", row.people())
                .param("reason", row.reason())
                .param("by", actor.accountId())
                .param("reporter", actor.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", row.kind().name())
                .param("settles", row.settles())
                .param("claimed", claimed == null ? null : Timestamp.from(claimed))
                .param("ahead", row.claim().ahead())
                .param("waited", row.claim().waited())
                .update();
    }

    /// From now on this is the talk's figure.
    private void count(Talk talk, int people, String source) {
        jdbc.sql("update talk set state = 'HELD', attendance = :people, attendance_source = :source where id = :id")
                .param("people", people)
                .param("source", source)
                .param("id", talk.id())
                .update();
        news.publishEvent(new HeadcountReported(talk.id(), talk.cityId(), talk.path(), talk.day()));
    }
}
