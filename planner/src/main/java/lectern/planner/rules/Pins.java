package lectern.planner.rules;

import java.util.ArrayList;
import java.util.List;
import lectern.planner.model.Assignment;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Problem;

/// Pins are promises: they must be possible, each and together.
public final class Pins {

    private Pins() {}

    /// @throws InvalidProblemException naming the first pin that breaks a hard rule, alone or beside those before it
    public static void check(Problem problem) {
        Directory directory = new Directory(problem);
        if (brokenBy(directory, problem.pinned()).isEmpty()) {
            return;
        }
        List<Assignment> soFar = new ArrayList<>();
        for (int i = 0; i < problem.pinned().size(); i++) {
            soFar.add(problem.pinned().get(i));
            List<Violation> broken = brokenBy(directory, soFar);
            if (!broken.isEmpty()) {
                throw new InvalidProblemException(
                        "pinned[" + i + "]: " + broken.getFirst().message());
            }
        }
    }

    private static List<Violation> brokenBy(Directory directory, List<Assignment> pins) {
        return HardRules.violations(directory, pins).stream()
                .filter(violation -> !(violation instanceof Violation.PinBroken))
                .toList();
    }
}
