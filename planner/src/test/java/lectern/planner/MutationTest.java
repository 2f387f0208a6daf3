package lectern.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Place;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import org.junit.jupiter.api.Test;

/// A second, naive reading of the rules must agree with the evaluator on plans changed at random.
class MutationTest {

    @Test
    void plansChangedAtRandomAreJudgedAsByANaiveReading() {
        int valid = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Problem problem = RandomProblems.tiny(seed);
            Plan plan = Planner.plan(problem, Limits.ofIterations(50, seed), progress -> {}, () -> false);
            Random random = new Random(seed);
            for (int i = 0; i < 100; i++) {
                List<Assignment> changed = mutate(problem, plan.assignments(), random);
                boolean judged = Evaluation.of(problem, Plan.of(changed)).isValid();
                assertThat(judged).as("%d: %s", seed, changed).isEqualTo(new Naive(problem, changed).isValid());
                valid += judged ? 1 : 0;
            }
        }
        // Of 6,000 plans a few hundred are valid: enough of both kinds for the comparison to mean something.
        assertThat(valid).isBetween(200, 5_800);
    }

    private static List<Assignment> mutate(Problem problem, List<Assignment> plan, Random random) {
        List<Assignment> changed = new ArrayList<>(plan);
        Talk talk = problem.talks().get(random.nextInt(problem.talks().size()));
        Speaker speaker =
                problem.speakers().get(random.nextInt(problem.speakers().size()));
        int start = talk.windows().get(0).from() + random.nextInt(6) - 1;
        if (random.nextInt(5) > 0) {
            changed.removeIf(assignment -> assignment.talk().equals(talk.id()));
        }
        changed.add(random.nextInt(changed.size() + 1), new Assignment(talk.id(), speaker.id(), start));
        return changed;
    }

    private static final class Naive {
        private final Problem problem;
        private final List<Assignment> plan;
        private final Map<String, Talk> talks = new HashMap<>();
        private final Map<String, Integer> places = new HashMap<>();

        Naive(Problem problem, List<Assignment> plan) {
            this.problem = problem;
            this.plan = plan;
            problem.talks().forEach(talk -> talks.put(talk.id(), talk));
            problem.places().forEach(place -> places.put(place.id(), places.size()));
        }

        boolean isValid() {
            Set<String> ids = new HashSet<>();
            for (Assignment a : plan) {
                if (!ids.add(a.talk()) || !talk(a).mayStartAt(a.start())) {
                    return false;
                }
                for (Assignment b : plan) {
                    boolean samePlace = a != b && talk(a).place().equals(talk(b).place());
                    if (samePlace
                            && problem.places().get(place(talk(a).place())).exclusive()
                            && a.start() < b.start() + talk(b).minutes()
                            && b.start() < a.start() + talk(a).minutes()) {
                        return false;
                    }
                }
            }
            return problem.speakers().stream().allMatch(this::isValid);
        }

        private boolean isValid(Speaker speaker) {
            List<Assignment> own = new ArrayList<>(
                    plan.stream().filter(a -> a.speaker().equals(speaker.id())).toList());
            boolean able = own.stream()
                    .allMatch(
                            a -> speaker.skills().containsAll(talk(a).needs()) && speaker.tier() >= talk(a).minTier());
            if (!able || own.size() > speaker.maxTalks()) {
                return false;
            }
            int inShifts = 0;
            for (Shift shift : speaker.shifts()) {
                List<Assignment> inShift = own.stream()
                        .filter(a -> a.start() >= shift.start() && a.start() + talk(a).minutes() <= shift.end())
                        .sorted((a, b) -> a.start() - b.start())
                        .toList();
                inShifts += inShift.size();
                if (!inShift.isEmpty() && !isValid(speaker, shift, inShift)) {
                    return false;
                }
            }
            return inShifts == own.size();
        }

        private boolean isValid(Speaker speaker, Shift shift, List<Assignment> inShift) {
            int now = shift.start();
            int load = 0;
            String at = speaker.home();
            for (Assignment a : inShift) {
                if (now + travel(at, talk(a).place()) > a.start()) {
                    return false;
                }
                now = a.start() + talk(a).minutes();
                at = talk(a).place();
                load += talk(a).load();
            }
            return now + travel(at, speaker.home()) <= shift.end()
                    && inShift.size() <= speaker.maxTalksPerShift()
                    && (speaker.capacity() == 0 || load <= speaker.capacity());
        }

        private Talk talk(Assignment assignment) {
            return java.util.Objects.requireNonNull(talks.get(assignment.talk()));
        }

        private int place(String id) {
            return java.util.Objects.requireNonNull(places.get(id));
        }

        private int travel(String from, String to) {
            Place a = problem.places().get(place(from));
            Place b = problem.places().get(place(to));
            return problem.travel().minutes(place(from), a, place(to), b);
        }
    }
}
