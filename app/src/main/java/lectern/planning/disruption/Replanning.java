package lectern.planning.disruption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.people.PooledSpeaker;
import lectern.planner.model.Assignment;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Weights;
import lectern.planning.problem.Horizon;
import lectern.planning.problem.Material;
import lectern.planning.problem.ProblemBuilder;
import lectern.planning.problem.Search;
import lectern.planning.problem.Solution;
import lectern.programme.BookedTalk;
import lectern.programme.OpenRequest;

/// One search for some talks beside a calendar in which everything else is pinned.
///
/// @param pool all speakers, also those without any time in the period
/// @param declined who does not come for a talk, by talk
/// @param now minute of the horizon
record Replanning(
        Material calendar, List<PooledSpeaker> pool, Horizon horizon, int now, Map<UUID, Set<UUID>> declined) {
    /// Tries of the search; without a clock in it, the same calendar gives the same proposal.
    private static final int TRIES = 3_000;

    /// Serving counts before everything, and no way is so short that it would be worth asking another speaker.
    static final Weights STAY = new Weights(1_000_000, 1, 0, 1, 5, 20, 10, 10_000, 5_000);

    /// @param standing the talks to place, each at one venue and with its windows
    /// @param decided talks that were placed before and stay so
    Solution place(List<StandingTalk> standing, List<BookedTalk> decided, Weights weights) {
        var booked = bookedBeside(standing, decided);
        var requests = standing.stream().map(StandingTalk::request).toList();
        var built = ProblemBuilder.build(relevant(requests, booked, standing), horizon, now);
        return Search.brief(wishes(built.problem(), standing, weights), TRIES);
    }

    /// The same talks beside the same calendar, left out, with everybody there is: for telling why nobody can come.
    Solution leftOut(List<StandingTalk> standing, List<BookedTalk> decided) {
        var requests = standing.stream().map(StandingTalk::request).toList();
        var everybody = new Material(requests, pool, bookedBeside(standing, decided), calendar.left());
        var built = ProblemBuilder.build(everybody, horizon, now);
        return Solution.of(wishes(built.problem(), standing, Weights.DEFAULT), List.of());
    }

    private List<BookedTalk> bookedBeside(List<StandingTalk> standing, List<BookedTalk> decided) {
        var ids = standing.stream().map(StandingTalk::id).collect(Collectors.toSet());
        var booked = new ArrayList<>(calendar.booked().stream()
                .filter(talk -> !ids.contains(talk.id()))
                .toList());
        var placed = decided.stream().map(BookedTalk::id).collect(Collectors.toSet());
        booked.removeIf(talk -> placed.contains(talk.id()));
        booked.addAll(decided);
        return booked;
    }

    /// Speakers who could have to do with these talks, and what is booked for them or at these venues. A city has
    /// thousands of others.
    private Material relevant(List<OpenRequest> requests, List<BookedTalk> booked, List<StandingTalk> standing) {
        var topics = requests.stream().map(OpenRequest::topicId).collect(Collectors.toSet());
        var venues = requests.stream().map(OpenRequest::venueId).collect(Collectors.toSet());
        var owners = standing.stream().map(StandingTalk::speaker).collect(Collectors.toCollection(HashSet::new));
        var speakers = calendar.speakers().stream()
                .filter(speaker -> owners.contains(speaker.id())
                        || speaker.topics().stream().anyMatch(topics::contains))
                .toList();
        var known = speakers.stream().map(PooledSpeaker::id).collect(Collectors.toSet());
        return new Material(
                requests,
                speakers,
                booked.stream()
                        .filter(talk -> known.contains(talk.speakerId()) || venues.contains(talk.venueId()))
                        .toList(),
                calendar.left());
    }

    /// The same problem with what was booked as the plan before, and without those who declined.
    private Problem wishes(Problem problem, List<StandingTalk> standing, Weights weights) {
        var speakers = problem.speakers().stream().map(Speaker::id).collect(Collectors.toSet());
        var talks = problem.talks().stream().map(Talk::id).collect(Collectors.toSet());
        var previous = standing.stream()
                .filter(each -> each.speaker() != null
                        && speakers.contains(each.speaker().toString())
                        && talks.contains(each.id().toString())
                        && !each.startsAt().isBefore(horizon.from()))
                .map(each -> new Assignment(
                        each.id().toString(), String.valueOf(each.speaker()), horizon.minute(each.startsAt())))
                .toList();
        return new Problem(
                problem.travel(),
                weights,
                problem.places(),
                problem.talks().stream().map(this::withoutDeclined).toList(),
                problem.speakers().stream().map(this::willing).toList(),
                problem.pinned(),
                previous);
    }

    private Talk withoutDeclined(Talk talk) {
        if (declined.keySet().stream().noneMatch(id -> id.toString().equals(talk.id()))) {
            return talk;
        }
        var needs = new ArrayList<>(talk.needs());
        needs.add(willingFor(talk.id()));
        return new Talk(
                talk.id(),
                talk.place(),
                talk.minutes(),
                talk.windows(),
                needs,
                talk.minTier(),
                talk.segment(),
                talk.priority(),
                talk.load());
    }

    private Speaker willing(Speaker speaker) {
        if (declined.isEmpty()) {
            return speaker;
        }
        var skills = new ArrayList<>(speaker.skills());
        declined.forEach((talk, who) -> {
            if (who.stream().noneMatch(id -> id.toString().equals(speaker.id()))) {
                skills.add(willingFor(talk.toString()));
            }
        });
        return new Speaker(
                speaker.id(),
                speaker.home(),
                skills,
                speaker.tier(),
                speaker.shifts(),
                speaker.maxTalks(),
                speaker.maxTalksPerShift(),
                speaker.capacity(),
                speaker.fit());
    }

    private static String willingFor(String talk) {
        return "willing:" + talk;
    }

    /// A placed talk as one that is booked.
    BookedTalk booked(StandingTalk talk, Solution.Assigned placed) {
        Instant starts = horizon.instant(placed.start());
        return new BookedTalk(
                talk.id(),
                null,
                placed.speaker(),
                talk.request().venueId(),
                talk.request().lat(),
                talk.request().lon(),
                starts,
                starts.plusSeconds(60L * talk.request().minutes()));
    }
}
