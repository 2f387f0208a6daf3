package lectern.planner.model;

import java.util.List;

/// Who could give which talks where and when, and what each choice costs. Immutable.
///
/// The constructor checks everything but the hard rules for pins, which [lectern.planner.rules] knows.
///
/// @param travel how long it takes between `places`
/// @param weights what the parts of a plan's cost weigh against one another
/// @param places of talks and homes, the order being that of [Travel]'s indices
/// @param talks to be given
/// @param speakers who could give them
/// @param pinned assignments that are in every plan exactly as given
/// @param previous the published plan, for the cost of changing it
public record Problem(
        Travel travel,
        Weights weights,
        List<Place> places,
        List<Talk> talks,
        List<Speaker> speakers,
        List<Assignment> pinned,
        List<Assignment> previous) {

    /// Greatest number of minutes, tier, load or cap: three of them still add up within an int.
    public static final int GREATEST = 500_000_000;

    /// With `travel` as in [Travel]: it must go on answering the same for as long as this problem is in use.
    ///
    /// @throws InvalidProblemException naming the first thing that is wrong and where it stands
    public Problem {
        places = List.copyOf(places);
        talks = List.copyOf(talks);
        speakers = List.copyOf(speakers);
        pinned = List.copyOf(pinned);
        previous = List.copyOf(previous);
        new Validation(travel, weights, places, talks, speakers).check(pinned, previous);
    }

    /// Minutes from one place to another by their indices, 0 … [#GREATEST], which means that one cannot get there.
    ///
    /// @throws InvalidProblemException when the travel says less than 0
    public int minutes(int from, int to) {
        if (from == to) {
            return 0;
        }
        int minutes = travel.minutes(from, places.get(from), to, places.get(to));
        if (minutes < 0) {
            throw new InvalidProblemException("travel: %d minutes from \"%s\" to \"%s\", less than 0"
                    .formatted(minutes, places.get(from).id(), places.get(to).id()));
        }
        return Math.min(GREATEST, minutes);
    }
}
