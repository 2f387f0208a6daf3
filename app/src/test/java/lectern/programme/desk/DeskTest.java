package lectern.programme.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
class DeskTest {
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
    private AskedRequests asked;
    private LocalDateTime tomorrow;

    @BeforeEach
    void make() {
        city = cities.make();
        booked = new BookedTalks(owner);
        asked = new AskedRequests(booked);
        tomorrow = LocalDate.now(SmallCity.ZONE).plusDays(1).atTime(9, 0);
    }

    private Visitor.Visit officer() {
        return visitor.as(city.counties().getFirst().officer());
    }

    private static List<String> lines(String page, String queue) {
        var begin = page.indexOf("id=\"queue-" + queue + "\"");
        if (begin < 0) {
            return List.of();
        }
        var end = page.indexOf("</section>", begin);
        return Pattern.compile("data-item=\"([^\"]+)\"")
                .matcher(page.substring(begin, end))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void each_queue_shows_what_waits_below_the_officer_s_unit_and_nothing_else() {
        var wanted = asked.add(city, 0, tomorrow.plusDays(9));
        asked.add(city, 4, tomorrow.plusDays(9));
        var open = booked.add(city, 0, tomorrow, "OPEN");
        var unanswered = booked.add(city, 1, tomorrow, "OFFERED");
        booked.add(city, 1, tomorrow.plusDays(3), "OFFERED");
        var missing = booked.add(city, 2, tomorrow.minusDays(2), "ACCEPTED");
        booked.add(city, 4, tomorrow, "OPEN");

        var page = officer().get("/desk").body();
        assertThat(lines(page, "asked")).containsExactly(wanted.toString());
        assertThat(lines(page, "open")).containsExactly(open.toString());
        assertThat(lines(page, "unanswered")).containsExactly(unanswered.toString());
        assertThat(lines(page, "missing")).containsExactly(missing.toString());
        assertThat(lines(page, "drafts")).isEmpty();
    }

    @Test
    void an_approval_is_taken_back_until_it_is_planned() {
        var wanted = asked.add(city, 0, tomorrow.plusDays(9));
        var officer = officer();
        officer.post("/requests/" + wanted + "/approve", Map.of());
        assertThat(lines(officer.get("/desk/queues").body(), "asked")).isEmpty();

        assertThat(officer.post("/requests/take-back", Map.of("id", wanted.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(lines(officer.get("/desk/queues").body(), "asked")).containsExactly(wanted.toString());

        booked.run("update request set state = 'SCHEDULED' where id = ?", wanted);
        assertThat(officer.post("/requests/take-back", Map.of("id", wanted.toString()))
                        .statusCode())
                .isEqualTo(409);
        assertThat(cities.text("select state from request where id = ?", wanted))
                .isEqualTo("SCHEDULED");
    }

    @Test
    void several_are_sent_back_for_one_reason_or_none_is() {
        var first = asked.add(city, 0, tomorrow.plusDays(9));
        var second = asked.add(city, 1, tomorrow.plusDays(9));
        var foreign = asked.add(city, 4, tomorrow.plusDays(9));
        var officer = officer();

        assertThat(sendBack(officer, List.of(first, foreign), "换个时间")).isEqualTo(409);
        assertThat(sendBack(officer, List.of(first, second), "")).isEqualTo(422);
        assertThat(cities.text("select state from request where id = ?", first)).isEqualTo("ASKED");

        assertThat(sendBack(officer, List.of(first, second), "换个时间")).isEqualTo(302);
        assertThat(cities.count(
                        "select count(*) from request where id in (?, ?) and state = 'SENT_BACK' and reason = '换个时间'",
                        first,
                        second))
                .isEqualTo(2);
        assertThat(cities.text("select state from request where id = ?", foreign))
                .isEqualTo("ASKED");
    }

    private int sendBack(Visitor.Visit visit, List<UUID> ids, String reason) {
        var body = Stream.concat(
                        ids.stream().map(id -> "id=" + id),
                        Stream.of("reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return visit.send(HttpRequest.newBuilder(URI.create(visitor.address() + "/requests/send-back"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-XSRF-TOKEN", visit.forgeryToken())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    @Test
    void a_reminder_reaches_the_speaker_and_is_not_repeated_within_hours() {
        var talk = booked.add(city, 0, tomorrow, "OFFERED");
        var accepted = booked.add(city, 1, tomorrow, "ACCEPTED");
        var officer = officer();
        var speaker = visitor.as(city.speakerActors().getFirst());
        assertThat(speaker.get("/tasks").body()).doesNotContain("class=\"task-reminded\"");

        assertThat(officer.post("/talks/" + talk + "/remind", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(speaker.get("/tasks").body()).contains("class=\"task-reminded\"");
        assertThat(officer.post("/talks/" + talk + "/remind", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(officer.post("/talks/" + accepted + "/remind", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(visitor.as(city.speakerActors().get(1)).get("/tasks").body())
                .doesNotContain("class=\"task-reminded\"");
    }

    @Test
    void the_number_of_queries_does_not_grow_with_what_waits() {
        waiting(0);
        var officer = officer();
        var one = statements.of(() -> officer.get("/desk"));
        waiting(1);
        waiting(2);
        assertThat(statements.of(() -> officer.get("/desk"))).isEqualTo(one);
    }

    private void waiting(int village) {
        asked.add(city, village, tomorrow.plusDays(9));
        booked.add(city, village, tomorrow, "OPEN");
        booked.add(city, village, tomorrow.plusHours(3), "OFFERED");
        booked.add(city, village, tomorrow.minusDays(3), "ACCEPTED");
    }
}
