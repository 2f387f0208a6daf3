package lectern.programme.talk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import lectern.content.TopicQueries;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.people.SpeakerNames;
import lectern.places.VenueQueries;
import lectern.platform.filter.SavesFilters;
import lectern.platform.offline.KeepOffline;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Talks: the list, one talk with its history, its poster, calling it off.
@Controller
class TalkPages {
    private static final int PART_ROWS = 12;
    private final TalkQueries queries;
    private final TalkHistory history;
    private final Talks talks;
    private final Reminders reminders;
    private final TopicQueries topics;
    private final Dictionary dictionary;
    private final SpeakerNames speakers;
    private final VenueQueries venues;

    TalkPages(
            TalkQueries queries,
            TalkHistory history,
            Talks talks,
            Reminders reminders,
            TopicQueries topics,
            Dictionary dictionary,
            SpeakerNames speakers,
            VenueQueries venues) {
        this.queries = queries;
        this.history = history;
        this.talks = talks;
        this.reminders = reminders;
        this.topics = topics;
        this.dictionary = dictionary;
        this.speakers = speakers;
        this.venues = venues;
    }

    @GetMapping("/talks")
    @Allow({Role.OFFICER, Role.KEEPER})
    @SavesFilters
    String list(@ModelAttribute TalkFilter filter, HttpServletRequest request, Model model) {
        model.addAttribute("listing", queries.list(filter));
        model.addAttribute("address", Address.of(request));
        model.addAttribute("topics", topics.offered());
        return "programme/talk/list";
    }

    @GetMapping("/talks/{id}")
    @Allow({Role.OFFICER, Role.KEEPER})
    @KeepOffline
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("talk", find(id));
        model.addAttribute("asked", history.asked(id));
        model.addAttribute("reported", history.reported(id));
        model.addAttribute("comments", history.comments(id));
        model.addAttribute("segments", dictionary.entries(DictionaryKind.SEGMENT));
        return "programme/talk/show";
    }

    @PostMapping("/talks/{id}/cancel")
    @Allow(Role.OFFICER)
    String cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean withdrawn) {
        find(id);
        talks.cancel(id, reason.strip(), withdrawn);
        return "redirect:/talks/" + id;
    }

    @PostMapping("/talks/{id}/remind")
    @Allow(Role.OFFICER)
    String remind(@PathVariable UUID id, Actor actor) {
        find(id);
        reminders.remind(actor, id);
        return "redirect:/talks/" + id;
    }

    /// The sheet for the wall: what, when, and the code with which listeners rate.
    @GetMapping("/talks/{id}/poster")
    @Allow({Role.OFFICER, Role.KEEPER})
    String poster(@PathVariable UUID id, Model model) {
        model.addAttribute("talk", find(id));
        return "programme/talk/poster";
    }

    @GetMapping("/talks/{id}/qr.svg")
    @Allow({Role.OFFICER, Role.KEEPER})
    ResponseEntity<String> qrCode(@PathVariable UUID id) {
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/rate/{code}")
                .buildAndExpand(find(id).ratingCode())
                .toUriString();
        return ResponseEntity.ok().header("Content-Type", "image/svg+xml").body(QrCode.svg(address));
    }

    /// A part of the speaker's page.
    @GetMapping("/speakers/{id}/talks")
    @Allow(Role.OFFICER)
    String ofSpeaker(@PathVariable UUID id, Model model) {
        if (!speakers.of(List.of(id)).containsKey(id)) {
            throw Refusal.notFound();
        }
        model.addAttribute("talks", queries.ofSpeaker(id, PART_ROWS));
        return "programme/talk/part";
    }

    /// A part of the venue's page.
    @GetMapping("/venues/{id}/talks")
    @Allow({Role.OFFICER, Role.KEEPER})
    String atVenue(@PathVariable UUID id, Model model) {
        if (venues.find(id).isEmpty()) {
            throw Refusal.notFound();
        }
        model.addAttribute("talks", queries.atVenue(id, PART_ROWS));
        return "programme/talk/part";
    }

    private Talk find(UUID id) {
        return queries.find(id).orElseThrow(Refusal::notFound);
    }
}
