package lectern.planner.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.FunnelTest;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Window;

/// Who could take one more talk beside a plan as it stands, every other start staying where it is. Looks at all
/// speakers, not at a choice of them. Not thread-safe.
public final class Openings {

    private final Directory directory;
    private final Standing standing;
    private final Map<Set<String>, List<Speaker>> skilled = new HashMap<>();

    /// The talk asked for must not be among the assignments.
    public Openings(Directory directory, List<Assignment> assignments) {
        this.directory = directory;
        this.standing = new Standing(directory, assignments);
    }

    public List<Speaker> all() {
        return directory.problem().speakers();
    }

    /// Speakers who have the skills; asked for again and again by talks that need the same.
    public List<Speaker> skilled(Talk talk) {
        return skilled.computeIfAbsent(
                new HashSet<>(talk.needs()),
                needs -> directory.problem().speakers().stream()
                        .filter(speaker -> needs.isEmpty() || new HashSet<>(speaker.skills()).containsAll(needs))
                        .toList());
    }

    /// The last of the tests TIER … FREE that this speaker, who has the skills, passes; SKILLS if none.
    public FunnelTest passes(Talk talk, Speaker speaker) {
        if (speaker.tier() < talk.minTier()) {
            return FunnelTest.SKILLS;
        } else if (!fitsSomeShift(talk, speaker, 0, 0)) {
            return FunnelTest.TIER;
        }
        long out = directory.travel(speaker.home(), talk.place());
        long back = directory.travel(talk.place(), speaker.home());
        if (!fitsSomeShift(talk, speaker, out, back)) {
            return FunnelTest.AVAILABLE;
        }
        return starts(talk, speaker).isEmpty() ? FunnelTest.REACHABLE : FunnelTest.FREE;
    }

