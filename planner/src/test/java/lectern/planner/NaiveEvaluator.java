package lectern.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;

/// A second, naive reading of the rules and costs in docs/planner-format.md, which shares no code with the evaluator;
/// if wished with one planted fault, to see whether a comparison finds it. For plans of known talks and speakers, each
/// talk ≥ 1 minute long.
final class NaiveEvaluator {

    /// One for each term of the cost and each hard rule, and some more for the easily mistaken.
    enum Fault {
        NONE,
        UNSERVED_FORGETS_PRIORITY,
        TRAVEL_FORGETS_THE_WAY_HOME,
        TRAVEL_GOES_HOME_BETWEEN_TALKS,
        SHIFT_COUNTS_SPEAKERS,
        MISFIT_OF_UNLISTED_SEGMENTS_IS_FULL,
        MISFIT_DROPS_THE_SECOND_DECIMAL,
        LOAD_IS_LINEAR,
        REPEAT_COUNTS_THE_FIRST,
        OVERTIER_FORGETS_WHAT_IS_NEEDED,
        CHANGE_COUNTS_LEAVING_OUT,
        MOVE_COUNTS_OTHER_SPEAKERS,
        TALKS_MAY_BE_GIVEN_TWICE,
        WINDOWS_END_EARLY,
        ANY_SKILL_IS_ENOUGH,
        TIER_IS_IGNORED,
        SHIFTS_THAT_TOUCH_ARE_ONE,
        OUT_BEFORE_THE_SHIFT,
        NO_TIME_BETWEEN_TALKS,
        HOME_AFTER_THE_SHIFT,
        CAP_IS_IGNORED,
        CAP_PER_SHIFT_IS_IGNORED,
        CAPACITY_IS_IGNORED,
        CAPACITY_ZERO_IS_NONE_AT_ALL,
        PLACES_ARE_NEVER_EXCLUSIVE,
        PLACES_ARE_ALWAYS_EXCLUSIVE,
        PLACES_NEED_A_PAUSE,
        PINS_ARE_IGNORED
    }

    private final Problem problem;
    private final List<Assignment> plan;
    private final Fault fault;
    private final Map<String, Talk> talks = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Assignment> previous = new HashMap<>();

    NaiveEvaluator(Problem problem, List<Assignment> plan, Fault fault) {
        this.problem = problem;
        this.plan = plan;
        this.fault = fault;
        problem.talks().forEach(talk -> talks.put(talk.id(), talk));
        problem.places().forEach(place -> places.put(place.id(), places.size()));
        problem.previous().forEach(before -> previous.put(before.talk(), before));
    }

    private boolean planted(Fault one) {
        return fault == one;
    }

    boolean isValid() {
        Set<String> ids = new HashSet<>();
        for (Assignment a : plan) {
            boolean again = !ids.add(a.talk());
            if ((again && !planted(Fault.TALKS_MAY_BE_GIVEN_TWICE)) || !mayStart(a)) {
                return false;
            }
            for (Assignment b : plan) {
                if (a != b && !a.talk().equals(b.talk()) && clash(a, b)) {
                    return false;
                }
            }
        }
        return (planted(Fault.PINS_ARE_IGNORED) || plan.containsAll(problem.pinned()))
                && problem.speakers().stream().allMatch(this::isValid);
    }

    private boolean mayStart(Assignment a) {
        int early = planted(Fault.WINDOWS_END_EARLY) ? 1 : 0;
        return talk(a).windows().stream()
                .anyMatch(window -> window.from() <= a.start() && a.start() <= window.to() - early);
    }

    private boolean clash(Assignment a, Assignment b) {
        int place = place(talk(a).place());
        boolean exclusive = problem.places().get(place).exclusive() || planted(Fault.PLACES_ARE_ALWAYS_EXCLUSIVE);
        int pause = planted(Fault.PLACES_NEED_A_PAUSE) ? 1 : 0;
        return place == place(talk(b).place())
                && exclusive
                && !planted(Fault.PLACES_ARE_NEVER_EXCLUSIVE)
                && a.start() < b.start() + talk(b).minutes() + pause
                && b.start() < a.start() + talk(a).minutes() + pause;
    }

