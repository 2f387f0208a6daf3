package lectern.planner;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lectern.planner.format.ProblemFile;
import lectern.planner.model.Assignment;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;

/// Small fictional problems, written as in the file format but with single quotes.
final class Problems {

    /// Three places on a line, ten minutes apart; one speaker at home in h.
    static final String TRAVEL = "'travel': {'kind': 'matrix', 'minutes': [[0,10,20],[10,0,10],[20,10,0]]}";

    static final String PLACES = "'places': [{'id': 'h'}, {'id': 'a'}, {'id': 'b'}]";
    static final String NO_COST = "'weights': {'unserved': 1000, 'travel': 0, 'shift': 0, 'misfit': 0, 'load': 0,"
            + " 'repeat': 0, 'overtier': 0, 'change': 0, 'move': 0}";

    private Problems() {}

    static Problem parse(String json) {
        return ProblemFile.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static Problem problem(String talks, String speakers, String... more) {
        String rest = more.length == 0 ? "" : ", " + String.join(", ", more);
        return parse("{" + TRAVEL + ", " + PLACES + ", 'talks': [" + talks + "], 'speakers': [" + speakers + "]" + rest
                + "}");
    }

    static Plan plan(Assignment... assignments) {
        return Plan.of(List.of(assignments));
    }

    static Assignment given(String talk, String speaker, int start) {
        return new Assignment(talk, speaker, start);
    }
}
