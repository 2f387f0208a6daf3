package lectern.planning.problem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.planner.Choices;
import lectern.planner.rules.Openings;

/// Everything that could be done with one talk of a plan by hand, the rest staying as it is.
///
/// @param windows minutes [from, to] at which the talk may begin
/// @param taken minutes [start, end] at which another talk of the plan takes the venue
/// @param tooLow speakers of too low a tier
/// @param full speakers who have as many talks as they may
/// @param skilled speakers who know the topic and go to that level, whether they could give it or not
public record Possibilities(
        int minutes,
        List<Stretch> windows,
        List<Stretch> taken,
        List<Possible> possible,
        List<UUID> tooLow,
        List<UUID> full,
        List<UUID> skilled) {
    public record Stretch(int from, int to) {}

    /// A speaker could give it at each minute of a stretch.
    ///
    /// @param changes what the plan's cost would change by, term by term
    public record Possible(UUID speaker, int from, int to, Map<String, Long> changes) {}

    /// @throws IllegalArgumentException when the planner was not given that request
    public static Possibilities of(Solution solution, UUID request) {
        var talk = solution.talk(request);
        var choices = Choices.of(solution.directory(), solution.plan(), talk.id());
        return new Possibilities(
                talk.minutes(),
                talk.windows().stream()
                        .map(window -> new Stretch(window.from(), window.to()))
                        .toList(),
                choices.taken().stream().map(Possibilities::stretch).toList(),
                choices.choices().stream()
                        .filter(choice -> !Names.isBooked(choice.speaker()))
                        .map(choice -> new Possible(
                                UUID.fromString(choice.speaker()),
                                choice.from(),
                                choice.to(),
                                Solution.terms(choice.difference())))
                        .toList(),
                ids(choices.tooLow()),
                ids(choices.bookedUp()),
                ids(choices.skilled()));
    }

    private static Stretch stretch(Openings.Opening opening) {
        return new Stretch(opening.from(), opening.to());
    }

    private static List<UUID> ids(List<String> speakers) {
        return speakers.stream()
                .filter(speaker -> !Names.isBooked(speaker))
                .map(UUID::fromString)
                .toList();
    }
}