    private boolean isValid(Speaker speaker) {
        List<Assignment> own = own(speaker);
        boolean able = own.stream().allMatch(a -> isAble(speaker, talk(a)));
        if (!able || (own.size() > speaker.maxTalks() && !planted(Fault.CAP_IS_IGNORED))) {
            return false;
        }
        int inShifts = 0;
        for (Shift shift : shifts(speaker)) {
            List<Assignment> inShift = within(own, shift);
            inShifts += inShift.size();
            if (!inShift.isEmpty() && !isValid(speaker, shift, inShift)) {
                return false;
            }
        }
        return inShifts == own.size();
    }

    private boolean isAble(Speaker speaker, Talk talk) {
        boolean skilled = planted(Fault.ANY_SKILL_IS_ENOUGH)
                ? talk.needs().isEmpty() || talk.needs().stream().anyMatch(speaker.skills()::contains)
                : speaker.skills().containsAll(talk.needs());
        return skilled && (speaker.tier() >= talk.minTier() || planted(Fault.TIER_IS_IGNORED));
    }

    private List<Assignment> own(Speaker speaker) {
        return plan.stream()
                .filter(a -> a.speaker().equals(speaker.id()))
                .sorted(Comparator.comparingInt(Assignment::start))
                .toList();
    }

    private List<Shift> shifts(Speaker speaker) {
        List<Shift> shifts = new ArrayList<>();
        for (Shift shift : speaker.shifts()) {
            boolean touches = !shifts.isEmpty() && shifts.getLast().end() == shift.start();
            if (touches && planted(Fault.SHIFTS_THAT_TOUCH_ARE_ONE)) {
                shifts.add(new Shift(shifts.removeLast().start(), shift.end()));
            } else {
                shifts.add(shift);
            }
        }
        return shifts;
    }

    private List<Assignment> within(List<Assignment> own, Shift shift) {
        return own.stream()
                .filter(a -> a.start() >= shift.start() && a.start() + talk(a).minutes() <= shift.end())
                .toList();
    }

    private boolean isValid(Speaker speaker, Shift shift, List<Assignment> inShift) {
        int now = planted(Fault.OUT_BEFORE_THE_SHIFT) ? shift.start() - 100 : shift.start();
        int load = 0;
        String at = speaker.home();
        for (Assignment a : inShift) {
            boolean between = a != inShift.getFirst();
            int way = between && planted(Fault.NO_TIME_BETWEEN_TALKS) ? 0 : travel(at, talk(a).place());
            if (now + way > a.start()) {
                return false;
            }
            now = a.start() + talk(a).minutes();
            at = talk(a).place();
            load += talk(a).load();
        }
        boolean late = now + travel(at, speaker.home()) > shift.end() && !planted(Fault.HOME_AFTER_THE_SHIFT);
        boolean many = inShift.size() > speaker.maxTalksPerShift() && !planted(Fault.CAP_PER_SHIFT_IS_IGNORED);
        boolean capped = speaker.capacity() > 0 || planted(Fault.CAPACITY_ZERO_IS_NONE_AT_ALL);
        boolean heavy = capped && load > speaker.capacity() && !planted(Fault.CAPACITY_IS_IGNORED);
        return !late && !many && !heavy;
    }

