package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.Identifiers;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two officers publish at the same moment: one wins, the other is told what happened and what he can do, and nothing
/// of his is half booked.
@AppTest
class PublishingAtOnceTest {
    private static final int ROUNDS = 2;

    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanQueries queries;

    SmallCity.Made city;
    OpenProgramme programme;
    Desk county;
    Desk above;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        county = new Desk(city.counties().getFirst().officer(), visitor, queries, programme);
        above = new Desk(city.city().officer(), visitor, queries, programme);
    }

    private record Published(UUID plan, Desk desk, HttpResponse<String> answer) {
        boolean won() {
            return answer.statusCode() == 302;
        }
    }

    /// Both forms were opened; both are sent when both are ready.
    private List<Published> publishAtOnce(Desk one, UUID first, Desk other, UUID second) throws Exception {
        var firstVersion = one.plan(first).version();
        var secondVersion = other.plan(second).version();
        var start = new CyclicBarrier(2);
        Callable<Published> left = () -> {
            start.await();
            return new Published(first, one, one.publish(first, firstVersion));
        };
        Callable<Published> right = () -> {
            start.await();
            return new Published(second, other, other.publish(second, secondVersion));
        };
        try (var sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            return sessions.invokeAll(List.of(left, right)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private Published winner(List<Published> both) {
        assertThat(both).extracting(each -> each.answer().statusCode()).containsExactlyInAnyOrder(302, 409);
        return both.stream().filter(Published::won).findFirst().orElseThrow();
    }

    private Published loser(List<Published> both) {
        return both.stream().filter(each -> !each.won()).findFirst().orElseThrow();
    }

    private long talks(UUID plan) {
        return cities.count("select count(*) from talk where plan_id = ?", plan);
    }

    private long offers(UUID plan) {
        return cities.count("select count(*) from offer o join talk t on t.id = o.talk_id where t.plan_id = ?", plan);
    }

    private long open() {
        return cities.count(
                "select count(*) from request where city_id = ? and state = 'APPROVED'",
                city.city().id());
    }

    private void isWholly(PlanState state, Published each) {
        var plan = each.desk().plan(each.plan());
        assertThat(plan.state()).isEqualTo(state);
        var booked = state == PlanState.PUBLISHED ? plan.served() : 0;
        assertThat(talks(each.plan())).isEqualTo(booked);
        assertThat(offers(each.plan())).isEqualTo(booked);
    }

    @RepeatedTest(ROUNDS)
    void one_draft_published_by_two_sessions_at_once_is_booked_once_and_the_second_is_told() throws Exception {
        programme.available(0, 1, 2, 3);
        programme.requests(0, 1, 2, 3);
        var id = county.draft();
        var both = publishAtOnce(county, id, above, id);

        isWholly(PlanState.PUBLISHED, winner(both));
        assertThat(loser(both).answer().body())
                .contains("刚刚已经发布")
                .contains("href=\"/plans/" + id + "\"")
                .doesNotContain("一场也没有定下");
        assertThat(talks(id)).isEqualTo(county.plan(id).served());
        assertThat(open()).isEqualTo(4 - talks(id));
    }

    @RepeatedTest(ROUNDS)
    void two_drafts_of_the_same_requests_book_them_once_and_the_second_can_keep_the_rest() throws Exception {
        programme.available(0, 1, 2, 3);
        var shared = programme.requests(0, 1, 2);
        var small = county.draft();
        // Only the speaker of village 4 knows it, so the rest of the greater draft clashes with nothing.
        programme.available(4);
        programme.request(4, programme.topicOf(4));
        var great = above.draft();
        var both = publishAtOnce(county, small, above, great);

        var winner = winner(both);
        var loser = loser(both);
        isWholly(PlanState.PUBLISHED, winner);
        isWholly(PlanState.DRAFT, loser);
        assertThat(cities.count(
                        "select count(*) from talk where request_id = any(?)", (Object) shared.toArray(UUID[]::new)))
                .isEqualTo(shared.size());
        var body = loser.answer().body();
        assertThat(body)
                .contains("一场也没有定下")
                .contains("有 3 场不能照这样发布")
                .contains("这个点单已由别的计划定下")
                .contains("法律进家门 · " + city.villages().get(1).name() + "站")
                .contains("/plans/" + loser.plan() + "/leave-out-clashes")
                .contains("/plans/new?again=" + loser.plan());

        var rest = loser.plan().equals(great) ? 1 : 0;
        var desk = loser.desk();
        var kept = desk.visit.post(
                "/plans/" + loser.plan() + "/leave-out-clashes",
                Map.of("version", Integer.toString(desk.plan(loser.plan()).version())));
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(desk.plan(loser.plan()).requests()).isEqualTo(rest);
        assertThat(desk.plan(loser.plan()).served()).isEqualTo(rest);
        if (rest == 1) {
            assertThat(desk.publish(loser.plan()).statusCode()).isEqualTo(302);
            assertThat(talks(loser.plan())).isEqualTo(1);
        } else {
            assertThat(desk.visit.get("/plans/" + loser.plan()).body()).contains("一场也没有排上");
        }
        assertThat(open()).isZero();
    }

    @RepeatedTest(ROUNDS)
    void a_speaker_whom_an_officer_above_sends_elsewhere_at_the_same_time_is_booked_once() throws Exception {
        programme.available(0);
        programme.requestAt(0, city.topics().getFirst(), 10, 0);
        programme.requestAt(4, city.topics().getFirst(), 10, 30);
        var near = county.draft();
        var far = above.draftFor(city.counties().get(1));
        var both = publishAtOnce(county, near, above, far);

        isWholly(PlanState.PUBLISHED, winner(both));
        var loser = loser(both);
        isWholly(PlanState.DRAFT, loser);
        assertThat(loser.answer().body())
                .contains("一场也没有定下")
                .contains("讲员" + city.villages().getFirst().name())
                .contains("有 1 场不能照这样发布")
                .contains("这位宣讲员在这个时间已另有一场");
        assertThat(open()).isEqualTo(1);

        // Whoever plans again gets a draft that goes together with what was booked.
        var again = loser.desk().order(10);
        assertThat(loser.desk().finished(again).served()).isZero();
    }

    /// A booking of a third, not yet decided, holds both up until each of them waits for the other.
    @Test
    void two_publications_that_wait_for_each_other_end_with_one_winner_and_a_plain_answer() throws Exception {
        programme.available(0);
        programme.requestAt(0, city.topics().getFirst(), 10, 0);
        programme.requestAt(4, city.topics().getFirst(), 10, 30);
        var near = county.draft();
        var far = above.draftFor(city.counties().get(1));
        try (var third = owner.open();
                var sessions = Executors.newSingleThreadExecutor()) {
            third.setAutoCommit(false);
            undecided(third, programme.at(0, 10));
            var both = sessions.submit(() -> publishAtOnce(county, near, above, far));
            awaitWaiting(2);
            third.rollback();

            isWholly(PlanState.PUBLISHED, winner(both.get()));
            isWholly(PlanState.DRAFT, loser(both.get()));
            assertThat(loser(both.get()).answer().body())
                    .contains("一场也没有定下")
                    .contains("有 1 场不能照这样发布")
                    .contains("这位宣讲员在这个时间已另有一场");
            assertThat(open()).isEqualTo(1);
        }
    }

    @Test
    void a_venue_that_a_talk_without_speaker_holds_is_named_as_well() throws Exception {
        programme.available(0);
        programme.requestAt(0, city.topics().getFirst(), 10, 0);
        var id = county.draft();
        programme.booked(0, 1, programme.at(0, 10));
        programme.run(
                "update talk set state = 'OPEN', speaker_id = null where city_id = ?",
                city.city().id());

        var answer = county.publish(id);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("有 1 场不能照这样发布").contains("阵地在这个时间已另有一场");
        assertThat(talks(id)).isZero();
    }

    private void undecided(Connection connection, OffsetDateTime start) throws SQLException {
        var id = Identifiers.next();
        try (var insert = connection.prepareStatement("""
                insert into talk (id, city_id, unit_id, path, topic_id, segment, venue_id, speaker_id, starts_at, ends_at,
                                  day, state, rating_code)
                values (?, ?, ?, ?, ?, 'elderly', ?, ?, ?, ?, ?, 'OFFERED', ?)
                """)) {
            insert.setObject(1, id);
            insert.setObject(2, city.city().id());
            insert.setObject(3, city.villages().getLast().id());
            insert.setString(4, city.villages().getLast().path());
            insert.setObject(5, city.topics().getFirst());
            insert.setObject(6, city.venues().getLast());
            insert.setObject(7, city.speakers().getFirst());
            insert.setObject(8, start);
            insert.setObject(9, start.plusHours(2));
            insert.setObject(10, programme.monday);
            insert.setString(11, id.toString());
            insert.executeUpdate();
        }
    }

    private void awaitWaiting(int transactions) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (cities.count("select count(distinct pid) from pg_locks where not granted") < transactions) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not " + transactions + " transactions wait");
            }
            Thread.sleep(20);
        }
    }
}
