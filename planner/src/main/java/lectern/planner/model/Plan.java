package lectern.planner.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who gives which talk when. Says nothing about being valid: [lectern.planner.Evaluation] does. Immutable.
///
/// @param assignments by speaker, each speaker's in the order in which they are given
/// @param unserved explanations, possibly none for a plan made elsewhere
/// @param cost as stated by whoever made the plan, null where nobody did
/// @param run null where no run made the plan
public record Plan(
        List<Assignment> assignments,
        List<UnservedTalk> unserved,
        @Nullable Cost cost,
        @Nullable Run run) {

    public Plan {
        assignments = List.copyOf(assignments);
        unserved = List.copyOf(unserved);
    }

    /// Bare assignments, neither explained nor priced.
    public static Plan of(List<Assignment> assignments) {
        return new Plan(assignments, List.of(), null, null);
    }

    public Plan without(String talk) {
        return Plan.of(assignments.stream()
                .filter(assignment -> !assignment.talk().equals(talk))
                .toList());
    }

    /// With the talk given as said, and by nobody else.
    public Plan with(Assignment assignment) {
        List<Assignment> changed = new ArrayList<>(without(assignment.talk()).assignments());
        changed.add(assignment);
        return Plan.of(changed);
    }
}
