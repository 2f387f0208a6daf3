package lectern.planning.substitute;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import lectern.platform.audit.Audit;
import lectern.platform.command.Commands;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.Bookings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks substitutes in turn. All that it knows stands in the database, so any node goes on where another stopped; each
/// look is one short transaction under a lock on the asking. Who is asked has the talk in his diary until he answers or
/// his time is up, so nobody is promised twice.
@Component
class Askings {
    static final List<Integer> LIMITS = List.of(30, 60, 120, 240, 720);
    static final int MOST = 8;

    private final AskingRows rows;
    private final Substitutes substitutes;
    private final Bookings bookings;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Askings(
            AskingRows rows,
            Substitutes substitutes,
            Bookings bookings,
            Commands commands,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.substitutes = substitutes;
        this.bookings = bookings;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// Begins to ask them in that order.
    ///
    /// @throws Refusal 409 when the talk looks for nobody, others are being asked, or one of them could not give it
    UUID start(UUID key, UUID talk, List<UUID> speakers, int minutesEach, Actor actor) {
        if (speakers.isEmpty() || speakers.size() > MOST || !LIMITS.contains(minutesEach)) {
            throw Refusal.invalid("asking.choose", MOST);
        }
        var body = "ask in turn " + talk + " " + speakers + " " + minutesEach;
        var id = UUID.fromString(java.util.Objects.requireNonNull(transactions.execute(status ->
                commands.once(key, body, () -> {
                    if (rows.latest(talk).filter(Asking::isRunning).isPresent()) {
                        throw Refusal.conflict("asking.running");
                    }
                    var path = substitutes.requirePossible(talk, speakers, actor.zone());
                    var added = rows.add(
                            talk, path, speakers.stream().distinct().toList(), minutesEach, actor, clock.instant());
                    audit.record("ask-in-turn", "talk", talk, Map.of("speakers", speakers, "minutes", minutesEach));
                    return added.toString();
                }))));
        advance(id, actor.zone());
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<Asking> of(UUID talk) {
        return rows.latest(talk);
    }

    /// Looks how it stands, and asks the next one when it is his turn. Doing it again changes nothing.
    void advance(UUID id, ZoneId zone) {
        while (Boolean.TRUE.equals(transactions.execute(status -> settle(id, zone)))) {
            var turn = transactions.execute(status -> next(id));
            if (turn == null || turn.isEmpty() || ask(id, turn.get(), zone)) {
                return;
            }
        }
    }

    /// Writes down what became of the one who is asked.
    ///
    /// @return whether somebody else may be asked now
    private boolean settle(UUID id, ZoneId zone) {
        var now = clock.instant();
        var found = rows.lock(id);
        if (found.isEmpty()) {
            return false;
        }
        var standing = found.get();
        var asked = first(id, step -> step.state() == Asking.StepState.ASKED);
        if (asked.isPresent()) {
            var step = asked.get();
            var still = step.speaker().equals(standing.speaker());
            if (still && standing.state().equals("OFFERED")) {
                return isOver(step, now) && expire(standing, step) && mayAsk(standing, now, zone);
            }
            if (still
                    && (standing.state().equals("ACCEPTED") || standing.state().equals("HELD"))) {
                rows.step(id, step.place(), Asking.StepState.ACCEPTED);
                rows.end(id, Asking.State.DONE, now);
                return false;
            }
            rows.step(
                    id,
                    step.place(),
                    rows.hasDeclined(standing.talk(), step.speaker())
                            ? Asking.StepState.DECLINED
                            : Asking.StepState.STOPPED);
        }
        if (!standing.state().equals("OPEN")) {
            rows.end(id, Asking.State.STOPPED, now);
            return false;
        }
        return mayAsk(standing, now, zone);
    }

    private static boolean isOver(Asking.Step step, Instant now) {
        return step.answerBy() != null && !step.answerBy().isAfter(now);
    }

    private boolean expire(AskingRows.Standing standing, Asking.Step step) {
        if (!bookings.takeBack(standing.talk(), step.speaker())) {
            return false;
        }
        rows.step(standing.asking(), step.place(), Asking.StepState.EXPIRED);
        audit.recordAt(standing.path(), "let-offer-expire", "talk", standing.talk(), Map.of("speaker", step.speaker()));
        return true;
    }

    /// Not at night; and not once the talk has begun or nobody is left.
    private boolean mayAsk(AskingRows.Standing standing, Instant now, ZoneId zone) {
        if (!standing.startsAt().isAfter(now)
                || first(standing.asking(), step -> step.state() == Asking.StepState.WAITING)
                        .isEmpty()) {
            rows.end(standing.asking(), Asking.State.EXHAUSTED, now);
            audit.recordAt(standing.path(), "nobody-accepted", "talk", standing.talk(), Map.of());
            return false;
        }
        return !QuietHours.at(now, zone);
    }

    private Optional<Asking.Step> next(UUID id) {
        return first(id, step -> step.state() == Asking.StepState.WAITING);
    }

    private Optional<Asking.Step> first(UUID id, Predicate<Asking.Step> wanted) {
        return rows.steps(id).stream().filter(wanted).findFirst();
    }

    /// In a transaction of its own: one that can no longer come takes nothing else back.
    ///
    /// @return false when he could no longer come
    private boolean ask(UUID id, Asking.Step turn, ZoneId zone) {
        try {
            transactions.executeWithoutResult(status -> rows.lock(id)
                    .filter(standing -> standing.state().equals("OPEN"))
                    .ifPresent(standing -> ask(standing, turn, zone)));
            return true;
        } catch (Refusal taken) {
            transactions.executeWithoutResult(status -> {
                if (rows.lock(id).isPresent()) {
                    rows.step(id, turn.place(), Asking.StepState.SKIPPED);
                }
            });
            return false;
        }
    }

    private void ask(AskingRows.Standing standing, Asking.Step turn, ZoneId zone) {
        var now = clock.instant();
        var limit = QuietHours.after(now, standing.minutesEach(), zone);
        var until = limit.isBefore(standing.startsAt()) ? limit : standing.startsAt();
        bookings.assignSubstitute(standing.talk(), turn.speaker(), until);
        rows.asked(standing.asking(), turn.place(), now, until);
        audit.recordAt(standing.path(), "ask-substitute", "talk", standing.talk(), Map.of("speaker", turn.speaker()));
    }

    /// Nobody else is asked, and who has not answered need not any more.
    @Transactional
    public void stop(UUID talk) {
        var running = rows.latest(talk).filter(Asking::isRunning).flatMap(asking -> rows.lock(asking.id()));
        running.ifPresent(standing -> {
            first(standing.asking(), step -> step.state() == Asking.StepState.ASKED)
                    .ifPresent(step -> bookings.takeBack(talk, step.speaker()));
            rows.end(standing.asking(), Asking.State.STOPPED, clock.instant());
            audit.record("stop-asking", "talk", talk, Map.of());
        });
    }
}
