package lectern.insight.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryEntry;
import lectern.org.DictionaryKind;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import lectern.programme.OfficerRequests;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Closing gaps: requests for villages that have not heard a subject for long, looked over before they count.
@Controller
class CloseGapPages {
    /// Villages at a time. What an officer cannot look over is better done in parts.
    static final int MOST = 200;

    private final GapQueries gaps;
    private final GapDrafts drafts;
    private final SubjectQueries subjects;
    private final OfficerRequests requests;
    private final UnitNames units;
    private final Dictionary dictionary;
    private final Clock clock;

    CloseGapPages(
            GapQueries gaps,
            GapDrafts drafts,
            SubjectQueries subjects,
            OfficerRequests requests,
            UnitNames units,
            Dictionary dictionary,
            Clock clock) {
        this.gaps = gaps;
        this.drafts = drafts;
        this.subjects = subjects;
        this.requests = requests;
        this.units = units;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /// Drafts the requests, or shows them again after something was changed. Nothing is stored.
    @PostMapping("/coverage/draft")
    @Allow(Role.OFFICER)
    ModelAndView draft(
            @ModelAttribute GapForm form,
            @ModelAttribute CoverageFilter filter,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        var unit = unit(filter, actor);
        var villages = villages(form, filter, unit, today(actor));
        if (villages.isEmpty()) {
            throw Refusal.invalid("coverage.close.none");
        }
        var started = form.isFirst() ? form.started(today(actor)) : form;
        return page(unit, started, filter, villages, typed, Map.of(), actor);
    }

    /// Makes the requests that are ticked; sent twice it makes them once.
    @PostMapping("/coverage/requests")
    @Allow(Role.OFFICER)
    ModelAndView make(
            @ModelAttribute GapForm form,
            @ModelAttribute CoverageFilter filter,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        var unit = unit(filter, actor);
        if (form.isFirst() || form.key() == null) {
            throw Refusal.invalid("coverage.close.none");
        }
        var listed = Objects.requireNonNull(form.listed()).stream().distinct().toList();
        if (listed.size() > MOST) {
            throw Refusal.invalid("coverage.close.tooMany", MOST);
        }
        var all = drafts.of(unit, form, listed, typed, today(actor));
        var ticked = all.stream().filter(GapDraft::ticked).toList();
        var problems = new LinkedHashMap<>(form.problems(
                today(actor),
                subjects.topics().stream().map(SubjectTable.TopicName::id).toList(),
                dictionary.offered(DictionaryKind.SEGMENT).stream()
                        .map(DictionaryEntry::code)
                        .toList()));
        if (ticked.isEmpty()) {
            problems.put("village", new Fields.Problem("coverage.close.noneTicked"));
        }
        if (!problems.isEmpty() || ticked.stream().anyMatch(draft -> draft.problem() != null)) {
            var page = page(unit, form, filter, listed, typed, problems, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var made = requests.ask(
                actor,
                form.key(),
                Objects.requireNonNull(form.topic()),
                Objects.requireNonNull(form.segment()),
                form.windows(actor.zone()),
                ticked.stream().map(CloseGapPages::place).toList());
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/coverage")
                        .queryParam("unit", unit.id())
                        .queryParam("topic", form.topic())
                        .queryParam("segment", form.segment())
                        .queryParam("made", made)
                        .queryParam("firstDay", form.firstDay())
                        .queryParam("lastDay", form.lastDay())
                        .toUriString());
    }

    private static OfficerRequests.Place place(GapDraft draft) {
        return new OfficerRequests.Place(
                Objects.requireNonNull(draft.venue()),
                Integer.parseInt(draft.expected().strip()));
    }

    private List<UUID> villages(GapForm form, CoverageFilter filter, Unit unit, LocalDate today) {
        if (!form.isFirst()) {
            return Objects.requireNonNull(form.listed()).stream()
                    .distinct()
                    .limit(MOST)
                    .toList();
        }
        return Boolean.TRUE.equals(form.all())
                ? gaps.matching(unit, filter, today, MOST)
                : form.ticked().stream().distinct().limit(MOST).toList();
    }

    private ModelAndView page(
            Unit unit,
            GapForm form,
            CoverageFilter filter,
            List<UUID> villages,
            Map<String, String> typed,
            Map<String, Fields.Problem> problems,
            Actor actor) {
        var listed = drafts.of(unit, form, villages, typed, today(actor));
        var view = new ModelAndView("insight/coverage/close");
        view.addObject("unit", unit);
        view.addObject("filter", filter);
        view.addObject("form", form);
        view.addObject("fields", new Fields(form.values(), problems));
        view.addObject("drafts", listed);
        view.addObject("today", today(actor));
        view.addObject("most", MOST);
        view.addObject("topics", subjects.topics());
        view.addObject("segments", dictionary.offered(DictionaryKind.SEGMENT));
        view.addObject(
                "matching",
                form.isFirst() && Boolean.TRUE.equals(form.all())
                        ? gaps.villages(unit, filter, today(actor)).total()
                        : 0L);
        return view;
    }

    private Unit unit(CoverageFilter filter, Actor actor) {
        return units.find(filter.unit() == null ? actor.unitId() : filter.unit())
                .filter(unit -> actor.scope().covers(unit.path()))
                .orElseThrow(Refusal::notFound);
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
