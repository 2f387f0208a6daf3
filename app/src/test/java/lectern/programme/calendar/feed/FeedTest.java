package lectern.programme.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.BookedTalks;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class FeedTest {
    private static final Pattern ADDRESS = Pattern.compile("value=\"http://[^/\"]+(/feeds/[^\"]+)\"");
    private static final Pattern REVOKE = Pattern.compile("action=\"(/calendar/feeds/[^\"]+/revoke)\"");

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
    private LocalDateTime tomorrow;

    @BeforeEach
    void make() {
        city = cities.make();
        booked = new BookedTalks(owner);
        tomorrow = LocalDateTime.now(SmallCity.ZONE).plusDays(1).toLocalDate().atTime(23, 30);
    }

    private String make(Visitor.Visit visit, Map<String, String> form) {
        var page = visit.post("/calendar/feeds", form);
        assertThat(page.statusCode()).isEqualTo(200);
        return found(ADDRESS, page.body());
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> read(String address) {
        return visitor.anonymous().get(address);
    }

    private static ICalendar parse(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        var calendar = Biweekly.parse(answer.body()).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
        return calendar;
    }

    private VEvent only(String address) {
        var events = parse(read(address)).getEvents();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    @Test
    void another_library_reads_the_station_s_feed_and_follows_each_change() {
        var talk = booked.add(city, 0, tomorrow, "OFFERED");
        var address = make(visitor.as(city.keepers().getFirst()), Map.of("kind", "UNIT"));

        var offered = only(address);
        assertThat(offered.getUid().getValue()).isEqualTo(talk + "@lectern");
        assertThat(offered.getDateStart().getValue().toInstant())
                .isEqualTo(tomorrow.atZone(SmallCity.ZONE).toInstant());
        assertThat(offered.getDateEnd().getValue().toInstant())
                .isEqualTo(tomorrow.plusMinutes(45).atZone(SmallCity.ZONE).toInstant());
        assertThat(offered.getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(offered.getLocation().getValue())
                .isEqualTo(city.villages().getFirst().name() + "站");
        assertThat(offered.getSequence().getValue()).isZero();

        visitor.as(city.speakerActors().getFirst()).post("/tasks/" + talk + "/accept", Map.of());
        var accepted = only(address);
        assertThat(accepted.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(accepted.getSequence().getValue()).isEqualTo(1);

        visitor.as(city.city().officer()).post("/talks/" + talk + "/cancel", Map.of("reason", "场地停电"));
        var cancelled = only(address);
        assertThat(cancelled.getUid()).isEqualTo(offered.getUid());
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
        assertThat(cancelled.getLastModified().getValue())
                .isAfterOrEqualTo(accepted.getLastModified().getValue());
    }

    @Test
    void whoever_has_the_latest_is_told_so_until_something_changes() {
        var talk = booked.add(city, 0, tomorrow, "ACCEPTED");
        var address = make(visitor.as(city.keepers().getFirst()), Map.of("kind", "UNIT"));
        var tag = read(address).headers().firstValue("ETag").orElseThrow();

        assertThat(readIfNot(address, tag).statusCode()).isEqualTo(304);
        booked.run("update talk set starts_at = starts_at + interval '5 minutes' where id = ?", talk);
        assertThat(readIfNot(address, tag).statusCode()).isEqualTo(200);
        assertThat(only(address).getSequence().getValue()).isEqualTo(1);
    }

    private HttpResponse<String> readIfNot(String address, String tag) {
        return visitor.anonymous()
                .send(HttpRequest.newBuilder(URI.create(visitor.address() + address))
                        .header("If-None-Match", tag)
                        .build());
    }

    @Test
    void a_talk_that_a_speaker_gave_back_is_cancelled_in_his_calendar_and_says_nothing_of_his_successor() {
        var talk = booked.add(city, 0, tomorrow, "ACCEPTED");
        booked.add(city, 1, tomorrow, "ACCEPTED");
        var address = make(visitor.as(city.speakerActors().getFirst()), Map.of("kind", "SPEAKER"));
        assertThat(only(address).getStatus().getValue()).isEqualTo("CONFIRMED");

        visitor.as(city.speakerActors().getFirst()).post("/tasks/" + talk + "/decline", Map.of("reason", "出差"));
        booked.run(
                "update talk set speaker_id = ?, state = 'ACCEPTED', reason = '' where id = ?",
                city.speakers().get(5),
                talk);
        var given = only(address);
        assertThat(given.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(given.getSequence().getValue()).isEqualTo(2);
        assertThat(read(address).body()).doesNotContain(city.villages().get(5).name());
    }

    @Test
    void each_kind_holds_its_own_talks_and_what_was_called_off_long_ago_leaves() {
        booked.add(city, 0, tomorrow, "ACCEPTED");
        booked.add(city, 4, tomorrow, "ACCEPTED");
        booked.add(city, 0, tomorrow.minusDays(44), "CANCELLED");
        var forgotten = booked.add(city, 0, tomorrow.minusDays(60), "CANCELLED");
        booked.run("update talk set changed_at = now() - interval '50 days' where id = ?", forgotten);
        var officer = visitor.as(city.city().officer());

        assertThat(parse(read(make(officer, Map.of("kind", "UNIT")))).getEvents())
                .hasSize(3);
        var county =
                Map.of("kind", "UNIT", "unit", city.counties().getLast().id().toString());
        assertThat(parse(read(make(officer, county))).getEvents()).hasSize(1);
        var venue = Map.of("kind", "VENUE", "venue", city.venues().getFirst().toString());
        assertThat(parse(read(make(officer, venue))).getEvents()).hasSize(2);
    }

    @Test
    void a_guess_a_revoked_address_and_one_of_somebody_who_is_gone_look_the_same() {
        booked.add(city, 0, tomorrow, "ACCEPTED");
        var keeper = visitor.as(city.keepers().getFirst());
        var revoked = make(keeper, Map.of("kind", "UNIT"));
        var form = found(REVOKE, keeper.get("/calendar/feeds").body());
        assertThat(visitor.as(city.city().officer()).post(form, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(read(revoked).statusCode()).isEqualTo(200);
        keeper.post(form, Map.of());

        var gone = make(visitor.as(city.keepers().get(1)), Map.of("kind", "UNIT"));
        booked.run(
                "update role_grant set revoked_at = now() where id = ?",
                city.keepers().get(1).grantId());

        var guess = read("/feeds/" + UUID.randomUUID() + ".ics");
        assertThat(guess.statusCode()).isEqualTo(404);
        for (var address : new String[] {revoked, gone, "/feeds/x.ics"}) {
            var answer = read(address);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(guess.body());
            assertThat(answer.headers().map().keySet())
                    .isEqualTo(guess.headers().map().keySet());
        }
    }

    @Test
    void an_address_is_kept_as_its_hash_only_and_a_feed_outside_the_scope_is_not_made() {
        var keeper = visitor.as(city.keepers().getFirst());
        var address = make(keeper, Map.of("kind", "UNIT"));
        var secret = address.substring("/feeds/".length(), address.length() - ".ics".length());
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
        assertThat(cities.text("select string_agg(f::text, ' ') from calendar_feed f"))
                .doesNotContain(secret);
        assertThat(keeper.get("/calendar/feeds").body()).doesNotContain(secret);

        var foreign =
                Map.of("kind", "UNIT", "unit", city.villages().getLast().id().toString());
        assertThat(keeper.post("/calendar/feeds", foreign).statusCode()).isEqualTo(422);
        var venue = Map.of("kind", "VENUE", "venue", city.venues().getLast().toString());
        assertThat(keeper.post("/calendar/feeds", venue).statusCode()).isEqualTo(422);
        assertThat(keeper.post("/calendar/feeds", Map.of("kind", "PLAN")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_number_of_queries_does_not_grow_with_the_talks() {
        booked.add(city, 0, tomorrow, "ACCEPTED");
        var address = make(visitor.as(city.keepers().getFirst()), Map.of("kind", "UNIT"));
        var one = statements.of(() -> read(address));
        booked.add(city, 0, tomorrow.plusDays(1), "ACCEPTED");
        booked.add(city, 0, tomorrow.plusDays(2), "OFFERED");
        assertThat(statements.of(() -> read(address))).isEqualTo(one);
    }

    @Test
    void a_program_that_asks_all_the_time_is_told_to_wait() {
        var address = make(visitor.as(city.keepers().getFirst()), Map.of("kind", "UNIT"));
        var answer = read(address);
        for (var asked = 0; answer.statusCode() == 200 && asked < 40; asked++) {
            answer = read(address);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
