package lectern.programme.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import lectern.AppTest;
import lectern.BookedTalks;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Reports that phones kept for three days, by clocks that are wrong, sent twice and in any order.
@AppTest
class LateReportsTest {
    private static final Duration KEPT = Duration.ofHours(72);
    private static final int TALKS = 50;
    private static final int DISPUTED = 8;

    /// What a phone holds: a figure for a talk, under its key.
    private record Kept(Visitor.Visit phone, String token, Duration clockAhead, UUID key, UUID talk, int people) {}

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    MovableClock clock;

    @Autowired
    OwnerConnections owner;

    private SmallCity.Made city;
    private List<UUID> talks;
    private Instant typedIn;

    @BeforeEach
    void talksThatWereHeld() {
        city = cities.make();
        var booked = new BookedTalks(owner);
        var first = LocalDateTime.now(SmallCity.ZONE).minusDays(20);
        talks = Stream.iterate(first, start -> start.plusHours(2))
                .limit(TALKS)
                .map(start -> booked.add(city, 0, start, "ACCEPTED"))
                .toList();
        typedIn = clock.instant();
        clock.move(KEPT);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void every_report_counts_once_at_the_time_of_the_server_and_conflicts_are_shown() {
        var keeper = visitor.as(city.keepers().getFirst());
        var officer = visitor.as(city.towns().getFirst().officer());
        var queue = new ArrayList<Kept>();
        var keeperToken = keeper.forgeryToken();
        var officerToken = officer.forgeryToken();
        for (var number = 0; number < TALKS; number++) {
            queue.add(new Kept(
                    keeper, keeperToken, Duration.ofDays(-1), UUID.randomUUID(), talks.get(number), 30 + number));
        }
        var disputes = new ArrayList<Kept>();
        for (var number = 0; number < DISPUTED; number++) {
            disputes.add(new Kept(
                    officer, officerToken, Duration.ofDays(1), UUID.randomUUID(), talks.get(number), 300 + number));
        }
        var before = clock.instant();

        sendTwiceShuffled(queue);
        sendTwiceShuffled(disputes);

        var inCity = "select count(*) from headcount where city_id = ? ";
        var id = city.city().id();
        assertThat(cities.count(inCity + "and kind = 'REPORT'", id)).isEqualTo(TALKS);
        assertThat(cities.count(inCity + "and kind = 'DIFFERS'", id)).isEqualTo(DISPUTED);
        assertThat(cities.count(inCity, id)).isEqualTo(TALKS + DISPUTED);
        assertThat(cities.count("select count(*) from talk where city_id = ? and attendance between 30 and 79", id))
                .as("the first report stands")
                .isEqualTo(TALKS);
        // The server's time stands; what the phone's clock said is kept beside it.
        assertThat(cities.count(
                        inCity + "and reported_at between ?::timestamptz and ?::timestamptz",
                        id,
                        before.minusSeconds(1).toString(),
                        clock.instant().plusSeconds(1).toString()))
                .isEqualTo(TALKS + DISPUTED);
        assertThat(cities.count(
                        inCity + "and claimed_at = ?::timestamptz and waited = 259200"
                                + " and clock_ahead between -86401 and -86399",
                        id,
                        milliseconds(typedIn.minus(Duration.ofDays(1)))))
                .isEqualTo(TALKS);
        assertThat(cities.count(inCity + "and clock_ahead between 86399 and 86401 and kind = 'DIFFERS'", id))
                .isEqualTo(DISPUTED);
        for (var disputed : disputes) {
            assertThat(keeper.get("/station").body()).contains(settle(disputed));
            assertThat(officer.get("/headcounts/open").body()).contains(settle(disputed));
        }
    }

    /// The check above would notice: under a new key the same report is another row.
    @Test
    void without_its_key_a_report_that_is_sent_again_doubles() {
        var keeper = visitor.as(city.keepers().getFirst());
        var token = keeper.forgeryToken();
        for (var time = 0; time < 2; time++) {
            send(new Kept(keeper, token, Duration.ZERO, UUID.randomUUID(), talks.getFirst(), 30));
        }
        assertThat(cities.count("select count(*) from headcount where talk_id = ?", talks.getFirst()))
                .isEqualTo(2);
    }

    @Test
    void a_conflict_is_decided_once_and_the_talk_keeps_both_figures() {
        var keeper = visitor.as(city.keepers().getFirst());
        var officer = visitor.as(city.towns().getFirst().officer());
        var talk = talks.getFirst();
        send(new Kept(keeper, keeper.forgeryToken(), Duration.ZERO, UUID.randomUUID(), talk, 30));
        var later = new Kept(officer, officer.forgeryToken(), Duration.ZERO, UUID.randomUUID(), talk, 42);
        send(later);

        var choice = Map.of("key", UUID.randomUUID().toString(), "choice", "LATER", "reason", "按签到表核对");
        assertThat(keeper.post(settle(later), choice).statusCode()).isEqualTo(302);
        assertThat(keeper.post(settle(later), choice).statusCode()).isEqualTo(302);
        var again = new HashMap<>(choice);
        again.put("key", UUID.randomUUID().toString());
        assertThat(officer.post(settle(later), again).statusCode()).isEqualTo(409);

        assertThat(cities.count("select attendance from talk where id = ?", talk))
                .isEqualTo(42);
        assertThat(cities.text(
                        "select string_agg(kind || people, ' ' order by people, kind) from headcount where talk_id = ?",
                        talk))
                .isEqualTo("REPORT30 DECISION42 DIFFERS42");
        assertThat(keeper.get("/talks/" + talk).body()).contains("按签到表核对").doesNotContain(settle(later));
    }

    @Test
    void a_talk_that_was_moved_or_cancelled_meanwhile_is_told_so() {
        var keeper = visitor.as(city.keepers().getFirst());
        var booked = new BookedTalks(owner);
        booked.run("update talk set state = 'CANCELLED', reason = '停电' where id = ?", talks.get(0));
        var cancelled =
                send(new Kept(keeper, keeper.forgeryToken(), Duration.ZERO, UUID.randomUUID(), talks.get(0), 30));
        assertThat(cancelled.statusCode()).isEqualTo(409);
        assertThat(cancelled.body()).contains("停电");
        var moved = keeper.post(
                "/station/talks/" + talks.get(1) + "/headcount",
                Map.of(
                        "key",
                        UUID.randomUUID().toString(),
                        "people",
                        "30",
                        "source",
                        "COUNTED",
                        "begins",
                        "2020-01-01T00:00:00Z"));
        assertThat(moved.statusCode()).isEqualTo(409);
        assertThat(cities.count(
                        "select count(*) from headcount where city_id = ?",
                        city.city().id()))
                .isZero();
    }

    private static String settle(Kept differing) {
        return "/talks/" + differing.talk() + "/headcounts/" + differing.key() + "/settle";
    }

    private void sendTwiceShuffled(List<Kept> queue) {
        var twice = new ArrayList<>(queue);
        twice.addAll(queue);
        Collections.shuffle(twice, new Random(7));
        for (var kept : twice) {
            var answer = send(kept);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains(kept.talk().toString());
        }
    }

    /// As the outbox of a phone sends it.
    private HttpResponse<String> send(Kept kept) {
        var phoneNow = clock.instant().plus(kept.clockAhead());
        var body = Map.of("key", kept.key().toString(), "people", Integer.toString(kept.people()), "source", "COUNTED");
        return kept.phone()
                .send(HttpRequest.newBuilder(
                                URI.create(visitor.address() + "/station/talks/" + kept.talk() + "/headcount"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-XSRF-TOKEN", kept.token())
                        .header("Lectern-Outbox", "1")
                        .header("Lectern-Made-At", milliseconds(typedIn.plus(kept.clockAhead())))
                        .header("Lectern-Sent-At", milliseconds(phoneNow))
                        .header("Lectern-Waited", Long.toString(KEPT.toSeconds()))
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(body)))
                        .build());
    }

    private static String milliseconds(Instant instant) {
        return Instant.ofEpochMilli(instant.toEpochMilli()).toString();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
    }
}
