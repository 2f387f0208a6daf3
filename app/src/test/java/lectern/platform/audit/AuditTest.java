package lectern.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.Settings;
import lectern.platform.database.OwnerConnections;
import lectern.platform.web.Messages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Deeds are recorded with them, and whoever changes the record is found out.
@AppTest
class AuditTest {
    private static final Pattern ACT = Pattern.compile("\\b(?:record\\(|recordAt\\([\\w.()]+,)\\s*\"([a-z-]+)\"");

    private final SmallCity cities;
    private final Visitor visitor;
    private final OwnerConnections owner;
    private final Settings settings;
    private final SmallCity.Made city;

    AuditTest(
            @Autowired SmallCity cities,
            @Autowired Visitor visitor,
            @Autowired OwnerConnections owner,
            @Autowired Settings settings) {
        this.cities = cities;
        this.visitor = visitor;
        this.owner = owner;
        this.settings = settings;
        city = cities.make();
    }

    /// Three deeds in the chain of the first county.
    private void act() {
        var officer = visitor.as(city.counties().getFirst().officer());
        var unit = "/units/" + city.towns().getFirst().id();
        for (var name : new String[] {"一镇", "二镇", "三镇"}) {
            var answer = officer.post(unit, Map.of("name", name, "level", "TOWN"));
            assertThat(answer.statusCode()).isEqualTo(302);
        }
    }

    @Test
    void an_auditor_reads_what_was_done_in_words_and_only_below_his_unit() {
        act();
        visitor.as(city.counties().get(1).officer())
                .post("/units/" + city.towns().get(2).id(), Map.of("name", "别县的镇", "level", "TOWN"));
        var page = visitor.as(city.countyAuditor()).get("/audit").body();
        assertThat(page).contains("修改单位").contains("三镇").contains("第1县officer").doesNotContain("别县的镇");
        assertThat(visitor.as(city.auditor()).get("/audit").body())
                .contains("三镇")
                .contains("别县的镇");
        assertThat(visitor.as(city.auditor()).get("/audit?who=无此人").body()).contains("没有符合条件的记录");
        assertThat(visitor.as(city.auditor())
                        .get("/audit?act=change-unit&since=2099-01-01")
                        .body())
                .contains("没有符合条件的记录");
    }

    @Test
    void a_whole_chain_is_found_whole() {
        act();
        assertThat(visitor.as(city.countyAuditor())
                        .post("/audit/check", Map.of())
                        .body())
                .contains("3 条记录、1 条链，全部完整");
    }

    @Test
    void a_changed_entry_is_found_and_named() throws SQLException, IOException {
        act();
        tamper("update audit_entry set detail = '{\"name\": \"假镇\"}' where path = ? and seq = 2");
        assertFound("写入后被改动", "entry 2: changed after it was written (change-unit by 第1县officer");
    }

    @Test
    void a_removed_entry_is_found_and_named() throws SQLException, IOException {
        act();
        tamper("delete from audit_entry where path = ? and seq = 2");
        assertFound("缺失", "entry 2: missing");
    }

    @Test
    void a_chain_that_was_cut_short_is_found() throws SQLException, IOException {
        act();
        tamper("delete from audit_entry where path = ? and seq = 3");
        assertFound("从这里起被删去", "entry 3: missing, the chain is cut off here");
    }

    @Test
    void an_entry_that_was_forged_with_a_right_hash_of_its_own_does_not_follow() throws SQLException, IOException {
        act();
        tamper("""
                update audit_entry set actor = '无名', hash = sha256(convert_to(concat_ws(E'\\x1f', path, seq,
                    (extract(epoch from at) * 1000000)::bigint, coalesce(actor_id::text, ''), '无名', act, subject_kind,
                    subject_id, detail::text, encode(previous, 'hex')), 'UTF8'))
                where path = ? and seq = 2
                """);
        assertFound("与前一条接不上", "entry 3: does not follow");
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            statement.execute("alter table audit_entry disable trigger user");
            try (var change = connection.prepareStatement(sql)) {
                change.setString(1, city.counties().getFirst().path());
                assertThat(change.executeUpdate()).isEqualTo(1);
            }
            statement.execute("alter table audit_entry enable trigger user");
        }
    }

    private void assertFound(String onThePage, String onTheConsole) throws SQLException, IOException {
        assertThat(visitor.as(city.countyAuditor())
                        .post("/audit/check", Map.of())
                        .body())
                .contains(onThePage);
        var out = new StringBuilder();
        var code = VerifyCommand.run(
                new String[] {"verify", "--data", settings.data().toString()}, Map.of(), out);
        assertThat(out).contains(city.counties().getFirst().path() + " " + onTheConsole);
        assertThat(code).isEqualTo(1);
        clearAway();
    }

    /// Leaves nothing broken for other tests.
    private void clearAway() throws SQLException {
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            statement.execute("alter table audit_entry disable trigger user");
            statement.execute("delete from audit_entry where path = '%s'"
                    .formatted(city.counties().getFirst().path()));
            statement.execute("delete from audit_head where path = '%s'"
                    .formatted(city.counties().getFirst().path()));
            statement.execute("alter table audit_entry enable trigger user");
        }
    }

    @Test
    void verify_says_when_there_is_nothing_to_check() throws IOException {
        var out = new StringBuilder();
        assertThat(VerifyCommand.run(new String[] {"verify", "--data", "target/nowhere"}, Map.of(), out))
                .isEqualTo(2);
        assertThat(out).contains("there is no Lectern in").contains("--data");
    }

    @Test
    void every_deed_that_is_recorded_has_its_words() {
        var words = new TreeSet<String>();
        for (var bundle : Messages.BUNDLES) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", bundle + ".properties"))) {
                properties.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            words.addAll(properties.stringPropertyNames());
        }
        assertThat(acts())
                .hasSizeGreaterThan(25)
                .allSatisfy(act -> assertThat(words).anyMatch(word -> isWordOf(word, act)));
    }

    /// An act that ends in a hyphen is one for each kind of thing.
    private static boolean isWordOf(String word, String act) {
        return act.endsWith("-") ? word.startsWith("act." + act) : word.equals("act." + act);
    }

    private static TreeSet<String> acts() {
        var acts = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/lectern"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var found = ACT.matcher(Files.readString(file));
                while (found.find()) {
                    acts.add(found.group(1));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return acts;
    }
}
