package lectern.planning.why;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lectern.people.SpeakerName;
import lectern.planning.board.BoardTalk;
import lectern.planning.board.Draft;
import lectern.planning.problem.Reasoning;
import lectern.planning.problem.Way;
import lectern.platform.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the people whom a test of the funnel leaves, or loses, and says of those on the page what keeps each away.
@Component
class People {
    /// @param lost those whom the test loses, or those whom it leaves
    /// @param text part of a name or a unit
    record Wish(Stage stage, boolean lost, String text, int page) {}

    private record Found(SpeakerName name, int way) {}

    /// The nearest to the venue first.
    Listing<Person> of(Draft draft, BoardTalk talk, Wish wish) {
        var reasoning = draft.solution().reasoning(talk.id());
        var ids = ids(reasoning, wish);
        var wanted = wish.text().toLowerCase(Locale.ROOT);
        var found = ids.stream()
                .map(draft.names()::get)
                .filter(name -> name != null && holds(name, wanted))
                .map(name -> new Found(name, way(draft, talk, name.id())))
                .sorted(Comparator.comparingInt(Found::way)
                        .thenComparing(each -> each.name().id()))
                .toList();
        var rows = found.stream()
                .skip(Listing.offset(wish.page()))
                .limit(Listing.SIZE)
                .map(each -> person(draft, reasoning, each))
                .toList();
        return Listing.of(rows, found.size(), Listing.page(wish.page()));
    }

    private static List<UUID> ids(Reasoning reasoning, Wish wish) {
        var left = reasoning.left(wish.stage().code());
        var before = wish.stage().before();
        if (!wish.lost() || before == null) {
            return left;
        }
        var gone = new HashSet<>(left);
        return reasoning.left(before.code()).stream()
                .filter(id -> !gone.contains(id))
                .toList();
    }

    private static boolean holds(SpeakerName name, String text) {
        return name.name().toLowerCase(Locale.ROOT).contains(text)
                || name.unitName().toLowerCase(Locale.ROOT).contains(text);
    }

    private static int way(Draft draft, BoardTalk talk, UUID speaker) {
        var home = draft.solution().home(speaker);
        return Way.minutes(
                home.lat(), home.lon(), talk.request().lat(), talk.request().lon());
    }

    private static Person person(Draft draft, Reasoning reasoning, Found found) {
        var name = found.name();
        var hindrance = reasoning.hindrance(name.id());
        var best = hindrance == null ? reasoning.best(name.id()).orElse(null) : null;
        var horizon = draft.horizon();
        var from = hindrance == null ? null : hindrance.from();
        var to = hindrance == null ? null : hindrance.to();
        return new Person(
                name.id(),
                name.name(),
                name.unitName(),
                name.tier(),
                found.way(),
                reasoning.talksOf(name.id()),
                hindrance,
                inTheWay(draft, hindrance),
                from == null ? null : horizon.instant(from),
                to == null ? null : horizon.instant(to),
                best == null ? null : horizon.instant(best.start()));
    }

    private static String inTheWay(Draft draft, Reasoning.@Nullable Hindrance hindrance) {
        if (hindrance == null || hindrance.talk() == null) {
            return "";
        }
        var other = draft.talks().get(hindrance.talk());
        return other == null
                ? ""
                : other.request().topicName() + " · " + other.request().venueName();
    }

    /// How many each test leaves.
    Map<Stage, Integer> left(Draft draft, BoardTalk talk) {
        var funnel = draft.solution().reasoning(talk.id()).funnel();
        var left = new HashMap<Stage, Integer>();
        for (var stage : Stage.values()) {
            left.put(stage, funnel.left().getOrDefault(stage.code(), 0));
        }
        return left;
    }
}
