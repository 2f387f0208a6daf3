package lectern.org.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How people come in, and how they are kept out.
@AppTest
class AccountsTest {
    private static final String GOOD = "Vx7-kuqzom-lantern";
    private static final Pattern LINK = Pattern.compile("/password/([\\w-]{20,})");
    private static final Pattern ACCOUNT = Pattern.compile("/accounts/([0-9a-f-]{36})");

    private final SmallCity cities;
    private final Visitor visitor;
    private final SignIn signIn;
    private final MovableClock clock;
    private final OwnerConnections owner;
    private final SmallCity.Made city;
    private final Visitor.Visit administrator;

    AccountsTest(
            @Autowired SmallCity cities,
            @Autowired Visitor visitor,
            @Autowired SignIn signIn,
            @Autowired MovableClock clock,
            @Autowired OwnerConnections owner) {
        this.cities = cities;
        this.visitor = visitor;
        this.signIn = signIn;
        this.clock = clock;
        this.owner = owner;
        city = cities.make();
        administrator = visitor.as(city.administrator());
    }

    private record Made(UUID id, String login, String link) {}

    private Made make(String role) {
        var login = "person-" + UUID.randomUUID().toString().substring(0, 8);
        var answer = administrator.post(
                "/accounts",
                Map.of(
                        "name",
                        "沈佳宁",
                        "login",
                        login,
                        "role",
                        role,
                        "unit",
                        city.counties().getFirst().id().toString()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Made(UUID.fromString(found(ACCOUNT, answer)), login, "/password/" + found(LINK, answer));
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        var found = pattern.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    private int setPassword(String link, String password) {
        return visitor.anonymous()
                .post(link, Map.of("password", password, "again", password))
                .statusCode();
    }

    private static int logIn(Visitor.Visit visit, String login, String password) {
        return visit.post("/login", Map.of("login", login, "password", password))
                .statusCode();
    }

    @Test
    void a_new_account_gets_its_password_from_its_holder_through_a_link_that_works_once() {
        var made = make("OFFICER");
        assertThat(logIn(visitor.anonymous(), made.login(), "none")).isEqualTo(422);
        assertThat(setPassword(made.link(), "short")).isEqualTo(422);
        assertThat(visitor.anonymous()
                        .post(made.link(), Map.of("password", GOOD, "again", "other"))
                        .body())
                .contains("两次输入的新密码不一样");
        assertThat(setPassword(made.link(), GOOD)).isEqualTo(302);
        assertThat(setPassword(made.link(), GOOD + "2")).isEqualTo(422);
        var visit = visitor.anonymous();
        assertThat(logIn(visit, made.login().toUpperCase(java.util.Locale.ROOT), GOOD))
                .isEqualTo(302);
        assertThat(visit.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void a_log_in_name_that_is_taken_and_a_unit_outside_are_told() {
        var made = make("KEEPER");
        var foreign = cities.make();
        var answer = administrator.post(
                "/accounts",
                Map.of(
                        "name",
                        "某人",
                        "login",
                        made.login(),
                        "role",
                        "KEEPER",
                        "unit",
                        city.city().id().toString()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这个登录名已有人用");
        assertThat(administrator
                        .post(
                                "/accounts",
                                Map.of(
                                        "name",
                                        "某人",
                                        "login",
                                        "someone-else",
                                        "role",
                                        "KEEPER",
                                        "unit",
                                        foreign.city().id().toString()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void officer_auditor_and_administrator_are_never_the_same_account() {
        var made = make("OFFICER");
        var grants = "/accounts/" + made.id() + "/grants";
        var unit = city.city().id().toString();
        for (var role : new String[] {"AUDITOR", "ADMINISTRATOR"}) {
            var answer = administrator.post(grants, Map.of("role", role, "unit", unit));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("要由不同的人担任");
        }
        assertThat(administrator
                        .post(grants, Map.of("role", "OFFICER", "unit", unit))
                        .statusCode())
                .isEqualTo(302);
        assertThat(administrator
                        .post(grants, Map.of("role", "KEEPER", "unit", unit))
                        .statusCode())
                .isEqualTo(302);
        assertThat(administrator
                        .post(grants, Map.of("role", "KEEPER", "unit", unit))
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator
                        .post(grants, Map.of("role", "SPEAKER", "unit", unit))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void an_administrator_does_not_change_his_own_account() {
        var own = "/accounts/" + city.administrator().accountId();
        assertThat(administrator.post(own + "/disable", Map.of()).statusCode()).isEqualTo(409);
        assertThat(administrator
                        .post(
                                own + "/grants",
                                Map.of(
                                        "role",
                                        "KEEPER",
                                        "unit",
                                        city.city().id().toString()))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void disabling_resetting_and_withdrawing_the_role_end_sessions_that_run() {
        var officer = city.counties().getFirst().officer();
        var account = "/accounts/" + officer.accountId();
        assertThat(desk(officer)).isEqualTo(200);
        var replayed = visitor.as(officer);
        assertThat(replayed.get("/desk").statusCode()).isEqualTo(200);
        administrator.post(account + "/disable", Map.of());
        assertThat(replayed.get("/desk").statusCode()).isEqualTo(302);

        var second = city.counties().get(1).officer();
        var running = visitor.as(second);
        assertThat(running.get("/desk").statusCode()).isEqualTo(200);
        administrator.post("/accounts/" + second.accountId() + "/grants/" + second.grantId() + "/revoke", Map.of());
        assertThat(running.get("/desk").statusCode()).isEqualTo(302);

        var third = city.towns().getFirst().officer();
        var working = visitor.as(third);
        assertThat(working.get("/desk").statusCode()).isEqualTo(200);
        assertThat(administrator
                        .post("/accounts/" + third.accountId() + "/reset-password", Map.of())
                        .body())
                .contains("/password/");
        assertThat(working.get("/desk").statusCode()).isEqualTo(302);
    }

    private int desk(Actor actor) {
        return visitor.as(actor).get("/desk").statusCode();
    }

    @Test
    void logging_out_everywhere_ends_the_other_device_too() {
        var keeper = city.keepers().getFirst();
        var phone = visitor.as(keeper);
        var desk = visitor.as(keeper);
        assertThat(phone.get("/station").statusCode()).isEqualTo(200);
        desk.post("/logout/everywhere", Map.of());
        assertThat(phone.get("/station").statusCode()).isEqualTo(302);
        assertThat(desk.get("/station").statusCode()).isEqualTo(302);
    }

    @Test
    void whoever_changes_his_password_stays_and_other_devices_leave() {
        var made = make("OFFICER");
        setPassword(made.link(), GOOD);
        var here = visitor.anonymous();
        var elsewhere = visitor.anonymous();
        logIn(here, made.login(), GOOD);
        logIn(elsewhere, made.login(), GOOD);
        assertThat(here.post("/account/password", Map.of("present", "wrong", "password", "x", "again", "x"))
                        .body())
                .contains("现在的密码不对");
        assertThat(here.post("/account/password", Map.of("present", GOOD, "password", GOOD, "again", GOOD))
                        .body())
                .contains("这个密码最近用过");
        var fresh = "Ny4-brasowel-tide";
        assertThat(here.post("/account/password", Map.of("present", GOOD, "password", fresh, "again", fresh))
                        .statusCode())
                .isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(logIn(visitor.anonymous(), made.login(), GOOD)).isEqualTo(422);
        assertThat(logIn(visitor.anonymous(), made.login(), fresh)).isEqualTo(302);
    }

    @Test
    void a_password_that_is_too_old_is_renewed_before_anything_else() {
        var made = make("OFFICER");
        setPassword(made.link(), GOOD);
        clock.move(Duration.ofDays(91));
        try {
            var visit = visitor.anonymous();
            var answer = visit.post("/login", Map.of("login", made.login(), "password", GOOD));
            var link = answer.headers().firstValue("Location").orElse("");
            assertThat(link).contains("/password/");
            assertThat(visit.get("/desk").statusCode()).isEqualTo(302);
            var path = URI.create(link).getPath();
            assertThat(setPassword(path, GOOD)).isEqualTo(422);
            assertThat(setPassword(path, "Ny4-brasowel-tide")).isEqualTo(302);
            assertThat(logIn(visitor.anonymous(), made.login(), "Ny4-brasowel-tide"))
                    .isEqualTo(302);
        } finally {
            clock.move(Duration.ofDays(-91));
        }
    }

    @Test
    void an_attacker_waits_and_the_owner_elsewhere_still_enters() {
        var made = make("OFFICER");
        setPassword(made.link(), GOOD);
        for (var guess = 0; guess < Throttle.FREE; guess++) {
            assertThat(signIn.attempt(made.login(), "guess" + guess, "192.0.2.1"))
                    .isInstanceOf(SignIn.Outcome.Wrong.class);
        }
        assertThat(signIn.attempt(made.login(), GOOD, "192.0.2.1")).isInstanceOf(SignIn.Outcome.MustWait.class);
        assertThat(signIn.attempt(" " + made.login().toUpperCase(java.util.Locale.ROOT), GOOD, "192.0.2.1"))
                .isInstanceOf(SignIn.Outcome.MustWait.class);
        assertThat(signIn.attempt(made.login(), GOOD, "192.0.2.2")).isInstanceOf(SignIn.Outcome.Entered.class);
        clock.move(Duration.ofMinutes(1));
        try {
            assertThat(signIn.attempt(made.login(), GOOD, "192.0.2.1")).isInstanceOf(SignIn.Outcome.Entered.class);
        } finally {
            clock.move(Duration.ofMinutes(-1));
        }
    }

    @Test
    void an_address_cannot_be_forged_by_whoever_is_no_trusted_proxy() {
        var login = "nobody-" + UUID.randomUUID();
        var last = 0;
        for (var guess = 0; guess <= Throttle.FREE; guess++) {
            last = forged(login, "198.51.100." + guess);
        }
        assertThat(last).isEqualTo(429);
    }

    private int forged(String login, String address) {
        var visit = visitor.anonymous();
        var page = visit.get("/login").body();
        var token = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return visit.send(HttpRequest.newBuilder(URI.create(visitor.address() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-XSRF-TOKEN", token.group(1))
                        .header("X-Forwarded-For", address)
                        .POST(HttpRequest.BodyPublishers.ofString("login=" + login + "&password=wrong"))
                        .build())
                .statusCode();
    }

    @Test
    void a_token_reads_until_it_is_withdrawn() {
        var answer = administrator.post(
                "/tokens",
                Map.of("name", "大屏", "unit", city.counties().getFirst().id().toString()));
        var token = found(Pattern.compile("readonly>([\\w-]{20,})<"), answer);
        assertThat(units(token).statusCode()).isEqualTo(200);
        assertThat(units(token).body()).contains("\"total\":7");
        var id = found(Pattern.compile("/tokens/([0-9a-f-]{36})/revoke"), administrator.get("/tokens"));
        assertThat(administrator.post("/tokens/" + id + "/revoke", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(units(token).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> units(String token) {
        return visitor.anonymous()
                .send(HttpRequest.newBuilder(URI.create(visitor.address() + "/api/v1/units"))
                        .header("Authorization", "Bearer " + token)
                        .build());
    }

    @Test
    void a_speaker_is_invited_once_and_finds_his_tasks() throws SQLException {
        var speaker = city.speakers().getFirst();
        var access = "/speakers/" + speaker + "/access";
        var officer = visitor.as(city.villages().getFirst().officer());
        assertThat(officer.get(access).body()).contains("已有账号");
        assertThat(officer.post(access, Map.of("login", "anybody")).statusCode())
                .isEqualTo(409);

        try (var connection = owner.open();
                var forget = connection.prepareStatement("update account set speaker_id = null where speaker_id = ?")) {
            forget.setObject(1, speaker);
            forget.executeUpdate();
        }
        assertThat(officer.post(access, Map.of("login", "X")).statusCode()).isEqualTo(422);
        var login = "talker-" + UUID.randomUUID().toString().substring(0, 8);
        var link = "/password/" + found(LINK, officer.post(access, Map.of("login", login)));
        assertThat(setPassword(link, GOOD)).isEqualTo(302);
        var visit = visitor.anonymous();
        assertThat(logIn(visit, login, GOOD)).isEqualTo(302);
        assertThat(visit.get("/tasks").statusCode()).isEqualTo(200);
    }
}
