package lectern.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.SmallCity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/// Officers at two nodes publish plans that want the same few speakers and venues: nobody is booked twice.
class DoubleBookingTest {
    /// Two and a half thousand show it on every run; before a release all ten thousand:
    /// `./lectern test -Dtest=DoubleBookingTest -Dsurefire.failIfNoSpecifiedTests=false -Dlectern.bookings=10000`.
    private static final int BOOKINGS = Integer.getInteger("lectern.bookings", 2_500);
    private static final int BOOKINGS_WITHOUT_CONSTRAINTS = 600;
    private static final int DRAFTS_A_DAY = 100;
    private static final int DAYS_CROSSED = 30;
    private static final int PAIRS_CROSSED_A_DAY = 8;

    /// Pairs of live talks that overlap, by speaker and by venue. It asks neither the constraints nor the columns that
    /// were made for them.
    private static final String OVERLAPS = """
            with live as (
                select t.id, t.speaker_id, t.venue_id, v.shared, t.state, t.starts_at, t.ends_at
                from talk t join venue v on v.id = t.venue_id
                where t.city_id = ? and t.state <> 'CANCELLED')
            select (select count(*) from live one join live other
                    on other.speaker_id = one.speaker_id and other.id > one.id
                       and other.starts_at < one.ends_at and one.starts_at < other.ends_at)
                 + (select count(*) from live one join live other
                    on other.venue_id = one.venue_id and other.id > one.id and not one.shared
                       and other.starts_at < one.ends_at and one.starts_at < other.ends_at)
            """;

    private static Server node;
    private static Server secondNode;

    private final LocalDate tomorrow = LocalDate.now(SmallCity.ZONE).plusDays(1);
    private SmallCity.Made city;
    private List<SmallCity.Place> units;
    private Officers officers;

    @BeforeAll
    static void twoNodesShareOneDatabase() throws IOException {
        Files.createDirectories(Path.of("target"));
        node = new Server(Files.createTempDirectory(Path.of("target"), "booked-"));
        node.awaitReady();
        secondNode = node.secondNode();
        secondNode.awaitReady();
    }

    @AfterAll
    static void end() {
        secondNode.close();
        node.close();
    }

    @BeforeEach
    void fourOfficersSignIn() throws Exception {
        city = SmallCity.with(node::owner).make();
        units = List.of(
                city.city(),
                city.counties().getFirst(),
                city.towns().getFirst(),
                city.towns().get(1));
        givePassword();
        officers = new Officers(List.of(node.address(), secondNode.address()));
        officers.signIn(units, SmallCity.PASSWORD);
    }

    private static void givePassword() throws SQLException {
        try (var owner = node.owner();
                var update = owner.prepareStatement("update account set password_hash = ?")) {
            update.setString(
                    1, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(SmallCity.PASSWORD));
            update.executeUpdate();
        }
    }

    @Test
    void thousands_of_overlapping_bookings_at_two_nodes_leave_no_overlap() throws Exception {
        var answers = publish(overlapping(BOOKINGS));

        assertThat(count(OVERLAPS)).isZero();
        assertThat(answers).hasSize(BOOKINGS);
        var booked = booked(answers);
        assertThat(count("select count(*) from talk where city_id = ? and state = 'OFFERED'"))
                .isEqualTo(booked.size());
        assertThat(plansWithTalks()).isEqualTo(booked);
        assertThat(count("select count(*) from request where city_id = ? and state = 'APPROVED'"))
                .isEqualTo(BOOKINGS - booked.size());
        // Both kinds of clash are there in numbers, or the test would show little.
        var refused = refused(answers);
        assertThat(refused.stream().filter(this::namesSpeaker).count()).isGreaterThan(BOOKINGS / 10);
        assertThat(refused.stream().filter(this::namesVenue).count()).isGreaterThan(BOOKINGS / 10);
        assertThat(refused)
                .filteredOn(answer -> !namesSpeaker(answer) && !namesVenue(answer))
                .isEmpty();
    }

    /// Each of two plans has the speaker first whom the other has second: whoever waits holds what the other needs.
    @Test
    void plans_that_cross_each_other_are_booked_or_told_the_clash() throws Exception {
        var answers = publish(crossing());

        assertThat(count(OVERLAPS)).isZero();
        var booked = booked(answers);
        assertThat(booked).hasSize(DAYS_CROSSED);
        assertThat(plansWithTalks()).isEqualTo(booked);
        assertThat(refused(answers)).filteredOn(answer -> !namesSpeaker(answer)).isEmpty();
    }

    /// The planted fault: the constraints are gone. The same check finds the double bookings.
    @Test
    void without_the_constraints_the_same_check_finds_overlaps() throws Exception {
        var constraints = constraints();
        change("alter table talk drop constraint speaker_booked_once, drop constraint venue_booked_once");
        try {
            var answers = publish(overlapping(BOOKINGS_WITHOUT_CONSTRAINTS));

            assertThat(booked(answers)).hasSize(BOOKINGS_WITHOUT_CONSTRAINTS);
            assertThat(count(OVERLAPS)).isGreaterThan(BOOKINGS_WITHOUT_CONSTRAINTS);
        } finally {
            change("delete from offer");
            change("delete from talk");
            change("alter table talk " + constraints);
        }
    }

