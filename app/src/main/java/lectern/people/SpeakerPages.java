package lectern.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.UnitNames;
import lectern.people.availability.FreeTimes;
import lectern.platform.filter.SavesFilters;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Pick;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The list of speakers and the page of one.
@Controller
class SpeakerPages {
    private static final int WEEKS = 4;
    private final SpeakerQueries queries;
    private final Speakers speakers;
    private final TopicNames topics;
    private final FreeTimes freeTimes;
    private final UnitNames units;
    private final Dictionary dictionary;
    private final Clock clock;

    SpeakerPages(
            SpeakerQueries queries,
            Speakers speakers,
            TopicNames topics,
            FreeTimes freeTimes,
            UnitNames units,
            Dictionary dictionary,
            Clock clock) {
        this.queries = queries;
        this.speakers = speakers;
        this.topics = topics;
        this.freeTimes = freeTimes;
        this.units = units;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/speakers")
    @Allow(Role.OFFICER)
    @SavesFilters
    String list(
            @ModelAttribute SpeakersAsked asked,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Actor actor,
            Model model) {
        var below = asked.below(units);
        var filter = asked.filter(below, actor.zone());
        model.addAttribute("listing", queries.list(filter, actor.zone(), page));
        model.addAttribute("address", Address.of(request));
        model.addAttribute("words", SpeakerWords.of(dictionary));
        model.addAttribute("topics", topics.offeredNames());
        model.addAttribute("unitName", below == null ? "" : below.name());
        return "people/speakers";
    }

    @GetMapping("/speakers/pick")
    @Allow(Role.OFFICER)
    @ResponseBody
    List<Pick> pick(@RequestParam(defaultValue = "") String q, @RequestParam @Nullable UUID topic) {
        return queries.pick(q, topic);
    }

    @GetMapping("/speakers/{id}")
    @Allow(Role.OFFICER)
    String show(@PathVariable UUID id, Actor actor, Model model) {
        var speaker = queries.find(id).orElseThrow(Refusal::notFound);
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        model.addAttribute("speaker", speaker);
        model.addAttribute("words", SpeakerWords.of(dictionary));
        model.addAttribute("topics", topics.of(queries.topics(id)));
        model.addAttribute("fits", queries.fits(id));
        model.addAttribute("lineage", units.lineage(speaker.path()));
        model.addAttribute("weeks", freeTimes.weeks(id, today, WEEKS, actor.zone()));
        model.addAttribute("today", today);
        return "people/speaker";
    }

    @PostMapping("/speakers/{id}/phone")
    @Allow(Role.OFFICER)
    String revealPhone(@PathVariable UUID id, Model model) {
        model.addAttribute("number", speakers.revealPhone(id));
        return "people/phone";
    }

    @PostMapping("/speakers/{id}/retire")
    @Allow(Role.OFFICER)
    String retire(@PathVariable UUID id) {
        speakers.retire(id);
        return "redirect:/speakers/" + id;
    }

    @PostMapping("/speakers/{id}/bring-back")
    @Allow(Role.OFFICER)
    String bringBack(@PathVariable UUID id) {
        speakers.bringBack(id);
        return "redirect:/speakers/" + id;
    }
}
