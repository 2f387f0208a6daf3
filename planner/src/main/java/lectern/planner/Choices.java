package lectern.planner;

import java.util.ArrayList;
import java.util.List;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Plan;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.rules.Directory;
import lectern.planner.rules.Openings;
import org.jspecify.annotations.Nullable;

/// All that could be done with one talk by hand, the rest of the plan staying as it is: what [HandAssignment] says of
/// every speaker and start, without asking for each. Immutable.
///
/// @param choices by speaker in the problem's order, each speaker's in the order of starts
/// @param tooLow speakers who have the skills and lack the tier
/// @param bookedUp speakers with the skills and the tier who have as many talks as they may
/// @param skilled speakers who have the skills, whatever else speaks against them
/// @param taken when the talk's place has another talk and bears only one
public record Choices(
        List<Choice> choices,
        List<String> tooLow,
        List<String> bookedUp,
        List<String> skilled,
        List<Openings.Opening> taken) {

    public Choices {
        choices = List.copyOf(choices);
        tooLow = List.copyOf(tooLow);
        bookedUp = List.copyOf(bookedUp);
        skilled = List.copyOf(skilled);
        taken = List.copyOf(taken);
    }

    /// @param from first start
    /// @param to last start
    /// @param difference against the plan as it stands, the same for all starts between
    public record Choice(String speaker, int from, int to, Cost difference) {}

    /// @throws InvalidProblemException when there is no such talk
    public static Choices of(Directory directory, Plan plan, String talkId) {
        Talk talk = directory.talk(talkId);
        if (talk == null) {
            throw new InvalidProblemException("there is no talk \"" + talkId + "\"");
        }
        Openings openings = new Openings(directory, plan.without(talkId).assignments());
        Cost now = worthNow(directory, openings, plan, talk);
        List<Choice> choices = new ArrayList<>();
        List<String> tooLow = new ArrayList<>();
        List<String> bookedUp = new ArrayList<>();
        for (Speaker speaker : openings.skilled(talk)) {
            if (speaker.tier() < talk.minTier()) {
                tooLow.add(speaker.id());
            } else if (openings.isBookedUp(speaker)) {
                bookedUp.add(speaker.id());
            } else {
                for (Openings.Opening opening : openings.openings(talk, speaker)) {
                    Cost difference = openings.difference(talk, speaker, opening.from());
                    choices.add(new Choice(speaker.id(), opening.from(), opening.to(), difference.minus(now)));
                }
            }
        }
        List<String> skilled = openings.skilled(talk).stream().map(Speaker::id).toList();
        return new Choices(choices, tooLow, bookedUp, skilled, openings.takenAtPlace(talk));
    }

    /// What the plan as it stands costs more than without the talk.
    private static Cost worthNow(Directory directory, Openings openings, Plan plan, Talk talk) {
        Assignment given = given(plan, talk.id());
        Speaker speaker = given == null ? null : directory.speaker(given.speaker());
        return given == null || speaker == null ? Cost.ZERO : openings.difference(talk, speaker, given.start());
    }

    private static @Nullable Assignment given(Plan plan, String talk) {
        return plan.assignments().stream()
                .filter(each -> each.talk().equals(talk))
                .findFirst()
                .orElse(null);
    }
}
