package lectern.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class SpeakerPoolTest {
    private static final Instant NINE = Instant.parse("2030-01-07T01:00:00Z");
    private static final Duration HALF_DAY = Duration.ofHours(4);

    @Autowired
    SmallCity cities;

    @Autowired
    SpeakerPool pool;

    @Autowired
    SpeakerNames names;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void a_speaker_comes_with_topics_fit_and_the_shifts_that_touch_the_period() {
        var city = cities.make();
        var officer = city.villages().getFirst().officer();
        var id = city.speakers().getFirst();
        change(officer, () -> {
            shift(city, id, NINE, NINE.plus(HALF_DAY));
            shift(city, id, NINE.plus(Duration.ofDays(40)), NINE.plus(Duration.ofDays(41)));
            jdbc.sql("insert into speaker_segment (speaker_id, segment, path, fit) values (:id, 'elderly', :path, 60)")
                    .param("id", id)
                    .param("path", officer.path())
                    .update();
        });
        var found = SmallCity.as(officer, () -> pool.between(NINE.minus(HALF_DAY), NINE.plus(Duration.ofDays(28))));
        assertThat(found)
                .isEqualTo(List.of(new PooledSpeaker(
                        id,
                        "讲员" + officer.unitName(),
                        28.8 + 0.1 + 0.01,
                        118.2 + 0.2,
                        1,
                        Set.copyOf(city.topics()),
                        Set.of("VILLAGE", "TOWN"),
                        Map.of("elderly", 60),
                        8,
                        List.of(new Shift(NINE, NINE.plus(HALF_DAY))))));
        assertThat(SmallCity.as(officer, () -> pool.find(id, NINE, NINE.plus(Duration.ofDays(1)))))
                .isEqualTo(found.stream().findFirst());
    }

    @Test
    void a_county_has_its_speakers_and_nobody_else() {
        var city = cities.make();
        var officer = city.counties().getFirst().officer();
        var own = city.speakers().subList(0, 4);
        var ids = SmallCity.as(officer, () -> pool.between(NINE, NINE.plus(HALF_DAY))).stream()
                .map(PooledSpeaker::id)
                .toList();
        assertThat(ids).containsExactlyInAnyOrderElementsOf(own);
        var foreign = city.speakers().getLast();
        assertThat(SmallCity.as(officer, () -> pool.find(foreign, NINE, NINE.plus(HALF_DAY))))
                .isEmpty();
        assertThat(SmallCity.as(officer, () -> names.of(city.speakers())).keySet())
                .containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void whoever_has_retired_is_named_and_not_sent_out() {
        var city = cities.make();
        var officer = city.villages().getFirst().officer();
        var id = city.speakers().getFirst();
        change(
                officer,
                () -> jdbc.sql("update speaker set retired_at = now() where id = :id")
                        .param("id", id)
                        .update());
        assertThat(SmallCity.as(officer, () -> pool.between(NINE, NINE.plus(HALF_DAY))))
                .isEmpty();
        assertThat(SmallCity.as(officer, () -> names.of(List.of(id))))
                .isEqualTo(
                        Map.of(id, new SpeakerName(id, "讲员" + officer.unitName(), "volunteer", 1, officer.unitName())));
    }

    private void change(Actor actor, Runnable work) {
        SmallCity.as(actor, () -> {
            transactions.executeWithoutResult(status -> work.run());
            return true;
        });
    }

    private void shift(SmallCity.Made city, UUID speaker, Instant from, Instant to) {
        jdbc.sql("""
                        insert into availability (id, city_id, speaker_id, path, starts_at, ends_at)
                        values (:id, :city, :speaker, :path, :from, :to)
                        """)
                .param("id", Identifiers.next())
                .param("city", city.city().id())
                .param("speaker", speaker)
                .param("path", city.villages().getFirst().path())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .update();
    }
}
