package lectern.platform.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.AskedRequests;
import lectern.BookedTalks;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class PaletteTest {
    private static final Pattern HREF = Pattern.compile("role=\"option\"[^>]*href=\"([^\"]+)\"");

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    @Autowired
    OwnerConnections owner;

    private SmallCity.Made city;
    private BookedTalks booked;

    @BeforeEach
    void make() {
        city = cities.make();
        booked = new BookedTalks(owner);
    }

    private static String path(String text) {
        return "/palette?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> found(Visitor.Visit visit, String text) {
        return HREF.matcher(visit.get(path(text)).body())
                .results()
                .map(option -> option.group(1).replace("&amp;", "&"))
                .toList();
    }

    @Test
    void one_text_finds_the_unit_its_people_venue_talks_and_requests_in_the_scope() {
        var tomorrow = LocalDate.now(SmallCity.ZONE).plusDays(1).atTime(9, 0);
        var late = booked.add(city, 0, tomorrow.minusDays(90), "HELD");
        var next = booked.add(city, 0, tomorrow, "ACCEPTED");
        var request = new AskedRequests(booked).add(city, 0, tomorrow.plusDays(9));
        var village = city.villages().getFirst();
        var officer = visitor.as(city.counties().getFirst().officer());

        assertThat(found(officer, village.name()))
                .containsExactly(
                        "/speakers/" + city.speakers().getFirst(),
                        "/units/" + village.id(),
                        "/venues/" + city.venues().getFirst(),
                        "/talks/" + next,
                        "/talks/" + late,
                        "/requests/" + request);
        assertThat(found(visitor.as(city.counties().getLast().officer()), village.name()))
                .isEmpty();
    }

    @Test
    void a_talk_is_found_by_its_topic_and_by_its_speaker() {
        var tomorrow = LocalDate.now(SmallCity.ZONE).plusDays(1).atTime(9, 0);
        var talk = booked.add(city, 1, tomorrow, "ACCEPTED");
        var officer = visitor.as(city.city().officer());
        assertThat(found(officer, "法律进")).containsExactly("/talks/" + talk);
        assertThat(found(officer, "讲员" + city.villages().get(1).name()))
                .containsExactly("/speakers/" + city.speakers().get(1), "/talks/" + talk);
    }

    @Test
    void each_role_finds_only_what_it_may_open() {
        var village = city.villages().getFirst();
        var keeper = found(visitor.as(city.keepers().getFirst()), village.name());
        assertThat(keeper)
                .containsExactly(
                        "/units/" + village.id(), "/venues/" + city.venues().getFirst());
        assertThat(found(visitor.as(city.speakerActors().getFirst()), village.name()))
                .isEmpty();
        assertThat(found(visitor.as(city.auditor()), village.name())).isEmpty();
        assertThat(found(visitor.as(city.speakerActors().getFirst()), "")).contains("/tasks", "/calendar");
        assertThat(found(visitor.as(city.speakerActors().getFirst()), "")).doesNotContain("/desk");
    }

    @Test
    void saved_filters_and_pages_are_there_before_anything_is_typed() {
        var officer = visitor.as(city.city().officer());
        officer.post("/filters", Map.of("on", "/talks?state=OPEN", "name", "缺人的"));
        assertThat(found(officer, "")).startsWith("/talks?state=OPEN").contains("/desk", "/talks");
        assertThat(found(officer, "缺人")).containsExactly("/talks?state=OPEN");
        assertThat(found(officer, "日历")).containsExactly("/calendar");
        assertThat(found(officer, "%' or 1=1")).isEmpty();
    }

    /// One for the actor, one for the scope, six for the finders; the session, which is kept after the answer has gone
    /// out, may be counted with them.
    @Test
    void a_search_asks_the_database_once_for_each_kind_whatever_it_finds() {
        var officer = visitor.as(city.city().officer());
        assertThat(statements.of(() -> officer.get(path("村")))).isBetween(8, 9);
        assertThat(statements.of(() -> officer.get(path("没有这个")))).isBetween(8, 9);
    }
}
