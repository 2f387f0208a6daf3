package lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import lectern.Lectern;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The city that `./lectern demo` makes, counted by SQL that shares nothing with its maker.
class DemoCityTest {
    @TempDir
    static Path data;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void makeIt() {
        application = new SpringApplicationBuilder(Lectern.class)
                .run("--lectern.demo=true", "--lectern.data=" + data, "--server.port=0");
    }

    @AfterAll
    static void end() {
        application.close();
    }

    private static long count(String sql) {
        try (var connection = application.getBean(OwnerConnections.class).open();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    @Test
    void it_has_the_size_of_a_real_city() {
        assertThat(count("select count(*) from unit where level = 'CITY'")).isEqualTo(1);
        assertThat(count("select count(*) from unit where level = 'COUNTY'")).isEqualTo(9);
        assertThat(count("select count(*) from unit where level = 'TOWN'")).isEqualTo(102);
        assertThat(count("select count(*) from unit where level = 'VILLAGE'")).isEqualTo(1_856);
        assertThat(count("select count(*) from unit u join unit_boundary b on b.unit_id = u.id"))
                .isEqualTo(1_968);
        assertThat(count("select count(*) from speaker")).isEqualTo(6_000);
        assertThat(count("select count(*) from topic")).isEqualTo(60);
        assertThat(count("select count(*) from talk where state = 'HELD'")).isEqualTo(27_800);
        assertThat(count("select sum(attendance) from talk where state = 'HELD'"))
                .isEqualTo(4_420_000);
        assertThat(count("select count(*) from request where state = 'APPROVED'"))
                .isEqualTo(2_300);
        assertThat(count("""
                        select max(n) from (select count(*) as n from venue where kind = 'station'
                                            group by left(path, 12)) stations
                        """)).isEqualTo(231);
    }

    @Test
    void its_roll_ups_are_the_sums_of_its_talks_at_every_level() {
        for (var level : new String[] {"CITY", "COUNTY", "TOWN", "VILLAGE"}) {
            assertThat(count("""
                            select count(*) from unit u
                            left join (select path, sum(talks) as talks, sum(attendances) as people
                                       from figure_day group by path) f on f.path = u.path
                            cross join lateral (select count(*) as talks, coalesce(sum(t.attendance), 0) as people
                                from talk t where t.state = 'HELD' and t.path >= u.path and t.path < u.path || '~') own
                            where u.level = '%s'
                              and (coalesce(f.talks, 0) <> own.talks or coalesce(f.people, 0) <> own.people)
                            """.formatted(level))).as(level).isZero();
        }
    }

    @Test
    void nobody_is_at_two_places_at_once_and_everybody_speaks_about_what_he_knows() {
        assertThat(count("""
                        select count(*) from talk a join talk b on a.speaker_id = b.speaker_id and a.id < b.id
                        and a.starts_at < b.ends_at and b.starts_at < a.ends_at
                        """)).isZero();
        assertThat(count("""
                        select count(*) from talk t where t.speaker_id is not null and not exists (
                            select 1 from speaker_topic s where s.speaker_id = t.speaker_id and s.topic_id = t.topic_id)
                        """)).isZero();
    }

    @Test
    void the_same_seed_makes_the_same_land_and_people() {
        var first = new DemoUnits(new Chance(7));
        var second = new DemoUnits(new Chance(7));
        assertThat(second.all.stream().map(DemoUnit::id).toList())
                .isEqualTo(first.all.stream().map(DemoUnit::id).toList());
        assertThat(second.villages.getLast().outline().toText())
                .isEqualTo(first.villages.getLast().outline().toText());
    }
}
