package lectern.programme.request;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import lectern.content.Topic;
import lectern.content.TopicQueries;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.places.Venue;
import lectern.places.VenueQueries;
import lectern.platform.offline.KeepOffline;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import lectern.programme.DayPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A keeper asks for a talk, in under a minute on a phone; and corrects what came back.
@Controller
class AskPages {
    private final Requests requests;
    private final RequestQueries queries;
    private final VenueQueries venues;
    private final TopicQueries topics;
    private final Dictionary dictionary;
    private final Clock clock;

    AskPages(
            Requests requests,
            RequestQueries queries,
            VenueQueries venues,
            TopicQueries topics,
            Dictionary dictionary,
            Clock clock) {
        this.requests = requests;
        this.queries = queries;
        this.venues = venues;
        this.topics = topics;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/requests/new")
    @Allow({Role.KEEPER, Role.OFFICER})
    @KeepOffline
    String form(Actor actor, Model model) {
        var values = new HashMap<String, String>();
        values.put("key", UUID.randomUUID().toString());
        values.put("expected", "40");
        values.put("part1", DayPart.MORNING.name());
        venues.ofUnit(actor.unitId()).stream()
                .findFirst()
                .ifPresent(venue -> values.put("venue", venue.id().toString()));
        return show(Fields.of(values), "/requests", actor, model);
    }

    @PostMapping("/requests")
    @Allow({Role.KEEPER, Role.OFFICER})
    String ask(
            @Valid @ModelAttribute RequestForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var asking = asking(form, result, actor);
        if (asking.isEmpty()) {
            response.setStatus(422);
            return show(Fields.refused(result), "/requests", actor, model);
        }
        requests.ask(java.util.Objects.requireNonNull(form.key()), asking.get());
        return actor.is(Role.KEEPER) ? "redirect:/station?asked" : "redirect:/requests";
    }

    @GetMapping("/requests/{id}/correct")
    @Allow({Role.KEEPER, Role.OFFICER})
    @KeepOffline
    String correct(@PathVariable UUID id, Actor actor, Model model) {
        var request = queries.find(id).orElseThrow(Refusal::notFound);
        var values = new HashMap<String, String>();
        values.put("key", UUID.randomUUID().toString());
        values.put("venue", request.venueId().toString());
        values.put("topic", request.topicId().toString());
        values.put("segment", request.segment());
        values.put("expected", Integer.toString(request.expected()));
        values.put("note", request.note());
        values.put("part1", DayPart.MORNING.name());
        model.addAttribute("reason", request.reason());
        return show(Fields.of(values), "/requests/" + id + "/correct", actor, model);
    }

    @PostMapping("/requests/{id}/correct")
    @Allow({Role.KEEPER, Role.OFFICER})
    String askAgain(
            @PathVariable UUID id,
            @Valid @ModelAttribute RequestForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var request = queries.find(id).orElseThrow(Refusal::notFound);
        var asking = asking(form, result, actor);
        if (asking.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("reason", request.reason());
            return show(Fields.refused(result), "/requests/" + id + "/correct", actor, model);
        }
        requests.askAgain(id, java.util.Objects.requireNonNull(form.key()), asking.get());
        return "redirect:/requests/" + id;
    }

    private Optional<Asking> asking(RequestForm form, BindingResult result, Actor actor) {
        // A phone may repeat what was taken days ago: it is judged as of then, or the repeat would be refused.
        var before = form.key() == null ? Optional.<Instant>empty() : requests.askedAt(form.key());
        form.check(result, LocalDate.ofInstant(before.orElseGet(clock::instant), actor.zone()));
        var venue = chosenVenue(form.venue(), before.isPresent(), result);
        var topic = chosenTopic(form.topic(), before.isPresent(), result);
        if (!result.hasFieldErrors("segment") && !dictionary.offers(DictionaryKind.SEGMENT, form.segment())) {
            result.rejectValue("segment", "segment", "field.choose");
        }
        if (result.hasErrors() || venue == null || topic == null) {
            return Optional.empty();
        }
        return Optional.of(new Asking(
                actor.cityId(),
                venue.unitId(),
                venue.path(),
                venue.id(),
                topic.id(),
                String.valueOf(form.segment()),
                topic.minutes(),
                form.expected() == null ? 1 : form.expected(),
                form.note() == null ? "" : form.note().strip(),
                actor.is(Role.KEEPER) ? "KEEPER" : "OFFICER",
                actor.name(),
                null,
                actor.accountId(),
                form.windows(actor.zone())));
    }

    private @Nullable Venue chosenVenue(@Nullable UUID id, boolean evenRetired, BindingResult result) {
        var venue = id == null
                ? null
                : venues.find(id)
                        .filter(found -> evenRetired || !found.retired())
                        .orElse(null);
        if (id != null && venue == null) {
            result.rejectValue("venue", "venue", "request.venue.gone");
        }
        return venue;
    }

    private @Nullable Topic chosenTopic(@Nullable UUID id, boolean evenRetired, BindingResult result) {
        var topic = id == null
                ? null
                : topics.find(id)
                        .filter(found -> evenRetired || !found.retired())
                        .orElse(null);
        if (id != null && topic == null) {
            result.rejectValue("topic", "topic", "request.topic.gone");
        }
        return topic;
    }

    private String show(Fields fields, String action, Actor actor, Model model) {
        var offered = new java.util.LinkedHashMap<String, String>();
        venues.ofUnit(actor.unitId()).forEach(venue -> offered.put(venue.id().toString(), venue.name()));
        model.addAttribute("fields", fields);
        model.addAttribute("action", action);
        model.addAttribute("venues", offered);
        model.addAttribute("topics", topics.offered());
        model.addAttribute("segments", dictionary.offered(DictionaryKind.SEGMENT));
        model.addAttribute(
                "tomorrow",
                LocalDate.ofInstant(clock.instant(), actor.zone()).plusDays(1).toString());
        return "programme/request/form";
    }
}