    private static String constraints() throws SQLException {
        try (var owner = node.owner();
                var row = owner.createStatement().executeQuery("""
                        select string_agg('add constraint ' || conname || ' ' || pg_get_constraintdef(oid), ', ')
                        from pg_constraint where conname in ('speaker_booked_once', 'venue_booked_once')
                        """)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void change(String sql) throws SQLException {
        try (var owner = node.owner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Drafts of one talk, four days at a time. Times overlap in part: they begin every ten minutes and last 30 to 90.
    private List<Draft> overlapping(int count) {
        var random = new Random(20_260_731);
        var drafts = new ArrayList<Draft>();
        for (var number = 0; number < count; number++) {
            var unit = random.nextInt(units.size());
            // City and county have the villages 0 to 3, the first town 0 and 1, the second 2 and 3.
            var first = unit == 3 ? 2 : 0;
            var several = unit < 2 ? 4 : 2;
            var talk = new Draft.Talk(
                    first + random.nextInt(several),
                    first + random.nextInt(several),
                    8 * 60 + 10 * random.nextInt(30),
                    30 + 15 * random.nextInt(5));
            var day = number / (4 * DRAFTS_A_DAY) * 4 + number % 4;
            drafts.add(new Draft(units.get(unit), tomorrow.plusDays(day), List.of(talk)));
        }
        return drafts;
    }

    private List<Draft> crossing() {
        var drafts = new ArrayList<Draft>();
        for (var day = 0; day < DAYS_CROSSED; day++) {
            for (var pair = 0; pair < PAIRS_CROSSED_A_DAY; pair++) {
                drafts.add(new Draft(
                        city.city(),
                        tomorrow.plusDays(day),
                        List.of(new Draft.Talk(0, 0, 9 * 60, 60), new Draft.Talk(1, 1, 9 * 60 + 30, 60))));
                drafts.add(new Draft(
                        city.counties().getFirst(),
                        tomorrow.plusDays(day),
                        List.of(new Draft.Talk(2, 1, 9 * 60, 60), new Draft.Talk(3, 0, 9 * 60 + 30, 60))));
            }
        }
        return drafts;
    }

    private List<Officers.Answer> publish(List<Draft> drafts) throws SQLException, IOException, InterruptedException {
        try (var owner = node.owner()) {
            StoredDrafts.write(drafts, city, node.files(), owner);
        }
        var began = Instant.now();
        var answers = officers.publish(drafts);
        System.out.printf(
                "%d publications in %d ms: %s%n",
                answers.size(),
                Duration.between(began, Instant.now()).toMillis(),
                answers.stream().collect(Collectors.groupingBy(Officers.Answer::status, Collectors.counting())));
        return answers;
    }

    private static Set<UUID> booked(List<Officers.Answer> answers) {
        return answers.stream()
                .filter(Officers.Answer::isBooked)
                .map(answer -> answer.draft().id())
                .collect(Collectors.toSet());
    }

    /// All others; nothing but a conflict is an answer to them.
    private static List<Officers.Answer> refused(List<Officers.Answer> answers) {
        var refused = answers.stream().filter(answer -> !answer.isBooked()).toList();
        assertThat(refused).extracting(Officers.Answer::status).containsOnly(409);
        return refused;
    }

    private boolean namesSpeaker(Officers.Answer answer) {
        return answer.draft().talks().stream()
                .anyMatch(talk ->
                        tells(answer, "讲员" + city.villages().get(talk.speaker()).name(), talk));
    }

    private boolean namesVenue(Officers.Answer answer) {
        return answer.draft().talks().stream()
                .anyMatch(talk ->
                        tells(answer, city.villages().get(talk.village()).name() + "站", talk));
    }

    /// Whether the page says who or what is taken, when, and by which talk; a town's officer may not know the last.
    private boolean tells(Officers.Answer answer, String taken, Draft.Talk talk) {
        var said =
                "%s 在 %s %02d:%02d 已有另一场（".formatted(taken, answer.draft().day(), talk.start() / 60, talk.start() % 60);
        var at = answer.page().indexOf(said);
        var unnamed = answer.page().startsWith("–", at + said.length());
        return at >= 0 && (!unnamed || answer.draft().unit().level().equals("TOWN"));
    }

    private Set<UUID> plansWithTalks() throws SQLException {
        var plans = new HashSet<UUID>();
        try (var owner = node.owner();
                var statement = owner.prepareStatement("select plan_id from talk where city_id = ?")) {
            statement.setObject(1, city.city().id());
            var rows = statement.executeQuery();
            while (rows.next()) {
                plans.add(rows.getObject(1, UUID.class));
            }
        }
        return plans;
    }

    private long count(String sql) {
        return SmallCity.with(node::owner).count(sql, city.city().id());
    }
}
