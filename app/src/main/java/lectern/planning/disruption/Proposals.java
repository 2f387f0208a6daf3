package lectern.planning.disruption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.people.SpeakerPool;
import lectern.planning.problem.ClosedVenues;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.Materials;
import lectern.platform.audit.Audit;
import lectern.platform.command.Commands;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.Rebooking;
import lectern.programme.Rebookings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Proposes the least change, and carries it out when an officer says so.
@Component
class Proposals {
    /// A talk is not moved further than this beyond what is broken.
    private static final Duration REACH = Duration.ofDays(14);

    private final BrokenTalks broken;
    private final StandingTalks standing;
    private final Materials materials;
    private final SpeakerPool pool;
    private final ClosedVenues closed;
    private final ProposalRows rows;
    private final Rebookings rebookings;
    private final Commands commands;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Proposals(
            BrokenTalks broken,
            StandingTalks standing,
            Materials materials,
            SpeakerPool pool,
            ClosedVenues closed,
            ProposalRows rows,
            Rebookings rebookings,
            Commands commands,
            JdbcClient jdbc,
            Audit audit,
            Clock clock) {
        this.broken = broken;
        this.standing = standing;
        this.materials = materials;
        this.pool = pool;
        this.closed = closed;
        this.rows = rows;
        this.rebookings = rebookings;
        this.commands = commands;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Works out what would mend the programme and keeps it for looking at. Nothing changes yet.
    ///
    /// @param cause only what this absence or closure breaks; null for all that is broken or looks for a speaker
    /// @throws Refusal 409 when nothing is broken
    @Transactional
    public UUID propose(UUID key, @Nullable UUID cause, Actor actor) {
        return UUID.fromString(commands.once(key, "propose " + cause, () -> {
            var lines = lines(cause, actor);
            if (lines.isEmpty()) {
                throw Refusal.conflict("change.nothing");
            }
            var id = rows.add(actor, lines);
            audit.record("propose-change", "change", id, Map.of("talks", lines.size()));
            return id.toString();
        }));
    }

    /// The lines of a proposal for what is broken now, without keeping it.
    @Transactional(readOnly = true)
    public List<ChangeLine> lines(@Nullable UUID cause, Actor actor) {
        var now = clock.instant();
        var causes = causes(cause, now);
        var talks = standing.of(causes.keySet(), now);
        if (talks.isEmpty()) {
            return List.of();
        }
        var horizon = horizon(talks, actor, now);
        var within = talks.stream().map(talk -> within(talk, horizon)).toList();
        var calendar = materials.with(List.of(), horizon);
        var speakers = pool.between(horizon.from(), horizon.to());
        var replanning = new Replanning(
                calendar,
                speakers,
                horizon,
                Math.max(0, horizon.minuteNotBefore(now)),
                standing.declined(causes.keySet()));
        var units = talks.stream().map(talk -> talk.request().unitId()).collect(Collectors.toSet());
        var venues = OtherVenues.of(jdbc, units, closed.byVenue(horizon), calendar.booked());
        var prices = new PriceBefore(speakers, calendar.booked(), horizon);
        return new LeastChange(replanning, venues, prices, now, causes)
                .of(
                        within,
                        ids -> standing.of(ids, now).stream()
                                .map(talk -> within(talk, horizon))
                                .toList());
    }

    private Map<UUID, Cause> causes(@Nullable UUID cause, Instant now) {
        var hit = broken.after(now).stream().filter(talk -> cause == null || cause.equals(talk.causeId()));
        var open = cause == null ? broken.withoutSpeaker(now).stream() : Stream.<BrokenTalk>of();
        return Stream.concat(hit, open)
                .collect(Collectors.toMap(BrokenTalk::id, BrokenTalk::cause, (first, second) -> first));
    }

    /// From the first day on which something is broken or could be instead, to the last.
    private static Horizon horizon(List<StandingTalk> talks, Actor actor, Instant now) {
        var booked = talks.stream().map(StandingTalk::startsAt).sorted().toList();
        var earliest = booked.getFirst().minus(REACH);
        var latest = booked.getLast().plus(REACH);
        var moments = talks.stream()
                .flatMap(talk -> talk.request().windows().stream())
                .flatMap(window -> Stream.of(window.opensAt(), window.closesAt()))
                .filter(moment -> !moment.isBefore(earliest) && !moment.isAfter(latest))
                .collect(Collectors.toCollection(ArrayList::new));
        moments.addAll(booked);
        var zone = actor.zone();
        var first = LocalDate.ofInstant(moments.stream().min(Instant::compareTo).orElseThrow(), zone);
        var today = LocalDate.ofInstant(now, zone);
        return Horizon.of(
                first.isBefore(today) ? today : first,
                LocalDate.ofInstant(moments.stream().max(Instant::compareTo).orElseThrow(), zone),
                zone);
    }

    /// Only windows of the period, so that the planner need not look at the rest of the year.
    private static StandingTalk within(StandingTalk talk, Horizon horizon) {
        return new StandingTalk(
                talk.request()
                        .withWindows(talk.request().windows().stream()
                                .filter(window -> window.closesAt().isAfter(horizon.from())
                                                && window.opensAt().isBefore(horizon.to())
                                        || window.opensAt().equals(talk.startsAt()))
                                .toList()),
                talk.speaker(),
                talk.startsAt(),
                talk.endsAt());
    }

    /// Carries out the ticked lines, all of them or none.
    ///
    /// @throws Refusal 409 that names the talk when the world moved on
    @Transactional
    public void apply(UUID id, Set<UUID> ticked, Actor actor) {
        var state = rows.lock(id);
        if (state.equals("APPLIED")) {
            return;
        }
        if (!state.equals("DRAFT")) {
            throw Refusal.conflict("change.over");
        }
        var chosen = rows.lines(id).stream()
                .filter(ChangeLine::isSaved)
                .filter(line -> ticked.contains(line.talk()))
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.invalid("change.noneTicked");
        }
        rebookings.change(chosen.stream().map(Proposals::rebooking).toList(), actor);
        rows.applied(id, chosen.stream().map(ChangeLine::talk).toList());
        audit.record("apply-change", "change", id, Map.of("talks", chosen.size()));
    }

    private static Rebooking rebooking(ChangeLine line) {
        var after = Objects.requireNonNull(line.after());
        return new Rebooking(
                line.talk(),
                new Rebooking.Before(
                        line.before().speaker(),
                        line.before().startsAt(),
                        line.before().venue()),
                new Rebooking.After(Objects.requireNonNull(after.speaker()), after.startsAt(), after.venue()));
    }

    @Transactional
    public void discard(UUID id) {
        if (rows.lock(id).equals("DRAFT")) {
            rows.discard(id);
            audit.record("discard-change", "change", id, Map.of());
        }
    }
}
