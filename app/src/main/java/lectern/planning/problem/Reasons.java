package lectern.planning.problem;

import lectern.planner.rules.Violation;

/// Names of broken rules, for which the pages have the words.
final class Reasons {
    private Reasons() {}

    static String of(Violation violation) {
        return switch (violation) {
            case Violation.OutsideWindows outside -> "window";
            case Violation.MissingSkill missing -> "skill";
            case Violation.TierTooLow low -> "tier";
            case Violation.OutsideShifts outside -> "shift";
            case Violation.TooEarlyFromHome early -> "fromHome";
            case Violation.TooCloseTogether close -> "travel";
            case Violation.HomeTooLate late -> "home";
            case Violation.TooManyTalks many -> "cap";
            case Violation.TooManyTalksInShift many -> "cap";
            case Violation.OverCapacity over -> "cap";
            case Violation.PlaceTaken taken -> "venue";
            case Violation.PinBroken pin -> "pinned";
            case Violation.UnknownTalk unknown -> "other";
            case Violation.UnknownSpeaker unknown -> "other";
            case Violation.AssignedTwice twice -> "other";
            case Violation.MisstatedCost cost -> "other";
        };
    }
}
