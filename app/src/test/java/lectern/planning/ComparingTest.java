package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class ComparingTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanQueries plans;

    SmallCity.Made city;
    OpenProgramme programme;
    Desk desk;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        desk = new Desk(city.counties().getFirst().officer(), visitor, plans, programme);
    }

    private void move(UUID plan, UUID request, int speaker, int hour) {
        programme.run(
                "update plan_assignment set speaker_id = ?, starts_at = ? where plan_id = ? and request_id = ?",
                city.speakers().get(speaker),
                programme.at(0, hour).withOffsetSameInstant(ZoneOffset.UTC),
                plan,
                request);
        programme.run("update plan set version = version + 1 where id = ?", plan);
    }

    private static void has(String body, String kind, int times) {
        assertThat(body).contains(kind + "（" + times + "）");
    }

    @Test
    void two_drafts_differ_by_speaker_by_time_and_by_what_is_left_out_and_one_is_taken() throws InterruptedException {
        programme.available(0, 1, 2);
        var requests = programme.requests(0, 1, 2);
        var one = desk.draft();
        var other = desk.draft();
        for (var plan : new UUID[] {one, other}) {
            move(plan, requests.get(0), 0, 10);
            move(plan, requests.get(1), 1, 10);
            move(plan, requests.get(2), 2, 10);
        }
        var compare = "/plans/" + one + "/compare?with=" + other;
        assertThat(desk.visit.get("/plans/" + one + "/compare").body()).contains(other.toString());
        assertThat(desk.visit.get(compare).body()).contains("完全一样");

        move(other, requests.get(0), 1, 14);
        move(other, requests.get(1), 1, 12);
        desk.visit.post(
                "/plans/" + other + "/talks/" + requests.get(2) + "/leave-out",
                Map.of("version", Integer.toString(desk.plan(other).version())));
        var body = desk.visit.get(compare).body();
        has(body, "换了宣讲员", 1);
        has(body, "换了时间", 1);
        has(body, "只有 A 排上", 1);
        has(body, "只有 B 排上", 0);
        assertThat(desk.visit.get(compare + "&kind=TIME").body())
                .contains(requests.get(1).toString())
                .doesNotContain(requests.get(0).toString());
        assertThat(desk.visit.get(compare + "&q=nowhere").body())
                .doesNotContain(requests.get(0).toString());

        assertThat(desk.visit
                        .post("/plans/" + other + "/take", Map.of("over", one.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk.plan(one).state()).isEqualTo(PlanState.DISCARDED);
        assertThat(desk.plan(other).state()).isEqualTo(PlanState.DRAFT);
        assertThat(desk.visit
                        .post("/plans/" + other + "/take", Map.of("over", one.toString()))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_foreign_plan_cannot_be_put_beside_ones_own_nor_discarded() throws InterruptedException {
        programme.available(0, 1, 2, 3);
        programme.requests(0);
        var own = desk.draft();
        var above = new Desk(city.city().officer(), visitor, plans, programme);
        var foreign = above.draft();
        assertThat(desk.visit.get("/plans/" + own + "/compare?with=" + foreign).statusCode())
                .isEqualTo(404);
        assertThat(desk.visit
                        .post("/plans/" + own + "/take", Map.of("over", foreign.toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(above.plan(foreign).state()).isEqualTo(PlanState.DRAFT);
        assertThat(desk.visit
                        .post("/plans/" + own + "/take", Map.of("over", own.toString()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void notes_are_written_once_retracted_by_their_author_only_and_never_rewritten() throws InterruptedException {
        programme.available(0);
        var talk = programme.requests(0).getFirst();
        var id = desk.draft();
        var notes = "/plans/" + id + "/notes";
        var key = UUID.randomUUID().toString();
        for (var time = 0; time < 2; time++) {
            assertThat(desk.visit
                            .post(notes, Map.of("text", "村里说上午 <b>九点</b> 最好", "talk", talk.toString(), "key", key))
                            .body())
                    .contains("村里说上午 &lt;b&gt;九点&lt;/b&gt; 最好");
        }
        assertThat(cities.count("select count(*) from plan_note where plan_id = ?", id))
                .isEqualTo(1);
        assertThat(desk.visit
                        .post(
                                notes,
                                Map.of("text", " ", "key", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.visit.post(notes, Map.of("text", "字".repeat(501))).body())
                .contains("最多 500 字，请写短一些")
                .contains("字".repeat(501));
        assertThat(desk.visit
                        .post(
                                notes,
                                Map.of("text", "x", "talk", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
        desk.visit.post(notes, Map.of("text", "全计划的话"));
        assertThat(desk.visit.get(notes + "?talk=" + talk).body())
                .contains("九点")
                .doesNotContain("全计划的话");
        assertThat(desk.visit.get(notes).body()).contains("九点").contains("全计划的话");

        var note = UUID.fromString(cities.text("select id::text from plan_note where request_id = ?", talk));
        var above = visitor.as(city.city().officer());
        assertThat(above.get(notes).body()).contains("九点");
        assertThat(above.post(notes + "/" + note + "/retract", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(desk.visit.post(notes + "/" + note + "/retract", Map.of()).body())
                .doesNotContain("九点")
                .contains("本人已于");
        assertThat(cities.text("select text from plan_note where id = ?", note)).contains("九点");
        assertThat(cities.count(
                        "select count(*) from audit_entry where subject_id = ? and act in ('write-note', 'retract-note')",
                        id.toString()))
                .isEqualTo(3);
        assertThat(visitor.as(city.counties().get(1).officer()).get(notes).statusCode())
                .isEqualTo(404);
    }
}
