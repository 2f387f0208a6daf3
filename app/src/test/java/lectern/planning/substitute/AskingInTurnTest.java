package lectern.planning.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import lectern.AppTest;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.planning.disruption.Calendar;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Moves the clock to ten in the morning of tomorrow, so that no night comes in between by chance.
@AppTest
class AskingInTurnTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    MovableClock clock;

    @Autowired
    Askings askings;

    @Autowired
    Scheduler scheduler;

    SmallCity.Made city;
    OpenProgramme programme;
    Calendar calendar;
    Actor officer;
    Visitor.Visit visit;
    UUID talk;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        calendar = new Calendar(city, programme, cities);
        officer = city.counties().getFirst().officer();
        var morning = LocalDate.ofInstant(clock.instant(), SmallCity.ZONE)
                .plusDays(1)
                .atTime(LocalTime.of(10, 0))
                .atZone(SmallCity.ZONE)
                .toInstant();
        clock.move(Duration.between(clock.instant(), morning));
        visit = visitor.as(officer);
        for (var speaker = 0; speaker < 4; speaker++) {
            programme.availableOn(speaker, 4, 8, 18);
        }
        talk = calendar.talk(0, 3, 4, 14);
        calendar.declined(talk);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private int ask(String key, int... speakers) {
        var turn = new StringBuilder();
        for (var speaker : speakers) {
            turn.append(turn.isEmpty() ? "" : ",").append(city.speakers().get(speaker));
        }
        return visit.post("/talks/" + talk + "/asking", Map.of("key", key, "turn", turn.toString(), "minutes", "120"))
                .statusCode();
    }

    private int ask(int... speakers) {
        return ask(UUID.randomUUID().toString(), speakers);
    }

    private String speaker(int number) {
        return city.speakers().get(number).toString();
    }

    /// The job looks every few seconds.
    private void awaitSpeaker(String expected) throws InterruptedException {
        for (var tries = 0; tries < 150 && !calendar.speakerOf(talk).equals(expected); tries++) {
            Thread.sleep(100);
        }
        assertThat(calendar.speakerOf(talk)).isEqualTo(expected);
    }

    private String steps() {
        return programme.text("""
                select string_agg(k.state, ' ' order by k.place) from asking_step k join asking a on a.id = k.asking_id
                where a.talk_id = ?
                """, talk);
    }

    private String state() {
        return programme.text("select state from asking where talk_id = ? order by started_at desc limit 1", talk);
    }

    @Test
    void one_after_the_other_is_asked_until_one_accepts_also_when_the_queue_stood_still_meanwhile()
            throws InterruptedException {
        assertThat(ask(0, 1, 2)).isEqualTo(302);
        assertThat(calendar.speakerOf(talk)).isEqualTo(speaker(0));
        assertThat(steps()).isEqualTo("ASKED WAITING WAITING");
        assertThat(visitor.as(city.speakerActors().get(0)).get("/tasks").body()).contains("还剩 1 小时 59 分");
        assertThat(visit.get("/talks/" + talk + "/asking").body()).contains("还剩 1 小时 59 分");
        // The one whose turn has not come knows nothing of it.
        assertThat(visitor.as(city.speakerActors().get(1)).get("/tasks").body()).doesNotContain(talk.toString());

        scheduler.pause();
        clock.move(Duration.ofMinutes(121));
        scheduler.resume();
        awaitSpeaker(speaker(1));
        assertThat(steps()).isEqualTo("EXPIRED ASKED WAITING");
        var late = visitor.as(city.speakerActors().get(0)).post("/tasks/" + talk + "/accept", Map.of());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("答复的时间已过");

        visitor.as(city.speakerActors().get(1)).post("/tasks/" + talk + "/decline", Map.of("reason", "家里有事"));
        awaitSpeaker(speaker(2));
        visitor.as(city.speakerActors().get(2)).post("/tasks/" + talk + "/accept", Map.of());
        for (var tries = 0; tries < 150 && !state().equals("DONE"); tries++) {
            Thread.sleep(100);
        }
        assertThat(steps()).isEqualTo("EXPIRED DECLINED ACCEPTED");
        assertThat(calendar.state(talk)).isEqualTo("ACCEPTED");
        assertThat(cities.count(
                        "select count(*) from offer where talk_id = ? and state in ('ASKED', 'ACCEPTED')", talk))
                .isEqualTo(1);
    }

    @Test
    void when_nobody_answers_the_talk_is_open_on_the_desk_again() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        assertThat(ask(key, 0)).isEqualTo(302);
        assertThat(ask(0, 1)).isEqualTo(409);
        clock.move(Duration.ofMinutes(121));
        awaitSpeaker("");
        for (var tries = 0; tries < 150 && !state().equals("EXHAUSTED"); tries++) {
            Thread.sleep(100);
        }
        assertThat(state()).isEqualTo("EXHAUSTED");
        assertThat(calendar.state(talk)).isEqualTo("OPEN");
        assertThat(visit.get("/talks/" + talk + "/asking").body()).contains("没有人答应");
        assertThat(visit.get("/talks/" + talk + "/substitutes").statusCode()).isEqualTo(200);
    }

    @Test
    void who_is_booked_meanwhile_is_left_out_and_stopping_takes_the_offer_back() {
        assertThat(ask(0, 1, 2)).isEqualTo(302);
        calendar.talk(3, 1, 4, 14);
        visitor.as(city.speakerActors().get(0)).post("/tasks/" + talk + "/decline", Map.of("reason", "出差"));
        var id = UUID.fromString(programme.text("select id::text from asking where talk_id = ?", talk));
        SmallCity.as(officer, () -> {
            askings.advance(id, SmallCity.ZONE);
            askings.advance(id, SmallCity.ZONE);
            return true;
        });
        assertThat(calendar.speakerOf(talk)).isEqualTo(speaker(2));
        assertThat(steps()).isEqualTo("DECLINED SKIPPED ASKED");

        assertThat(visit.post("/talks/" + talk + "/asking/stop", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(calendar.state(talk)).isEqualTo("OPEN");
        assertThat(steps()).isEqualTo("DECLINED SKIPPED STOPPED");
        assertThat(visitor.as(city.speakerActors().get(2)).get("/tasks").body()).doesNotContain("task-" + talk);
    }

    @Test
    void at_night_nobody_is_asked_and_in_the_morning_it_goes_on() throws InterruptedException {
        clock.move(Duration.ofHours(12));
        assertThat(ask(0, 1)).isEqualTo(302);
        assertThat(calendar.state(talk)).isEqualTo("OPEN");
        assertThat(steps()).isEqualTo("WAITING WAITING");
        clock.move(Duration.ofHours(10));
        awaitSpeaker(speaker(0));
        assertThat(steps()).isEqualTo("ASKED WAITING");
    }
}
