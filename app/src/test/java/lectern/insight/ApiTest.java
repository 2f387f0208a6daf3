package lectern.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Things;
import lectern.Visitor;
import lectern.platform.Secrets;
import lectern.platform.database.Identifiers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
@Import({HeldTalks.class, Settling.class})
class ApiTest {
    private static final List<String> LISTS = List.of("units", "speakers", "venues", "requests", "talks");

    @Autowired
    SmallCity cities;

    @Autowired
    Things things;

    @Autowired
    HeldTalks held;

    @Autowired
    Settling settling;

    @Autowired
    Visitor visitor;

    @Autowired
    JsonMapper json;

    private String tokenOf(SmallCity.Made city, SmallCity.Place unit) {
        var token = Secrets.random();
        held.run(
                """
                insert into api_token (id, city_id, unit_id, path, name, token_hash, created_at)
                values (?, ?, ?, ?, 'test', ?, ?)
                """,
                Identifiers.next(),
                city.city().id(),
                unit.id(),
                unit.path(),
                sha256(token),
                OffsetDateTime.now(ZoneOffset.UTC));
        return token;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private HttpResponse<String> get(String path, @Nullable String token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(visitor.address() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return visitor.anonymous().send(request.build());
    }

    private JsonNode read(String path, String token) {
        var answer = get(path, token);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private SmallCity.Made cityWithThings() {
        var city = cities.make();
        city.counties().forEach(county -> things.below(county, city));
        held.add(city, 0, LocalDate.of(2026, 3, 1), 9, 40);
        return city;
    }

    @Test
    void following_next_visits_every_item_exactly_once_at_any_limit() {
        var city = cityWithThings();
        var token = tokenOf(city, city.city());
        for (var list : LISTS) {
            var total = read("/api/v1/" + list, token).get("total").asLong();
            assertThat(total).as(list).isEqualTo(rows(list, city.city().path()));
            for (var limit : List.of(1, 2, 3, (int) total, 200)) {
                var seen = new ArrayList<String>();
                var next = "";
                do {
                    var slice = read("/api/v1/" + list + "?limit=" + limit + "&after=" + next, token);
                    assertThat(slice.get("items").size()).isLessThanOrEqualTo(limit);
                    slice.get("items").forEach(item -> seen.add(item.get("id").asString()));
                    next = slice.get("next").isNull() ? "" : slice.get("next").asString();
                } while (!next.isEmpty());
                assertThat(seen).as(list + " by " + limit).hasSize((int) total).doesNotHaveDuplicates();
            }
        }
    }

    private long rows(String list, String path) {
        var sql = switch (list) {
            case "units" -> "select count(*) from unit where starts_with(path, ?)";
            case "speakers" -> "select count(*) from speaker where starts_with(path, ?)";
            case "venues" -> "select count(*) from venue where starts_with(path, ?)";
            case "requests" -> "select count(*) from request where starts_with(path, ?)";
            default -> "select count(*) from talk where starts_with(path, ?)";
        };
        return cities.count(sql, path);
    }

    @Test
    void a_token_of_a_county_sees_its_rows_and_no_other() {
        var city = cityWithThings();
        cityWithThings();
        var county = city.counties().getLast();
        var token = tokenOf(city, county);
        for (var list : LISTS) {
            var slice = read("/api/v1/" + list + "?limit=200", token);
            assertThat(slice.get("total").asLong()).as(list).isEqualTo(rows(list, county.path()));
            var units = new HashSet<UUID>();
            slice.get("items")
                    .forEach(item -> units.add(UUID.fromString(
                            item.get(list.equals("units") ? "id" : "unitId").asString())));
            assertThat(units)
                    .as(list)
                    .allSatisfy(unit -> assertThat(cities.count(
                                    "select count(*) from unit where id = ? and starts_with(path, ?)",
                                    unit,
                                    county.path()))
                            .isOne());
        }
        assertThat(get("/api/v1/figures?unit=" + city.counties().getFirst().id(), token)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void no_answer_tells_a_phone_number_a_home_or_who_asked() {
        var city = cityWithThings();
        held.run(
                "update speaker set phone_tail = '4711', lat = 12.345678 where path = ?",
                city.villages().getFirst().path());
        held.run(
                "update request set contact_name = 'secret-contact', contact_tail = '0815' where path = ?",
                city.villages().getFirst().path());
        var token = tokenOf(city, city.city());

        assertThat(get("/api/v1/speakers", token).body()).doesNotContain("4711", "12.345678", "phone");
        assertThat(get("/api/v1/requests", token).body()).doesNotContain("secret-contact", "0815", "contact");
    }

    @Test
    void without_a_valid_token_the_answer_is_a_problem_document() {
        var city = cities.make();
        var revoked = tokenOf(city, city.city());
        held.run(
                "update api_token set revoked_at = now() where city_id = ?",
                city.city().id());
        for (var path : List.of(
                "/api/v1/units",
                "/api/v1/speakers",
                "/api/v1/venues",
                "/api/v1/requests",
                "/api/v1/talks",
                "/api/v1/figures")) {
            for (var token : new @Nullable String[] {null, "guessed", revoked}) {
                var answer = get(path, token);
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                        .startsWith("Bearer");
                assertProblem(answer, 401, null);
            }
        }
    }

    private void assertProblem(HttpResponse<String> answer, int status, @Nullable String parameter) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("about:blank");
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.has("parameter")).isEqualTo(parameter != null);
        if (parameter != null) {
            assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        }
    }

    @Test
    void a_parameter_that_cannot_be_right_is_named() {
        var city = cities.make();
        var token = tokenOf(city, city.city());
        for (var list : LISTS) {
            for (var limit : List.of("0", "-1", "201", "many", "99999999999", "1.5")) {
                var answer = get("/api/v1/" + list + "?limit=" + limit, token);
                assertThat(answer.statusCode()).as(list + " " + limit).isEqualTo(422);
                assertProblem(answer, 422, "limit");
            }
            for (var after : List.of("x", "%00", "AAAA", "../../etc", "00000000-0000-0000-0000-000000000000")) {
                var answer = get("/api/v1/" + list + "?after=" + after, token);
                assertThat(answer.statusCode()).as(list + " " + after).isEqualTo(422);
                assertProblem(answer, 422, "after");
            }
        }
        for (var wrong : List.of("from=yesterday", "from=2026-13-01", "from=%2B999999999-01-01")) {
            assertProblem(get("/api/v1/figures?" + wrong, token), 422, "from");
        }
        assertProblem(get("/api/v1/figures?to=2026-02-30", token), 422, "to");
        assertProblem(get("/api/v1/figures?from=2026-02-02&to=2026-02-01", token), 422, "from");
    }

    @Test
    void figures_equal_what_the_talks_say() {
        var city = cities.make();
        for (var number = 0; number < 24; number++) {
            var day = LocalDate.of(2026, 1, 15).plusMonths(number % 6);
            held.add(city, number % 8, day, 1 + number / 2, 10 + number);
            settling.report(city, number % 8, day);
        }
        settling.settle(city);
        var token = tokenOf(city, city.city());
        var units = new ArrayList<>(List.of(city.city()));
        units.addAll(city.counties());
        units.addAll(city.towns());
        units.addAll(city.villages());
        for (var unit : units) {
            var code = unit.path().replaceAll(".*/(?=[^/]+/$)|/$", "");
            for (var name : List.of(unit.id().toString(), code)) {
                var figures = read("/api/v1/figures?from=2026-02-15&to=2026-04-15&unit=" + name, token);
                assertThat(figures.get("talks").asLong()).isEqualTo(sum("count(*)", unit));
                assertThat(figures.get("attendances").asLong()).isEqualTo(sum("coalesce(sum(attendance), 0)", unit));
            }
        }
        assertProblem(get("/api/v1/figures?unit=" + UUID.randomUUID(), token), 404, null);
        assertProblem(get("/api/v1/figures?unit=nowhere%00", token), 404, null);
    }

    private long sum(String what, SmallCity.Place unit) {
        return cities.count(
                "select " + what
                        + " from talk where state = 'HELD' and starts_with(path, ?) and day between '2026-02-15' and '2026-04-15'",
                unit.path());
    }

    @Test
    void an_unknown_address_gets_a_problem_document_in_the_language_that_was_asked_for() {
        assertProblem(get("/api/v1/nothing", null), 404, null);
        assertThat(get("/api/v1/nothing", null, "Accept-Language", "en").body()).contains("There is no such");
    }

    @Test
    void a_session_does_not_open_the_interface() {
        var city = cities.make();
        assertThat(visitor.as(city.city().officer()).get("/api/v1/units").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_description_covers_all_six_routes_with_schemas_and_problems() {
        var document = json.readTree(get("/api/openapi.json", null).body());

        assertThat(document.at("/info/title").asString()).isEqualTo("Lectern");
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        var paths = document.get("paths");
        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/units",
                        "/api/v1/speakers",
                        "/api/v1/venues",
                        "/api/v1/requests",
                        "/api/v1/talks",
                        "/api/v1/figures");
        for (var path : paths) {
            var responses = path.at("/get/responses");
            assertThat(responses.propertyNames()).contains("200", "401", "422", "429");
            var schema =
                    responses.at("/200/content/application~1json/schema/$ref").asString();
            assertThat(document.at(schema.substring(1)).isMissingNode())
                    .as(schema)
                    .isFalse();
            assertThat(path.at("/get/parameters").size()).isPositive();
        }
    }

    @Test
    void too_many_calls_are_told_how_long_to_wait() throws IOException, InterruptedException {
        // An address of the loopback net that no other test calls from.
        var address = visitor.address().replace("localhost", "127.0.0.1") + "/api/v1/units";
        HttpResponse<String> answer;
        try (var elsewhere = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.77"))
                .build()) {
            var calls = 0;
            do {
                answer = elsewhere.send(
                        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
                calls++;
            } while (answer.statusCode() != 429 && calls < 1_000);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertProblem(answer, 429, null);
    }
}
