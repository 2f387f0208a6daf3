package lectern.planner.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Weights;

/// The cost of a plan, term by term, from scratch. Stateless.
public final class Costs {

    private Costs() {}

    public static Cost of(Directory directory, List<Assignment> assignments) {
        Standing standing = new Standing(directory, assignments);
        Cost cost = Cost.ZERO;
        Set<String> served = new HashSet<>();
        for (Speaker speaker : directory.problem().speakers()) {
            List<Visit> visits = standing.of(speaker);
            if (!visits.isEmpty()) {
                cost = cost.plus(ofSpeaker(directory, speaker, visits));
                visits.forEach(visit -> served.add(visit.talk().id()));
            }
        }
        long leftOut = directory.problem().talks().stream()
                .filter(talk -> !served.contains(talk.id()))
                .mapToLong(Talk::priority)
                .sum();
        return cost.plus(unserved(directory.problem().weights(), leftOut));
    }

    /// What it costs more, or less, to have the talk given on a trip of its own from home, in a shift of its own, than
    /// to
    /// leave it out.
    ///
    /// @param own what the speaker has besides
    public static Cost ofOwnTrip(Directory directory, Speaker speaker, List<Assignment> own, Talk talk, int start) {
        Weights weights = directory.problem().weights();
        long out = directory.travel(speaker.home(), talk.place());
        long back = directory.travel(talk.place(), speaker.home());
        long again = own.stream()
                        .map(each -> directory.talk(each.talk()))
                        .anyMatch(each -> each != null && each.place().equals(talk.place()))
                ? 1
                : 0;
        Assignment previous = directory.previous(talk.id());
        boolean changed = previous != null && !previous.speaker().equals(speaker.id());
        boolean moved = previous != null && !changed && previous.start() != start;
        return Cost.of(
                -talk.priority() * weights.unserved(),
                (out + back) * weights.travel(),
                weights.shift(),
                speaker.misfit(talk) * weights.misfit(),
                (2L * own.size() + 1) * weights.load(),
                again * weights.repeat(),
                (speaker.tier() - talk.minTier()) * weights.overtier(),
                changed ? weights.change() : 0,
                moved ? weights.move() : 0);
    }

    static Cost unserved(Weights weights, long priorities) {
        return Cost.of(priorities * weights.unserved(), 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// What these visits by this speaker cost; speakers cost nothing by one another.
    static Cost ofSpeaker(Directory directory, Speaker speaker, List<Visit> visits) {
        Weights weights = directory.problem().weights();
        Diary diary = Diary.of(directory, speaker, visits);
        Map<String, Integer> atPlace = new HashMap<>();
        long misfit = 0;
        long overtier = 0;
        long changed = 0;
        long moved = 0;
        for (Visit visit : visits) {
            Talk talk = visit.talk();
            atPlace.merge(talk.place(), 1, Integer::sum);
            misfit += speaker.misfit(talk);
            overtier += speaker.tier() - talk.minTier();
            Assignment previous = directory.previous(talk.id());
            if (previous != null) {
                boolean sameSpeaker = previous.speaker().equals(speaker.id());
                changed += sameSpeaker ? 0 : 1;
                moved += sameSpeaker && previous.start() != visit.start() ? 1 : 0;
            }
        }
        long repeats = atPlace.values().stream().mapToLong(n -> n - 1).sum();
        long talks = visits.size();
        return Cost.of(
                0,
                diary.travel(directory) * weights.travel(),
                diary.usedShifts() * weights.shift(),
                misfit * weights.misfit(),
                talks * talks * weights.load(),
                repeats * weights.repeat(),
                overtier * weights.overtier(),
                changed * weights.change(),
                moved * weights.move());
    }
}