    /// Of a valid plan.
    Cost cost() {
        long unserved = 0;
        for (Talk talk : problem.talks()) {
            if (plan.stream().noneMatch(a -> a.talk().equals(talk.id()))) {
                unserved += planted(Fault.UNSERVED_FORGETS_PRIORITY) ? 1 : talk.priority();
            }
        }
        long travel = 0;
        long shifts = 0;
        long load = 0;
        long repeat = 0;
        for (Speaker speaker : problem.speakers()) {
            List<Assignment> own = own(speaker);
            load += planted(Fault.LOAD_IS_LINEAR) ? own.size() : (long) own.size() * own.size();
            repeat += own.size()
                    - own.stream().map(a -> talk(a).place()).distinct().count();
            if (planted(Fault.REPEAT_COUNTS_THE_FIRST)) {
                repeat += own.stream().map(a -> talk(a).place()).distinct().count();
            }
            long used = 0;
            for (Shift shift : speaker.shifts()) {
                List<Assignment> inShift = within(own, shift);
                used += inShift.isEmpty() ? 0 : 1;
                travel += travel(speaker, inShift);
            }
            shifts += planted(Fault.SHIFT_COUNTS_SPEAKERS) ? Math.min(used, 1) : used;
        }
        var weights = problem.weights();
        return Cost.of(
                unserved * weights.unserved(),
                travel * weights.travel(),
                shifts * weights.shift(),
                sum(this::misfit) * weights.misfit(),
                load * weights.load(),
                repeat * weights.repeat(),
                sum(this::overtier) * weights.overtier(),
                changes() * weights.change(),
                moves() * weights.move());
    }

    private long travel(Speaker speaker, List<Assignment> inShift) {
        long minutes = 0;
        String at = speaker.home();
        for (Assignment a : inShift) {
            if (planted(Fault.TRAVEL_GOES_HOME_BETWEEN_TALKS)) {
                minutes += travel(at, speaker.home());
                at = speaker.home();
            }
            minutes += travel(at, talk(a).place());
            at = talk(a).place();
        }
        return minutes + (planted(Fault.TRAVEL_FORGETS_THE_WAY_HOME) ? 0 : travel(at, speaker.home()));
    }

    private interface Points {
        long of(Talk talk, Speaker speaker);
    }

    private long sum(Points points) {
        return plan.stream().mapToLong(a -> points.of(talk(a), speaker(a))).sum();
    }

    private long misfit(Talk talk, Speaker speaker) {
        if (talk.segment() == null) {
            return 0;
        }
        Integer fit = speaker.fit().get(talk.segment());
        if (fit == null) {
            return planted(Fault.MISFIT_OF_UNLISTED_SEGMENTS_IS_FULL) ? 100 : 0;
        }
        return 100 - (planted(Fault.MISFIT_DROPS_THE_SECOND_DECIMAL) ? fit / 10 * 10 : fit);
    }

    private long overtier(Talk talk, Speaker speaker) {
        return planted(Fault.OVERTIER_FORGETS_WHAT_IS_NEEDED) ? speaker.tier() : speaker.tier() - talk.minTier();
    }

    private long changes() {
        return problem.previous().stream()
                .filter(before -> plan.stream()
                        .filter(now -> now.talk().equals(before.talk()))
                        .findFirst()
                        .map(now -> !now.speaker().equals(before.speaker()))
                        .orElse(planted(Fault.CHANGE_COUNTS_LEAVING_OUT)))
                .count();
    }

    private long moves() {
        return plan.stream()
                .filter(now -> {
                    Assignment before = previous.get(now.talk());
                    return before != null
                            && before.start() != now.start()
                            && (before.speaker().equals(now.speaker()) || planted(Fault.MOVE_COUNTS_OTHER_SPEAKERS));
                })
                .count();
    }

    private Talk talk(Assignment assignment) {
        return Objects.requireNonNull(talks.get(assignment.talk()));
    }

    private Speaker speaker(Assignment assignment) {
        return problem.speakers().stream()
                .filter(speaker -> speaker.id().equals(assignment.speaker()))
                .findFirst()
                .orElseThrow();
    }

    private int place(String id) {
        return Objects.requireNonNull(places.get(id));
    }

    private int travel(String from, String to) {
        int a = place(from);
        int b = place(to);
        return problem.travel()
                .minutes(a, problem.places().get(a), b, problem.places().get(b));
    }
}
