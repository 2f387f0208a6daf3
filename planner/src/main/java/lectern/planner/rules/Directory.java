package lectern.planner.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lectern.planner.model.Assignment;
import lectern.planner.model.Place;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import org.jspecify.annotations.Nullable;

/// Looks things up in a problem by their ids. Immutable.
public final class Directory {

    private final Problem problem;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Talk> talks;
    private final Map<String, Speaker> speakers;
    private final Map<String, Assignment> previous;

    public Directory(Problem problem) {
        this.problem = problem;
        for (int i = 0; i < problem.places().size(); i++) {
            places.put(problem.places().get(i).id(), i);
        }
        talks = byId(problem.talks(), Talk::id);
        speakers = byId(problem.speakers(), Speaker::id);
        previous = byId(problem.previous(), Assignment::talk);
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        Map<String, T> byId = HashMap.newHashMap(things.size());
        things.forEach(thing -> byId.put(id.apply(thing), thing));
        return byId;
    }

    public Problem problem() {
        return problem;
    }

    public @Nullable Talk talk(String id) {
        return talks.get(id);
    }

    public @Nullable Speaker speaker(String id) {
        return speakers.get(id);
    }

    @Nullable
    public Assignment previous(String talk) {
        return previous.get(talk);
    }

    Place place(String id) {
        return problem.places().get(index(id));
    }

    /// Minutes from one place to another.
    public long travel(String from, String to) {
        return problem.minutes(index(from), index(to));
    }

    private int index(String place) {
        return Objects.requireNonNull(places.get(place), place);
    }
}
