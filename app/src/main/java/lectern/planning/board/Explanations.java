package lectern.planning.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lectern.org.DictionaryEntry;
import lectern.people.SpeakerName;
import lectern.planning.problem.Solution;
import lectern.platform.web.Refusal;
import lectern.programme.Window;
import org.springframework.stereotype.Component;

/// Says why this speaker, why nobody, and who else.
@Component
class Explanations {
    private static final int ALTERNATIVES = 5;
    private static final int FOUND = 8;

    TalkDetail of(
            Draft draft,
            UUID request,
            Map<String, DictionaryEntry> segments,
            Map<String, DictionaryEntry> tiers,
            List<String> refused) {
        var talk = find(draft, request);
        var windows = talk.request().windows();
        var funnel = talk.isServed() ? null : draft.solution().funnel(request);
        return new TalkDetail(
                talk,
                talk.given() == null ? List.of() : options(draft, talk, talk.given()),
                funnel == null
                        ? List.of()
                        : funnel.left().entrySet().stream()
                                .map(step -> new TalkDetail.Step(step.getKey(), step.getValue()))
                                .toList(),
                funnel == null ? "" : funnel.blocked(),
                windows.stream()
                        .map(Window::opensAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                windows.stream()
                        .map(Window::closesAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                refused,
                segments,
                tiers);
    }

    private static BoardTalk find(Draft draft, UUID request) {
        var talk = draft.talks().get(request);
        if (talk == null) {
            throw Refusal.notFound();
        }
        return talk;
    }

    private static List<TalkDetail.Option> options(Draft draft, BoardTalk talk, BoardTalk.Given given) {
        var solution = draft.solution();
        var loads = draft.loads();
        var options = new ArrayList<TalkDetail.Option>();
        options.add(new TalkDetail.Option(
                given.speaker(),
                given.name(),
                solution.tier(given.speaker()),
                given.startsAt(),
                true,
                solution.travelOf(talk.id()),
                solution.fit(given.speaker(), talk.request().segment()),
                loads.getOrDefault(given.speaker(), 0),
                List.of()));
        for (var other : solution.alternatives(talk.id(), ALTERNATIVES)) {
            var name = draft.names().get(other.speaker());
            if (name != null && !other.speaker().equals(given.speaker())) {
                options.add(new TalkDetail.Option(
                        other.speaker(),
                        name.name(),
                        name.tier(),
                        draft.horizon().instant(other.start()),
                        false,
                        0,
                        solution.fit(other.speaker(), talk.request().segment()),
                        loads.getOrDefault(other.speaker(), 0),
                        changes(other)));
            }
        }
        return options;
    }

    private static List<Summary.Term> changes(Solution.Alternative other) {
        return other.changes().entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .map(change -> new Summary.Term(change.getKey(), change.getValue()))
                .sorted(Comparator.comparingLong(change -> -Math.abs(change.points())))
                .toList();
    }

    /// Speakers of the plan whose name holds the text, those who can give the talk first.
    List<TalkDetail.Candidate> candidates(Draft draft, UUID request, String text) {
        var talk = find(draft, request);
        if (text.isEmpty()) {
            return List.of();
        }
        var wanted = text.toLowerCase(Locale.ROOT);
        var found = draft.names().values().stream()
                .filter(name -> name.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(SpeakerName::name))
                .limit(FOUND)
                .toList();
        var wishes = draft.solution()
                .wishes(talk.id(), found.stream().map(SpeakerName::id).toList());
        return found.stream()
                .flatMap(name -> Stream.ofNullable(wishes.get(name.id())).map(wish -> candidate(draft, name, wish)))
                .sorted(Comparator.comparing(candidate -> !candidate.broken().isEmpty()))
                .toList();
    }

    private static TalkDetail.Candidate candidate(Draft draft, SpeakerName name, Solution.Wish wish) {
        return new TalkDetail.Candidate(
                name.id(), name.name(), name.unitName(), draft.horizon().instant(wish.start()), wish.broken());
    }
}