    private static boolean fitsSomeShift(Talk talk, Speaker speaker, long out, long back) {
        for (Shift shift : speaker.shifts()) {
            for (Window window : talk.windows()) {
                long earliest = Math.max(window.from(), shift.start() + out);
                if (earliest <= window.to() && earliest + talk.minutes() + back <= shift.end()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Starts worth looking at for a speaker with the skills and the tier: in each gap the earliest that breaks no
    /// rule, and the published start.
    public List<Integer> starts(Talk talk, Speaker speaker) {
        if (standing.of(speaker).size() >= speaker.maxTalks()) {
            return List.of();
        }
        Diary diary = standing.diary(speaker);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < speaker.shifts().size(); i++) {
            List<Visit> visits = diary.shifts().get(i);
            if (!isFull(talk, speaker, visits)) {
                for (int gap = 0; gap <= visits.size(); gap++) {
                    addStarts(talk, speaker, speaker.shifts().get(i), visits, gap, starts);
                }
            }
        }
        return starts.stream().distinct().toList();
    }

    private static boolean isFull(Talk talk, Speaker speaker, List<Visit> visits) {
        long load =
                talk.load() + visits.stream().mapToLong(v -> v.talk().load()).sum();
        return visits.size() >= speaker.maxTalksPerShift() || (speaker.capacity() > 0 && load > speaker.capacity());
    }

    /// @param earliest start that the way there leaves
    /// @param latest start that the way on leaves
    private record Gap(long earliest, long latest) {}

    private Gap gap(Talk talk, Speaker speaker, Shift shift, List<Visit> visits, int gap) {
        String from = gap == 0 ? speaker.home() : visits.get(gap - 1).talk().place();
        String to =
                gap == visits.size() ? speaker.home() : visits.get(gap).talk().place();
        long free = gap == 0 ? shift.start() : visits.get(gap - 1).end();
        long due = gap == visits.size() ? shift.end() : visits.get(gap).start();
        return new Gap(
                free + directory.travel(from, talk.place()), due - directory.travel(talk.place(), to) - talk.minutes());
    }

    private void addStarts(Talk talk, Speaker speaker, Shift shift, List<Visit> visits, int gap, List<Integer> starts) {
        long earliest = gap(talk, speaker, shift, visits, gap).earliest();
        long latest = gap(talk, speaker, shift, visits, gap).latest();
        for (Window window : inOrder(talk.windows())) {
            long start = afterOthersAtPlace(talk, Math.max(window.from(), earliest));
            if (start <= Math.min(window.to(), latest)) {
                starts.add((int) start);
                break;
            }
        }
        Assignment previous = directory.previous(talk.id());
        if (previous != null
                && previous.start() >= earliest
                && previous.start() <= latest
                && talk.mayStartAt(previous.start())
                && afterOthersAtPlace(talk, previous.start()) == previous.start()) {
            starts.add(previous.start());
        }
    }

    /// A stretch of starts, both ends included, that all break no rule and cost the same.
    public record Opening(int from, int to) {}

    /// Every start that breaks no rule for a speaker with the skills and the tier, in order. The talk takes time.
    public List<Opening> openings(Talk talk, Speaker speaker) {
        if (standing.of(speaker).size() >= speaker.maxTalks()) {
            return List.of();
        }
        Diary diary = standing.diary(speaker);
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < speaker.shifts().size(); i++) {
            List<Visit> visits = diary.shifts().get(i);
            if (!isFull(talk, speaker, visits)) {
                for (int gap = 0; gap <= visits.size(); gap++) {
                    addOpenings(
                            talk, speaker, gap(talk, speaker, speaker.shifts().get(i), visits, gap), openings);
                }
            }
        }
        openings.sort(Comparator.comparingInt(Opening::from));
        return openings;
    }

    private void addOpenings(Talk talk, Speaker speaker, Gap gap, List<Opening> openings) {
        long next = gap.earliest();
        for (Window window : inOrder(talk.windows())) {
            long from = afterOthersAtPlace(talk, Math.max(window.from(), next));
            long to = Math.min(window.to(), gap.latest());
            next = Math.max(next, to + 1);
            while (from <= to) {
                long until = Math.min(to, beforeOthersAtPlace(talk, from));
                addApartFromPrevious(talk, speaker, (int) from, (int) until, openings);
                from = afterOthersAtPlace(talk, until + 1);
            }
        }
    }

    private static List<Window> inOrder(List<Window> windows) {
        return windows.stream().sorted(Comparator.comparingInt(Window::from)).toList();
    }

    /// The published start costs less than those around it, so it stands alone.
    private void addApartFromPrevious(Talk talk, Speaker speaker, int from, int to, List<Opening> openings) {
        Assignment previous = directory.previous(talk.id());
        if (previous == null
                || !previous.speaker().equals(speaker.id())
                || previous.start() < from
                || previous.start() > to) {
            openings.add(new Opening(from, to));
            return;
        }
        if (from < previous.start()) {
            openings.add(new Opening(from, previous.start() - 1));
        }
        openings.add(new Opening(previous.start(), previous.start()));
        if (previous.start() < to) {
            openings.add(new Opening(previous.start() + 1, to));
        }
    }

    /// The earliest minute from `start` on at which the talk's place is free for all of it.
    private long afterOthersAtPlace(Talk talk, long start) {
        if (talk.minutes() == 0 || !directory.place(talk.place()).exclusive()) {
            return start;
        }
        long free = start;
        for (Visit other :
                standing.at(talk.place()).stream().sorted(Visit.IN_ORDER).toList()) {
            if (other.talk().minutes() > 0 && other.start() < free + talk.minutes() && free < other.end()) {
                free = other.end();
            }
        }
        return free;
    }

    /// The last minute up to which starts from `start` on, at which the place is free, leave others there their time.
    private long beforeOthersAtPlace(Talk talk, long start) {
        if (talk.minutes() == 0 || !directory.place(talk.place()).exclusive()) {
            return Integer.MAX_VALUE;
        }
        return standing.at(talk.place()).stream()
                .filter(other -> other.talk().minutes() > 0 && other.start() >= start + talk.minutes())
                .mapToLong(other -> (long) other.start() - talk.minutes())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /// Whether the speaker has as many talks as he may have.
    public boolean isBookedUp(Speaker speaker) {
        return standing.of(speaker).size() >= speaker.maxTalks();
    }

    /// When the talk's place, if only one talk at a time can be there, is taken: starts and ends.
    public List<Opening> takenAtPlace(Talk talk) {
        if (!directory.place(talk.place()).exclusive()) {
            return List.of();
        }
        return standing.at(talk.place()).stream()
                .filter(other -> other.talk().minutes() > 0)
                .sorted(Visit.IN_ORDER)
                .map(other -> new Opening(other.start(), (int) other.end()))
                .toList();
    }

    /// What it costs more, or less, to have the talk given like this than to leave it out.
    public Cost difference(Talk talk, Speaker speaker, int start) {
        List<Visit> with = new ArrayList<>(standing.of(speaker));
        with.add(new Visit(talk, start));
        Cost before = Costs.ofSpeaker(directory, speaker, standing.of(speaker))
                .plus(Costs.unserved(directory.problem().weights(), talk.priority()));
        return Costs.ofSpeaker(directory, speaker, with).minus(before);
    }
}
