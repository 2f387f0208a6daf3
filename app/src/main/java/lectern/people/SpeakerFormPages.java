package lectern.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Taking in and changing a speaker.
@Controller
class SpeakerFormPages {
    /// Levels of units that a speaker may go to.
    static final List<String> LEVELS = List.of("VILLAGE", "TOWN", "COUNTY", "CITY", "INSTITUTION");

    private static final int UNPROCESSABLE = 422;
    private final SpeakerQueries queries;
    private final Speakers speakers;
    private final TopicNames topics;
    private final UnitNames units;
    private final Dictionary dictionary;
    private final Clock clock;

    SpeakerFormPages(
            SpeakerQueries queries,
            Speakers speakers,
            TopicNames topics,
            UnitNames units,
            Dictionary dictionary,
            Clock clock) {
        this.queries = queries;
        this.speakers = speakers;
        this.topics = topics;
        this.units = units;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/speakers/new")
    @Allow(Role.OFFICER)
    String blank(Actor actor, Model model) {
        var form = SpeakerForm.empty(actor.unitId());
        return form(null, form, Fields.of(form.values()), model);
    }

    @PostMapping("/speakers")
    @Allow(Role.OFFICER)
    String enlist(
            @Valid @ModelAttribute SpeakerForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var unit = check(form, result, actor);
        if (result.hasErrors() || unit.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return form(null, form, Fields.refused(result), model);
        }
        return "redirect:/speakers/" + speakers.enlist(form, unit.get());
    }

    @GetMapping("/speakers/{id}/edit")
    @Allow(Role.OFFICER)
    String edit(@PathVariable UUID id, Model model) {
        var speaker = queries.find(id).orElseThrow(Refusal::notFound);
        var form = SpeakerForm.of(speaker, queries.topics(id), queries.fits(id));
        return form(speaker, form, Fields.of(form.values()), model);
    }

    @PostMapping("/speakers/{id}")
    @Allow(Role.OFFICER)
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute SpeakerForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var speaker = queries.find(id).orElseThrow(Refusal::notFound);
        var unit = check(form, result, actor);
        if (result.hasErrors() || unit.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return form(speaker, form, Fields.refused(result), model);
        }
        speakers.change(id, form, unit.get());
        return "redirect:/speakers/" + id;
    }

    /// What only the tables know. Returns the unit when it is one of the actor's.
    private Optional<Unit> check(SpeakerForm form, BindingResult result, Actor actor) {
        var words = SpeakerWords.of(dictionary);
        if (!form.source().isBlank() && !words.sources().containsKey(form.source())) {
            refuse(result, "source", "field.choose");
        }
        if (form.tier().matches("[1-9]") && !words.tiers().containsKey(Integer.valueOf(form.tier()))) {
            refuse(result, "tier", "field.choose");
        }
        if (form.birthYear().matches("\\d{4}")
                && Integer.parseInt(form.birthYear())
                        > LocalDate.ofInstant(clock.instant(), actor.zone()).getYear()) {
            refuse(result, "birthYear", "speaker.birthYear.wrong");
        }
        if (!form.phone().isEmpty() && !PhoneNumber.typed(form.phone()).isPossible()) {
            refuse(result, "phone", "speaker.phone.wrong");
        }
        checkHome(form, result);
        if (!LEVELS.containsAll(form.serves())) {
            refuse(result, "serves", "field.choose");
        }
        if (!knownTopics(form.topics())) {
            refuse(result, "topics", "field.choose");
        }
        form.fit().forEach((segment, fit) -> {
            if (!words.segments().containsKey(segment) || !fit.strip().matches("|\\d|[1-9]\\d|100")) {
                refuse(result, "fit", "speaker.fit.wrong");
            }
        });
        var unit = id(form.unit())
                .flatMap(units::find)
                .filter(found -> found.path().startsWith(actor.path()));
        if (unit.isEmpty() && !form.unit().isBlank()) {
            refuse(result, "unit", "place.unit.outside");
        }
        return unit;
    }

    private static void checkHome(SpeakerForm form, BindingResult result) {
        if (result.hasFieldErrors("lat") || result.hasFieldErrors("lon")) {
            return;
        }
        var lat = form.latitude();
        var lon = form.longitude();
        if ((lat == null) != (lon == null)) {
            refuse(result, lat == null ? "lat" : "lon", "place.bothNeeded");
        } else if (lat != null && Math.abs(lat) > 90) {
            refuse(result, "lat", "place.lat.wrong");
        } else if (lon != null && Math.abs(lon) > 180) {
            refuse(result, "lon", "place.lon.wrong");
        }
    }

    private boolean knownTopics(List<String> chosen) {
        var ids = chosen.stream()
                .distinct()
                .map(SpeakerFormPages::id)
                .flatMap(Optional::stream)
                .toList();
        return ids.size() == chosen.stream().distinct().count()
                && topics.of(ids).size() == ids.size();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static void refuse(BindingResult result, String field, String key) {
        result.rejectValue(field, key, key);
    }

    private String form(@Nullable Speaker speaker, SpeakerForm form, Fields fields, Model model) {
        var choices = new LinkedHashMap<UUID, String>(topics.offeredNames());
        choices.putAll(topics.of(form.topics().stream()
                .map(SpeakerFormPages::id)
                .flatMap(Optional::stream)
                .toList()));
        model.addAttribute("speaker", speaker);
        model.addAttribute("form", form);
        model.addAttribute("fields", fields);
        model.addAttribute("words", SpeakerWords.of(dictionary));
        model.addAttribute("topics", choices);
        model.addAttribute("levels", LEVELS);
        model.addAttribute(
                "unitName", id(form.unit()).flatMap(units::find).map(Unit::name).orElse(""));
        return "people/speaker-form";
    }
}
