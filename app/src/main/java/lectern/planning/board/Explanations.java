package lectern.planning.board;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.org.DictionaryEntry;
import lectern.people.SpeakerName;
import lectern.planning.problem.Reasoning;
import lectern.planning.problem.Solution;
import lectern.platform.web.Refusal;
import lectern.programme.Window;
import org.springframework.stereotype.Component;

/// Says why this speaker, why nobody, and who else.
@Component
class Explanations {
    /// Rules in the order in which officers can do something about them.
    private static final List<String> RULES =
            List.of("limit", "full", "busy", "away", "reach", "never", "tier", "level", "topic", "topicAndLevel");

    private static final int OTHERS = 6;
    private static final int TIMES = 5;
    private static final int NAMED = 3;
    private static final int FOUND = 8;

    TalkDetail of(
            Draft draft,
            UUID request,
            Map<String, DictionaryEntry> segments,
            Map<String, DictionaryEntry> tiers,
            List<String> refused) {
        var talk = find(draft, request);
        var windows = talk.request().windows();
        var reasoning = draft.solution().reasoning(request);
        var given = talk.given();
        return new TalkDetail(
                talk,
                draft.horizon(),
                given == null ? null : chosen(draft, talk, given, reasoning),
                given == null ? List.of() : options(draft, reasoning, reasoning.others(given.speaker(), OTHERS)),
                given == null
                        ? List.of()
                        : options(draft, reasoning, reasoning.times(given.speaker(), given.start(), TIMES)),
                given == null ? List.of() : better(draft, reasoning),
                given == null ? reasoning.funnel() : null,
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

    private static TalkDetail.Chosen chosen(Draft draft, BoardTalk talk, BoardTalk.Given given, Reasoning reasoning) {
        var solution = draft.solution();
        return new TalkDetail.Chosen(
                solution.tier(given.speaker()),
                solution.travelOf(talk.id()),
                solution.fit(given.speaker(), talk.request().segment()),
                reasoning.talksOf(given.speaker()));
    }

    private static List<TalkDetail.Option> options(Draft draft, Reasoning reasoning, List<Reasoning.Option> found) {
        return found.stream()
                .flatMap(each -> Stream.ofNullable(draft.names().get(each.speaker()))
                        .map(name -> option(draft, reasoning, name, each)))
                .toList();
    }

    private static TalkDetail.Option option(
            Draft draft, Reasoning reasoning, SpeakerName name, Reasoning.Option found) {
        return new TalkDetail.Option(
                name.id(),
                name.name(),
                name.unitName(),
                name.tier(),
                draft.horizon().instant(found.start()),
                Reason.of(reasoning, found),
                found.changes().entrySet().stream()
                        .map(change -> new Summary.Term(change.getKey(), change.getValue()))
                        .sorted(Comparator.comparingLong(change -> -Math.abs(change.points())))
                        .toList(),
                found.total());
    }

    /// By rule: first those about whom most can be done.
    private static List<TalkDetail.Group> better(Draft draft, Reasoning reasoning) {
        var byRule = reasoning.better().stream()
                .filter(each -> draft.names().containsKey(each.without().speaker()))
                .collect(Collectors.groupingBy(
                        each -> each.hindrance().rule(), LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream()
                .sorted(Comparator.comparingInt(rule -> RULES.indexOf(rule.getKey())))
                .map(rule -> new TalkDetail.Group(
                        rule.getKey(),
                        rule.getValue().size(),
                        rule.getValue().stream()
                                .limit(NAMED)
                                .map(each -> new TalkDetail.Excluded(
                                        option(
                                                draft,
                                                reasoning,
                                                Objects.requireNonNull(draft.names()
                                                        .get(each.without().speaker())),
                                                each.without()),
                                        each.hindrance()))
                                .toList()))
                .toList();
    }

    private static BoardTalk find(Draft draft, UUID request) {
        var talk = draft.talks().get(request);
        if (talk == null) {
            throw Refusal.notFound();
        }
        return talk;
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
