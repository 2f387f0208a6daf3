package lectern.programme.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.content.TopicQueries;
import lectern.org.Cities;
import lectern.org.City;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.places.VenueQueries;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import lectern.platform.security.OpenToAll;
import lectern.platform.security.RateLimits;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import lectern.programme.DayPart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A citizen asks for a talk where he lives.
@Controller
class CitizenPages {
    private static final int UNITS_SHOWN = 12;
    private static final int EXPECTED = 30;

    private final Cities cities;
    private final UnitNames units;
    private final VenueQueries venues;
    private final TopicQueries topics;
    private final Dictionary dictionary;
    private final Requests requests;
    private final RateLimits limits;
    private final Clock clock;

    CitizenPages(
            Cities cities,
            UnitNames units,
            VenueQueries venues,
            TopicQueries topics,
            Dictionary dictionary,
            Requests requests,
            RateLimits limits,
            Clock clock) {
        this.cities = cities;
        this.units = units;
        this.venues = venues;
        this.topics = topics;
        this.dictionary = dictionary;
        this.requests = requests;
        this.limits = limits;
        this.clock = clock;
    }

    /// Where do you live?
    @GetMapping("/ask")
    @OpenToAll
    String where(@RequestParam(defaultValue = "") String q, Model model) {
        var city = city();
        model.addAttribute("q", q);
        model.addAttribute("found", q.isBlank() ? List.of() : units.search(city.path(), q, UNITS_SHOWN));
        return "programme/request/where";
    }

    @GetMapping("/ask/{unitId}")
    @OpenToAll
    String form(@PathVariable UUID unitId, Model model) {
        var values = Map.of("key", UUID.randomUUID().toString(), "part1", DayPart.MORNING.name());
        return show(unit(unitId), Fields.of(values), model);
    }

    @PostMapping("/ask/{unitId}")
    @OpenToAll
    String ask(
            @PathVariable UUID unitId,
            @Valid @ModelAttribute CitizenForm form,
            BindingResult result,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var unit = unit(unitId);
        var city = city();
        checkDay(form, result, LocalDate.ofInstant(clock.instant(), city.zone()));
        if (!result.hasFieldErrors("segment")
                && !Scopes.call(city.scope(), () -> dictionary.offers(DictionaryKind.SEGMENT, form.segment()))) {
            result.rejectValue("segment", "segment", "field.choose");
        }
        if (result.hasErrors()) {
            response.setStatus(422);
            return show(unit, Fields.refused(result), model);
        }
        if (form.website() != null && !form.website().isBlank()) {
            return "redirect:/ask/thanks"; // a program; it need not know
        }
        limits.count(RateLimits.Kind.PUBLIC_REQUEST, request.getRemoteAddr());
        Scopes.run(
                new Scope(unit.cityId(), unit.path()),
                () -> requests.ask(Objects.requireNonNull(form.key()), asking(unit, city, form)));
        return "redirect:/ask/thanks";
    }

    @GetMapping("/ask/thanks")
    @OpenToAll
    String thanks() {
        return "programme/request/thanks";
    }

    private static void checkDay(CitizenForm form, BindingResult result, LocalDate today) {
        var day = form.day1();
        if (day != null && !day.isAfter(today)) {
            result.rejectValue("day1", "day", "request.day.past");
        } else if (day != null && day.isAfter(today.plusDays(RequestForm.MOST_DAYS_AHEAD))) {
            result.rejectValue("day1", "day", "request.day.far");
        }
    }

    private Asking asking(Unit unit, City city, CitizenForm form) {
        var venue = venues.ofUnit(unit.id()).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("request.unit.withoutVenue"));
        var topic = topics.find(Objects.requireNonNull(form.topic())).orElseThrow(Refusal::notFound);
        return new Asking(
                unit.cityId(),
                unit.id(),
                unit.path(),
                venue.id(),
                topic.id(),
                String.valueOf(form.segment()),
                topic.minutes(),
                EXPECTED,
                form.note() == null ? "" : form.note().strip(),
                "CITIZEN",
                String.valueOf(form.name()).strip(),
                form.phone() == null || form.phone().isBlank()
                        ? null
                        : form.phone().strip(),
                null,
                List.of(Objects.requireNonNull(form.part1()).on(Objects.requireNonNull(form.day1()), city.zone())));
    }

    private String show(Unit unit, Fields fields, Model model) {
        var scope = new Scope(unit.cityId(), unit.path());
        model.addAttribute("unit", unit);
        model.addAttribute("fields", fields);
        model.addAttribute(
                "hasVenue", Scopes.call(scope, () -> !venues.ofUnit(unit.id()).isEmpty()));
        model.addAttribute("topics", Scopes.call(scope, topics::offered));
        model.addAttribute("segments", Scopes.call(scope, () -> dictionary.offered(DictionaryKind.SEGMENT)));
        model.addAttribute(
                "tomorrow",
                LocalDate.ofInstant(clock.instant(), city().zone()).plusDays(1).toString());
        return "programme/request/citizen";
    }

    private City city() {
        return cities.shown().orElseThrow(Refusal::notFound);
    }

    private Unit unit(UUID id) {
        return units.find(id).orElseThrow(Refusal::notFound);
    }
}
