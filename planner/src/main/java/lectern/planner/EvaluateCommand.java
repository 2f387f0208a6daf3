package lectern.planner;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lectern.planner.format.PlanFile;
import lectern.planner.format.ProblemFile;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.rules.Pins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Prints every broken rule and the cost, term by term.
@Command(name = "evaluate", description = "Judges a plan.", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROBLEM.json")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "PLAN.json")
    private Path planFile = Path.of("");

    private final PrintStream out;

    EvaluateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Problem problem = Files.read(problemFile, ProblemFile::read);
        Pins.check(problem);
        Plan plan = Files.read(planFile, PlanFile::read);
        Evaluation evaluation = Evaluation.of(problem, plan);
        evaluation.violations().forEach(violation -> out.println("broken: " + violation.message()));
        evaluation.cost().terms().forEach((term, value) -> out.println(term + " " + value));
        return evaluation.isValid() ? CommandLine.VALID : CommandLine.BROKEN;
    }
}
