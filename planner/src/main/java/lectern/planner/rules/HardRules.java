package lectern.planner.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Speaker;

/// Finds every hard rule that a plan breaks. Stateless.
public final class HardRules {

    private HardRules() {}

    public static List<Violation> violations(Directory directory, List<Assignment> assignments) {
        List<Violation> violations = new ArrayList<>();
        checkKnown(directory, assignments, violations);
        Standing standing = new Standing(directory, assignments);
        for (Speaker speaker : directory.problem().speakers()) {
            if (!standing.of(speaker).isEmpty()) {
                violations.addAll(new DiaryRules(directory, standing.diary(speaker)).violations());
            }
        }
        for (String place : standing.usedPlaces()) {
            if (directory.place(place).exclusive()) {
                checkPlace(place, standing.at(place), violations);
            }
        }
        Set<Assignment> planned = new HashSet<>(assignments);
        for (Assignment pin : directory.problem().pinned()) {
            if (!planned.contains(pin)) {
                violations.add(new Violation.PinBroken(pin.talk(), pin.speaker(), pin.start()));
            }
        }
        return violations;
    }

    private static void checkKnown(Directory directory, List<Assignment> assignments, List<Violation> violations) {
        Map<String, Integer> times = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            times.merge(assignment.talk(), 1, Integer::sum);
            if (directory.talk(assignment.talk()) == null) {
                violations.add(new Violation.UnknownTalk(assignment.talk()));
            }
            if (directory.speaker(assignment.speaker()) == null) {
                violations.add(new Violation.UnknownSpeaker(assignment.talk(), assignment.speaker()));
            }
        }
        times.forEach((talk, count) -> {
            if (count > 1) {
                violations.add(new Violation.AssignedTwice(talk, count));
            }
        });
    }

    /// Talks of no length take no time, so nothing overlaps them.
    private static void checkPlace(String place, List<Visit> visits, List<Violation> violations) {
        List<Visit> inOrder = visits.stream()
                .filter(visit -> visit.talk().minutes() > 0)
                .sorted(Visit.IN_ORDER)
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            for (int j = i + 1;
                    j < inOrder.size()
                            && inOrder.get(j).start() < inOrder.get(i).end();
                    j++) {
                violations.add(new Violation.PlaceTaken(
                        place, inOrder.get(i).talk().id(), inOrder.get(j).talk().id()));
            }
        }
    }
}
