package lectern.programme.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lectern.org.Cities;
import lectern.org.City;
import lectern.platform.guide.Guide;
import lectern.platform.security.Actor;
import lectern.platform.security.OpenToAll;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Listing;
import lectern.platform.web.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The front page: what is coming up near me. Whoever is signed in goes to his own home instead.
@Controller
class PortalPages {
    private static final String COMING = """
            from public_talk
            where city_id = :city and ends_at >= :now
              and (:q = '' or position(:q in unit) > 0 or position(:q in topic) > 0 or position(:q in venue) > 0)
            """;

    private final Cities cities;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectProvider<Place> places;
    private final Guide guide;

    PortalPages(Cities cities, JdbcClient jdbc, Clock clock, ObjectProvider<Place> places, Guide guide) {
        this.cities = cities;
        this.jdbc = jdbc;
        this.clock = clock;
        this.places = places;
        this.guide = guide;
    }

    @GetMapping("/")
    @OpenToAll
    String front(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        var actor = Actor.current();
        if (actor.isPresent()) {
            return "redirect:" + home(actor.get());
        }
        var city = cities.shown();
        if (city.isEmpty()) {
            return "programme/portal/nothing";
        }
        model.addAttribute("city", city.get());
        model.addAttribute("q", q);
        model.addAttribute("listing", coming(city.get(), q.strip(), page));
        model.addAttribute("address", Address.of(request));
        return "programme/portal/front";
    }

    /// The first of the role's main places, which are those of the phone's bottom bar; for an officer whose units
    /// never had a request or a talk, the way to the first one.
    private String home(Actor actor) {
        if (actor.is(Role.OFFICER) && guide.isNeeded()) {
            return "/start";
        }
        return places.stream()
                .filter(place -> place.roles().contains(actor.role()))
                .min(Comparator.comparing(Place::onPhone).reversed().thenComparingInt(Place::order))
                .map(Place::href)
                .orElse("/account");
    }

    private Listing<PublicTalk> coming(City city, String q, int page) {
        var total =
                filtered("select count(*) " + COMING, city, q).query(Long.class).single();
        var rows = total == 0
                ? List.<PublicTalk>of()
                : filtered(
                                "select id, topic, unit, venue, address, speaker, starts_at, ends_at " + COMING
                                        + " order by starts_at, id limit :limit offset :offset",
                                city,
                                q)
                        .param("limit", Listing.SIZE)
                        .param("offset", Listing.offset(page))
                        .query((row, number) -> new PublicTalk(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant(),
                                row.getTimestamp(8).toInstant()))
                        .list();
        return Listing.of(rows, total, Listing.page(page));
    }

    private JdbcClient.StatementSpec filtered(String sql, City city, String q) {
        return jdbc.sql(sql)
                .param("city", city.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("q", q);
    }
}
