package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What people are told by a publication, before and after.
@AppTest
class ToldTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanQueries plans;

    @Autowired
    StatementCount statements;

    SmallCity.Made city;
    OpenProgramme programme;
    Desk desk;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        desk = new Desk(city.counties().getFirst().officer(), visitor, plans, programme);
    }

    private void give(UUID plan, UUID request, int speaker, int hour) {
        programme.run(
                "update plan_assignment set speaker_id = ?, starts_at = ? where plan_id = ? and request_id = ?",
                city.speakers().get(speaker),
                programme.at(0, hour).withOffsetSameInstant(ZoneOffset.UTC),
                plan,
                request);
        programme.run("update plan set version = version + 1 where id = ?", plan);
    }

    private void cancelTalkOf(UUID request) {
        var talk = programme.text("select id::text from talk where request_id = ? and state <> 'CANCELLED'", request);
        assertThat(desk.visit
                        .post("/talks/" + talk + "/cancel", Map.of("reason", "场地停电"))
                        .statusCode())
                .isEqualTo(302);
    }

    private String change(UUID plan, UUID request) {
        return programme.text("select change from plan_notice where plan_id = ? and request_id = ?", plan, request);
    }

    @Test
    void what_differs_from_the_last_publication_is_shown_before_and_kept_as_the_record() throws InterruptedException {
        programme.available(0, 1, 2);
        var requests = programme.requests(0, 1, 2);
        var first = desk.draft();
        for (var number = 0; number < 3; number++) {
            give(first, requests.get(number), number, 10);
        }
        var page = "/plans/" + first + "/publish";
        assertThat(desk.visit.get(page).body()).contains("全部是第一次告诉大家").contains("确认发布");
        assertThat(desk.publish(first).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(page));
        var record = desk.visit.get(page).body();
        assertThat(record)
                .contains("发布记录")
                .contains("讲员" + city.villages().get(0).name())
                .doesNotContain("确认发布");
        requests.forEach(request -> assertThat(change(first, request)).isEqualTo("NEW"));

        requests.forEach(this::cancelTalkOf);
        var second = desk.draft();
        give(second, requests.get(0), 0, 10);
        give(second, requests.get(1), 2, 14);
        desk.visit.post(
                "/plans/" + second + "/talks/" + requests.get(2) + "/leave-out",
                Map.of("version", Integer.toString(desk.plan(second).version())));
        var changes = "/plans/" + second + "/publish?part=changes";
        for (var time = 0; time < 2; time++) {
            assertThat(desk.visit.get(changes).body())
                    .contains("3 场与以前发布过的不同")
                    .contains("以前告诉的是：讲员" + city.villages().get(1).name())
                    .contains("现在是：讲员" + city.villages().get(2).name())
                    .contains("取消过，又照旧")
                    .contains("原来定过，现在没排上");
            if (time == 0) {
                assertThat(desk.publish(second).statusCode()).isEqualTo(302);
            }
        }
        assertThat(change(second, requests.get(0))).isEqualTo("AGAIN");
        assertThat(change(second, requests.get(1))).isEqualTo("MOVED");
        assertThat(change(second, requests.get(2))).isEqualTo("WITHDRAWN");

        cancelTalkOf(requests.get(0));
        assertThat(desk.visit.get(changes).body()).contains("3 场与以前发布过的不同");
        assertThat(desk.visit.get(page).body()).contains("全部是第一次告诉大家");
    }

    @Test
    void speakers_hosts_and_those_who_wait_are_listed_and_searched_without_a_query_per_row()
            throws InterruptedException {
        programme.available(0, 1, 2);
        var small = programme.request(0, city.topics().getFirst());
        var one = desk.draft();
        programme.requests(1, 2);
        var rare = programme.request(1, programme.foreignTopic());
        var many = desk.draft();
        for (var part : new String[] {"speakers", "hosts", "changes", "waiting"}) {
            assertThat(statements.of(() -> desk.visit.get("/plans/" + many + "/publish?part=" + part)))
                    .as(part)
                    .isEqualTo(statements.of(() -> desk.visit.get("/plans/" + one + "/publish?part=" + part)));
        }
        var hosts = desk.visit.get("/plans/" + many + "/publish?part=hosts").body();
        assertThat(hosts)
                .contains("1 个点单没排上")
                .contains(city.villages().get(0).name())
                .contains(city.villages().get(2).name());
        assertThat(desk.visit.get("/plans/" + many + "/publish?part=waiting").body())
                .contains("冷门主题")
                .contains("talk=" + rare)
                .doesNotContain("talk=" + small);
        assertThat(desk.visit
                        .get("/plans/" + many + "/publish?part=speakers&q=nobody")
                        .body())
                .doesNotContain("第一场");
        for (var wrong : new String[] {"?part=x", "?page=-1", "?page=99"}) {
            assertThat(desk.visit.get("/plans/" + many + "/publish" + wrong).statusCode())
                    .isEqualTo(200);
        }
        assertThat(visitor.as(city.counties().get(1).officer())
                        .get("/plans/" + many + "/publish")
                        .statusCode())
                .isEqualTo(404);
    }
}
