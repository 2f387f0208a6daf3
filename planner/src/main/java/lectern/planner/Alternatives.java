package lectern.planner;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.rules.Directory;
import lectern.planner.rules.Openings;

/// Who else could take a talk, and at what price. Stateless.
public final class Alternatives {

    private static final int USUAL_LIMIT = 20;

    private static final Comparator<Alternative> CHEAPEST_FIRST = Comparator.<Alternative>comparingLong(
                    alternative -> alternative.difference().total())
            .thenComparingInt(Alternative::start)
            .thenComparing(Alternative::speaker);

    private Alternatives() {}

    /// The twenty cheapest speakers for the talk; see [#forTalk(Problem, Plan, String, int)].
    public static List<Alternative> forTalk(Problem problem, Plan plan, String talkId) {
        return forTalk(problem, plan, talkId, USUAL_LIMIT);
    }

    /// The cheapest speakers who could take the talk, each at the cheapest start, the rest of the plan staying as it is
    /// and the talk taken out first; so whoever gives it now is among them.
    ///
    /// @throws InvalidProblemException when there is no such talk
    public static List<Alternative> forTalk(Problem problem, Plan plan, String talkId, int limit) {
        Directory directory = new Directory(problem);
        Talk talk = directory.talk(talkId);
        if (talk == null) {
            throw new InvalidProblemException("there is no talk \"" + talkId + "\"");
        }
        return ranked(new Openings(directory, plan.without(talkId).assignments()), talk, limit);
    }

    static List<Alternative> ranked(Openings openings, Talk talk, int limit) {
        return openings.skilled(talk).stream()
                .filter(speaker -> speaker.tier() >= talk.minTier())
                .flatMap(speaker -> cheapest(openings, talk, speaker).stream())
                .sorted(CHEAPEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static Optional<Alternative> cheapest(Openings openings, Talk talk, Speaker speaker) {
        Stream<Alternative> starts = openings.starts(talk, speaker).stream()
                .map(start -> new Alternative(speaker.id(), start, openings.difference(talk, speaker, start)));
        return starts.min(CHEAPEST_FIRST);
    }
}
