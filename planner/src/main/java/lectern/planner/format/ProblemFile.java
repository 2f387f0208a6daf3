package lectern.planner.format;

import java.util.Set;
import lectern.planner.model.Problem;

/// A problem as JSON in UTF-8. Stateless.
public final class ProblemFile {

    private ProblemFile() {}

    /// Pins are not yet checked against the hard rules; whoever plans does that.
    ///
    /// @throws lectern.planner.model.InvalidProblemException with one line that says what is wrong and where
    public static Problem read(byte[] json) {
        Located root = Json.read(json)
                .object(Set.of("travel", "weights", "places", "talks", "speakers", "pinned", "previous"));
        return new Problem(
                ProblemReader.travel(root.get("travel")),
                ProblemReader.weights(root),
                root.get("places").list(ProblemReader::place),
                root.get("talks").list(ProblemReader::talk),
                root.get("speakers").list(ProblemReader::speaker),
                root.listOrNone("pinned", PlanFile::assignment),
                root.listOrNone("previous", PlanFile::assignment));
    }

    /// What [#read] understands as the same problem.
    public static byte[] write(Problem problem) {
        return Json.write(ProblemWriter.tree(problem));
    }
}
