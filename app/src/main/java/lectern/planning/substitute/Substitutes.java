package lectern.planning.substitute;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.people.PooledSpeaker;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.Material;
import lectern.planning.problem.Materials;
import lectern.planning.problem.ProblemBuilder;
import lectern.planning.problem.Solution;
import lectern.planning.problem.Way;
import lectern.platform.audit.Audit;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.Bookings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds and asks substitutes: the planner's alternatives on the day of the talk, beside what is booked that day.
@Component
class Substitutes {
    private static final int OFFERED = 8;
    private final OpenTalks talks;
    private final Materials materials;
    private final StandbyToday standby;
    private final Bookings bookings;
    private final Audit audit;
    private final Clock clock;

    Substitutes(
            OpenTalks talks, Materials materials, StandbyToday standby, Bookings bookings, Audit audit, Clock clock) {
        this.talks = talks;
        this.materials = materials;
        this.standby = standby;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param start of the talk, minute of the day
    private record Day(Solution solution, Material material, int start) {}

    /// Who could take over, the best first.
    ///
    /// @throws Refusal 404 when the talk is not in scope, 409 when it looks for nobody
    @Transactional(readOnly = true)
    public List<Substitute> of(UUID talk, ZoneId zone) {
        var open = open(talk);
        var day = day(open, zone);
        if (!day.solution().knows(talk)) {
            return List.of();
        }
        var pool = day.material().speakers().stream().collect(Collectors.toMap(PooledSpeaker::id, Function.identity()));
        var booked = day.material().booked().stream()
                .collect(Collectors.groupingBy(each -> each.speakerId(), Collectors.summingInt(each -> 1)));
        var ready = standby.agreed(
                LocalDate.ofInstant(open.startsAt(), zone), open.request().path());
        return day.solution().alternatives(talk, ready.isEmpty() ? OFFERED : Integer.MAX_VALUE - 1).stream()
                .map(each -> substitute(
                        each, pool.get(each.speaker()), open, day.material(), booked, ready.contains(each.speaker())))
                .sorted(Comparator.comparing((Substitute each) -> !each.standby()))
                .limit(OFFERED)
                .toList();
    }

    /// @throws Refusal 404 when the talk is not in scope
    @Transactional(readOnly = true)
    public void requireKnown(UUID talk) {
        if (talks.find(talk).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    /// @throws Refusal 404 when the talk is not in scope, 409 when it looks for nobody
    @Transactional(readOnly = true)
    public void requireOpen(UUID talk) {
        open(talk);
    }

    private OpenTalks.OpenTalk open(UUID talk) {
        var open = talks.find(talk).orElseThrow(Refusal::notFound);
        if (!open.isOpen()) {
            throw Refusal.conflict("substitute.notOpen");
        }
        return open;
    }

    private Day day(OpenTalks.OpenTalk open, ZoneId zone) {
        var date = LocalDate.ofInstant(open.startsAt(), zone);
        var horizon = Horizon.of(date, date, zone);
        var all = materials.with(List.of(open.request()), horizon);
        var asked = talks.asked(open.request().id());
        var rest = new Material(
                all.requests(),
                all.speakers().stream()
                        .filter(speaker -> !asked.contains(speaker.id()))
                        .toList(),
                all.booked(),
                all.left());
        var built = ProblemBuilder.build(rest, horizon, horizon.minuteNotBefore(clock.instant()));
        return new Day(Solution.of(built.problem(), List.of()), rest, horizon.minute(open.startsAt()));
    }

    private static Substitute substitute(
            Solution.Alternative found,
            @Nullable PooledSpeaker speaker,
            OpenTalks.OpenTalk open,
            Material material,
            Map<UUID, Integer> booked,
            boolean standby) {
        if (speaker == null) {
            throw new IllegalStateException(
                    "the planner named speaker " + found.speaker() + ", who is not in the pool");
        }
        var request = open.request();
        var elsewhere = speaker.monthLimit() - material.left().getOrDefault(speaker.id(), speaker.monthLimit());
        return new Substitute(
                speaker.id(),
                speaker.name(),
                speaker.tier(),
                Way.kilometres(speaker.lat(), speaker.lon(), request.lat(), request.lon()),
                Way.minutes(speaker.lat(), speaker.lon(), request.lat(), request.lon()),
                found.changes().getOrDefault("travel", 0L),
                speaker.fit().getOrDefault(request.segment(), 100),
                elsewhere + booked.getOrDefault(speaker.id(), 0),
                standby);
    }

    /// Makes sure that each of them could give the talk as things stand.
    ///
    /// @return the talk's path
    /// @throws Refusal 409 when the talk looks for nobody, or one of them could not give it
    @Transactional(readOnly = true)
    public String requirePossible(UUID talk, List<UUID> speakers, ZoneId zone) {
        var open = open(talk);
        var day = day(open, zone);
        for (var speaker : speakers) {
            requirePossible(talk, speaker, day);
        }
        return open.request().path();
    }

    private static void requirePossible(UUID talk, @Nullable UUID speaker, Day day) {
        if (speaker == null
                || !day.solution().knows(talk)
                || !day.solution().speakers().contains(speaker)
                || !day.solution().broken(talk, speaker, day.start()).isEmpty()) {
            throw Refusal.conflict("substitute.notOffered");
        }
    }

    /// Asks that speaker.
    ///
    /// @throws Refusal 409 when the talk looks for nobody, or the speaker could not give it
    @Transactional
    public void ask(UUID talk, @Nullable UUID speaker, Actor actor) {
        var open = open(talk);
        var day = day(open, actor.zone());
        requirePossible(talk, speaker, day);
        bookings.assignSubstitute(talk, Objects.requireNonNull(speaker));
        audit.record("ask-substitute", "talk", talk, Map.of("speaker", Objects.requireNonNull(speaker)));
    }
}
