package lectern.planner;

import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.search.ParallelSearch;

/// How fast the planner is on a fictional region's month. Run by hand: `Benchmark [TALKS SPEAKERS DAYS SECONDS]`.
final class Benchmark {

    private Benchmark() {}

    public static void main(String[] arguments) {
        int[] size = {2_300, 6_000, 30, 30};
        for (int i = 0; i < arguments.length; i++) {
            size[i] = Integer.parseInt(arguments[i]);
        }
        Problem problem = RandomProblems.month(size[0], size[1], size[2], 1);
        long started = System.nanoTime();
        var unused = new ParallelSearch(problem);
        System.out.printf("model built in %.2f s%n", (System.nanoTime() - started) / 1e9);
        Plan plan = Planner.plan(problem, Limits.ofSeconds(size[3]), Benchmark::print, () -> false);
        System.out.printf("%.1f s in all: %s%n", (System.nanoTime() - started) / 1e9, plan.cost());
        System.out.println("valid: " + Evaluation.of(problem, plan).isValid());
    }

    private static void print(Progress progress) {
        System.out.printf(
                "%6.1f s  cost %d  served %d  iterations %d%n",
                progress.elapsedSeconds(), progress.cost(), progress.served(), progress.iterations());
    }
}
