package lectern.planner;

import static lectern.planner.Problems.given;
import static lectern.planner.Problems.plan;
import static lectern.planner.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.rules.Costs;
import lectern.planner.rules.Directory;
import lectern.planner.rules.HardRules;
import lectern.planner.rules.Openings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeighingTest {

    private static final int TIGHT_SPEAKERS = 60;

    private static Plan planOf(Problem problem, long seed) {
        return Planner.plan(problem, new Limits(5, 1, seed, 300), progress -> {}, () -> false);
    }

    /// A plan whose speakers are short, so that every rule excludes somebody.
    private static Problem tight(long seed) {
        Problem month = RandomProblems.month(60, TIGHT_SPEAKERS, 4, seed);
        List<Speaker> speakers = month.speakers().stream()
                .map(each -> new Speaker(
                        each.id(), each.home(), each.skills(), each.tier(), each.shifts(), 2, 3, 0, each.fit()))
                .toList();
        return new Problem(
                month.travel(),
                month.weights(),
                month.places(),
                month.talks(),
                speakers,
                List.of(),
                List.of(new Assignment(
                        "t0",
                        "s0",
                        month.talks().getFirst().windows().getFirst().from())));
    }

    @Test
    void everyDifferenceIsWhatTheEvaluatorFinds() {
        int compared = 0;
        for (long seed = 1; seed <= 10; seed++) {
            Problem problem = tight(seed);
            Directory directory = new Directory(problem);
            Plan plan = planOf(problem, seed);
            Cost now = Evaluation.of(problem, Plan.of(plan.assignments())).cost();
            for (Talk talk : problem.talks()) {
                Weighing weighing = Weighing.of(directory, plan, talk.id());
                List<Alternative> all = new ArrayList<>(weighing.ranked(5));
                problem.speakers().forEach(speaker -> all.addAll(weighing.times(speaker.id())));
                for (Alternative each : all) {
                    Plan changed = plan.with(new Assignment(talk.id(), each.speaker(), each.start()));
                    Evaluation evaluation = Evaluation.of(problem, changed);
                    assertThat(evaluation.violations()).isEmpty();
                    assertThat(each.difference()).isEqualTo(evaluation.cost().minus(now));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void whoIsExcludedIsExcludedByThatRuleAndWhoIsNotCouldComeAsTheFunnelSays() {
        var rules = new TreeSet<String>();
        for (long seed = 1; seed <= 4; seed++) {
            Problem problem = tight(seed);
            Directory directory = new Directory(problem);
            Plan plan = planOf(problem, seed);
            for (Talk talk : problem.talks()) {
                Weighing weighing = Weighing.of(directory, plan, talk.id());
                List<String> free = weighing.funnel().survivors(lectern.planner.model.FunnelTest.FREE);
                for (Speaker speaker : problem.speakers()) {
                    Exclusion rule = weighing.exclusion(speaker.id()).orElse(null);
                    assertThat(rule == null).isEqualTo(free.contains(speaker.id()));
                    assertThat(weighing.times(speaker.id()).isEmpty()).isEqualTo(rule != null);
                    if (rule != null) {
                        rules.add(rule.getClass().getSimpleName());
                        assertThat(isTrue(rule, problem, plan, talk, speaker))
                                .as("%s of %s for %s", rule, speaker.id(), talk.id())
                                .isTrue();
                    }
                }
            }
        }
        assertThat(rules).contains("MissingSkills", "TierTooLow", "NotAvailable", "OutOfReach", "LimitReached", "Busy");
    }

    /// Asks the hard rules at every minute of the windows.
    private static boolean isTrue(Exclusion rule, Problem problem, Plan plan, Talk talk, Speaker speaker) {
        return switch (rule) {
            case Exclusion.MissingSkills(List<String> skills) ->
                skills.stream().noneMatch(speaker.skills()::contains)
                        && talk.needs().containsAll(skills);
            case Exclusion.TierTooLow(int tier, int minTier) -> tier == speaker.tier() && tier < minTier;
            case Exclusion.NotAvailable away ->
                starts(talk).stream()
                        .noneMatch(start -> speaker.shifts().stream()
                                .anyMatch(shift -> shift.holds(start, start + talk.minutes())));
            case Exclusion.OutOfReach far ->
                far.out() + far.back() > 0 && brokenEverywhere(problem, List.of(), talk, speaker);
            case Exclusion.LimitReached(int talks, int max) ->
                talks >= max
                        && talks
                                == plan.without(talk.id()).assignments().stream()
                                        .filter(each -> each.speaker().equals(speaker.id()))
                                        .count();
            case Exclusion.Busy(String other) -> {
                List<Assignment> own = plan.without(talk.id()).assignments().stream()
                        .filter(each -> each.speaker().equals(speaker.id()))
                        .toList();
                yield own.stream().anyMatch(each -> each.talk().equals(other))
                        && brokenEverywhere(problem, own, talk, speaker);
            }
            case Exclusion.ShiftsFull full -> true;
            case Exclusion.PlaceTaken(String other) -> {
                Talk there = new Directory(problem).talk(other);
                yield there != null && there.place().equals(talk.place());
            }
        };
    }

    private static List<Integer> starts(Talk talk) {
        List<Integer> starts = new ArrayList<>();
        talk.windows().forEach(window -> {
            for (int start = window.from(); start <= window.to(); start++) {
                starts.add(start);
            }
        });
        return starts;
    }

    private static boolean brokenEverywhere(Problem problem, List<Assignment> own, Talk talk, Speaker speaker) {
        Directory directory = new Directory(problem);
        return starts(talk).stream().allMatch(start -> {
            List<Assignment> with = new ArrayList<>(own);
            with.add(new Assignment(talk.id(), speaker.id(), start));
            return !HardRules.violations(directory, with).isEmpty();
        });
    }

    @Test
    void whatAnExcludedSpeakerWouldChangeIsWhatTheEvaluatorFindsWithoutThatRule() {
        var rules = new TreeSet<String>();
        for (long seed = 1; seed <= 10; seed++) {
            Problem problem = tight(seed);
            Directory directory = new Directory(problem);
            Plan plan = planOf(problem, seed);
            for (Assignment given : plan.assignments()) {
                Weighing weighing = Weighing.of(directory, plan, given.talk());
                for (Weighing.Excluded excluded : weighing.betterButExcluded()) {
                    Problem lifted =
                            without(excluded, Objects.requireNonNull(directory.talk(given.talk())), problem, directory);
                    if (lifted == null) {
                        continue;
                    }
                    rules.add(excluded.rule().getClass().getSimpleName());
                    Alternative without = excluded.without();
                    Plan changed = plan.with(new Assignment(given.talk(), without.speaker(), without.start()));
                    Directory free = new Directory(lifted);
                    assertThat(without.difference())
                            .as("%s of %s for %s", excluded.rule(), without.speaker(), given.talk())
                            .isEqualTo(Costs.of(free, changed.assignments()).minus(Costs.of(free, plan.assignments())));
                    assertThat(without.difference().total()).isNegative();
                }
            }
        }
        assertThat(rules).contains("MissingSkills", "NotAvailable", "OutOfReach", "Busy");
    }

    @Test
    void nobodyBetterIsPassedOver() {
        for (long seed = 1; seed <= 10; seed++) {
            nobodyBetterIsPassedOver(tight(seed), seed);
        }
    }

    private static void nobodyBetterIsPassedOver(Problem problem, long seed) {
        Directory directory = new Directory(problem);
        Plan plan = planOf(problem, seed);
        for (Assignment given : plan.assignments()) {
            Weighing weighing = Weighing.of(directory, plan, given.talk());
            Talk talk = Objects.requireNonNull(directory.talk(given.talk()));
            Openings openings =
                    new Openings(directory, plan.without(given.talk()).assignments());
            List<String> found = weighing.betterButExcluded().stream()
                    .map(each -> each.without().speaker())
                    .toList();
            for (Speaker speaker : problem.speakers()) {
                if (weighing.exclusion(speaker.id()).orElse(null) instanceof Exclusion.MissingSkills
                        && speaker.tier() >= talk.minTier()) {
                    boolean better = openings.starts(talk, speaker).stream()
                            .map(start -> plan.with(new Assignment(given.talk(), speaker.id(), start)))
                            .map(changed -> Costs.of(directory, changed.assignments())
                                    .minus(Costs.of(directory, plan.assignments())))
                            .anyMatch(difference -> difference.total() < 0);
                    assertThat(found.contains(speaker.id())).as(speaker.id()).isEqualTo(better);
                }
            }
        }
    }

    /// The problem in which that one rule does not stand; null where an extra shift would touch the speaker's own.
    private static @Nullable Problem without(
            Weighing.Excluded excluded, Talk talk, Problem problem, Directory directory) {
        if (excluded.rule() instanceof Exclusion.MissingSkills
                || excluded.rule() instanceof Exclusion.TierTooLow
                || excluded.rule() instanceof Exclusion.LimitReached) {
            return problem; // costs do not look at those rules
        }
        Speaker speaker =
                Objects.requireNonNull(directory.speaker(excluded.without().speaker()));
        int start = excluded.without().start();
        long out = directory.travel(speaker.home(), talk.place());
        long back = directory.travel(talk.place(), speaker.home());
        Shift trip = new Shift((int) (start - out), (int) (start + talk.minutes() + back));
        if (trip.start() < 0
                || speaker.shifts().stream()
                        .anyMatch(each -> each.start() <= trip.end() && trip.start() <= each.end())) {
            return null;
        }
        List<Shift> shifts = new ArrayList<>(speaker.shifts());
        shifts.add(trip);
        List<Speaker> speakers = problem.speakers().stream()
                .map(each -> each != speaker
                        ? each
                        : new Speaker(each.id(), each.home(), each.skills(), each.tier(), shifts, 2, 3, 0, each.fit()))
                .toList();
        return new Problem(
                problem.travel(),
                problem.weights(),
                problem.places(),
                problem.talks(),
                speakers,
                problem.pinned(),
                problem.previous());
    }

    @Test
    void aSpeakerWhoseTownIsNearerIsNamedWithTheRule() {
        String talk = "{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 120]], 'needs': ['law']}";
        String speakers = "{'id': 'given', 'home': 'b', 'skills': ['law'], 'shifts': [[0, 300]]},"
                + "{'id': 'near', 'home': 'a', 'skills': ['law'], 'shifts': [[200, 300]]},"
                + "{'id': 'other', 'home': 'a', 'skills': [], 'shifts': [[0, 300]]}";
        Problem problem = problem(talk, speakers);
        assertThat(Weighing.of(new Directory(problem), plan(given("t1", "given", 100)), "t1")
                        .betterButExcluded())
                .containsExactly(
                        new Weighing.Excluded(
                                new Exclusion.NotAvailable(new Shift(200, 300)),
                                new Alternative("near", 100, Cost.of(0, -20, 0, 0, 0, 0, 0, 0, 0))),
                        new Weighing.Excluded(
                                new Exclusion.MissingSkills(List.of("law")),
                                new Alternative("other", 100, Cost.of(0, -20, 0, 0, 0, 0, 0, 0, 0))));
    }
}
