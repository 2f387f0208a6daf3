package lectern.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lectern.planner.NaiveEvaluator.Fault;
import lectern.planner.model.Assignment;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import net.jqwik.api.Example;

/// The evaluator and a naive reading of the rules judge the same plans: found ones, and found ones changed at random.
/// They must agree on each; and so that this means something, a naive reading with any one fault planted in it must be
/// found out.
class MutationTest {

    private static final int PROBLEMS = 400;
    private static final int CHANGES = 20;

    @Example
    void theEvaluatorAgreesWithANaiveReadingAndEveryPlantedFaultIsFound() {
        Map<Fault, Integer> found = new EnumMap<>(Fault.class);
        int valid = 0;
        var problems = DrawnProblems.tiny().generator(PROBLEMS);
        Random random = new Random(4);
        for (int i = 0; i < PROBLEMS; i++) {
            Problem problem = problems.next(random).value();
            Plan plan = Planner.plan(problem, Limits.ofIterations(30, i), progress -> {}, () -> false);
            List<Assignment> changed = plan.assignments();
            for (int change = 0; change < CHANGES; change++) {
                Evaluation evaluation = Evaluation.of(problem, Plan.of(changed));
                valid += evaluation.isValid() ? 1 : 0;
                for (Fault fault : Fault.values()) {
                    if (!agrees(evaluation, new NaiveEvaluator(problem, changed, fault))) {
                        assertThat(fault).as("%s: %s", problem, changed).isNotEqualTo(Fault.NONE);
                        found.merge(fault, 1, Integer::sum);
                    }
                }
                changed = change % 5 == 4 ? plan.assignments() : changed;
                changed = mutate(problem, changed, random);
            }
        }
        assertThat(found.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Fault.NONE)));
        assertThat(valid).isBetween(PROBLEMS, PROBLEMS * (CHANGES - 5));
    }

    /// A plan that breaks a rule is no plan, so nobody asks what it costs.
    private static boolean agrees(Evaluation evaluation, NaiveEvaluator naive) {
        return evaluation.isValid() == naive.isValid()
                && (!evaluation.isValid() || evaluation.cost().equals(naive.cost()));
    }

    private static List<Assignment> mutate(Problem problem, List<Assignment> plan, Random random) {
        List<Assignment> changed = new ArrayList<>(plan);
        Talk talk = problem.talks().get(random.nextInt(problem.talks().size()));
        Speaker speaker =
                problem.speakers().get(random.nextInt(problem.speakers().size()));
        var window = talk.windows().get(random.nextInt(talk.windows().size()));
        int start = window.from() + random.nextInt(window.to() - window.from() + 3) - 1;
        if (!plan.isEmpty() && random.nextInt(2) == 0) {
            start = nextTo(plan.get(random.nextInt(plan.size())), talk, problem, random);
        }
        if (random.nextInt(6) > 0) {
            changed.removeIf(assignment -> assignment.talk().equals(talk.id()));
        }
        if (random.nextInt(6) > 0) {
            changed.add(random.nextInt(changed.size() + 1), new Assignment(talk.id(), speaker.id(), start));
        }
        return changed;
    }

    /// A start at which the talk touches another, or nearly.
    private static int nextTo(Assignment other, Talk talk, Problem problem, Random random) {
        int minutes = problem.talks().stream()
                .filter(each -> each.id().equals(other.talk()))
                .mapToInt(Talk::minutes)
                .sum();
        int touching = random.nextBoolean() ? minutes : -talk.minutes();
        return other.start() + touching + random.nextInt(6) - 2;
    }
}
