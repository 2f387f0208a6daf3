package lectern.people;

import static lectern.ListEdits.cell;
import static lectern.ListEdits.rows;
import static lectern.ListEdits.undoOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import lectern.AppTest;
import lectern.ListEdits;
import lectern.MovableClock;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Speakers changed in their list: one cell, many rows, and back again.
@AppTest
class SpeakerEditsTest {
    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    @Autowired
    MovableClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    private HttpResponse<String> post(Visitor.Visit visit, String path, String body) {
        return ListEdits.post(visit, visitor.address() + path, body);
    }

    private String limit(UUID speaker) {
        return cities.text("select month_limit::text from speaker where id = ?", speaker);
    }

    private long withLimit(List<UUID> ids, int limit) {
        return ids.stream()
                .filter(id -> limit(id).equals(Integer.toString(limit)))
                .count();
    }

    private long audited(SmallCity.Made city, String act) {
        return cities.count(
                "select count(*) from audit_entry where path like ? and act = ?",
                city.city().path() + "%",
                act);
    }

    @Test
    void a_cell_is_changed_if_it_still_is_what_its_editor_saw() {
        var city = cities.make();
        var speaker = city.speakers().getFirst();
        var visit = visitor.as(city.towns().getFirst().officer());
        var was = limit(speaker);
        var other = was.equals("3") ? "2" : "3";
        var changed = post(visit, "/speakers/cells", cell(speaker, "monthLimit", other, was));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(limit(speaker)).isEqualTo(other);
        assertThat(audited(city, "edit-speaker")).isEqualTo(1);

        var late = post(visit, "/speakers/cells", cell(speaker, "monthLimit", "4", was));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("\"value\":\"" + other + "\"");
        assertThat(limit(speaker)).isEqualTo(other);

        // What is the same already is no change, whoever made it.
        assertThat(post(visit, "/speakers/cells", cell(speaker, "monthLimit", other, was))
                        .statusCode())
                .isEqualTo(200);
        assertThat(audited(city, "edit-speaker")).isEqualTo(1);
    }

    @Test
    void of_two_who_change_one_cell_at_the_same_time_one_is_told() throws InterruptedException {
        var city = cities.make();
        var speaker = city.speakers().getFirst();
        var officers = List.of(
                city.towns().getFirst().officer(), city.counties().getFirst().officer());
        var start = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = officers.stream()
                    .map(officer -> both.submit(() -> {
                        var visit = visitor.as(officer);
                        var name = officer.equals(officers.getFirst()) ? "Anna" : "Berta";
                        var body = cell(
                                speaker, "name", name, cities.text("select name from speaker where id = ?", speaker));
                        start.await();
                        return post(visit, "/speakers/cells", body).statusCode();
                    }))
                    .toList();
            start.countDown();
            assertThat(answers.stream().map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception failure) {
                            throw new AssertionError(failure);
                        }
                    }))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void what_cannot_be_is_said_and_nothing_is_changed() {
        var city = cities.make();
        var speaker = city.speakers().getFirst();
        var visit = visitor.as(city.towns().getFirst().officer());
        var limit = limit(speaker);
        var answer = post(visit, "/speakers/cells", cell(speaker, "monthLimit", "99", limit));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请填 1 到 60 之间的整数");
        assertThat(post(visit, "/speakers/cells", cell(speaker, "tier", "9", "1"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(visit, "/speakers/cells", cell(speaker, "birthYear", "2090", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(visit, "/speakers/rows", rows(List.of(speaker), "addTopic", "no-topic"))
                        .statusCode())
                .isEqualTo(422);
        // Columns that no list offers are no fields, whatever the table has.
        assertThat(post(visit, "/speakers/cells", cell(speaker, "path", "9/", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(limit(speaker)).isEqualTo(limit);
    }

    @Test
    void rows_of_a_foreign_unit_are_not_found_and_not_touched() {
        var city = cities.make();
        var own = city.speakers().getFirst();
        var foreign = city.speakers().getLast();
        var visit = visitor.as(city.counties().getFirst().officer());
        var was = limit(foreign);
        assertThat(post(visit, "/speakers/cells", cell(foreign, "monthLimit", "3", was))
                        .statusCode())
                .isEqualTo(404);
        var some = post(visit, "/speakers/rows", rows(List.of(own, foreign), "monthLimit", "3"));
        assertThat(some.statusCode()).isEqualTo(200);
        assertThat(some.body()).contains("已修改 1 行");
        assertThat(limit(own)).isEqualTo("3");
        assertThat(limit(foreign)).isEqualTo(was);
        var topic = city.topics().getFirst();
        post(visit, "/speakers/rows", rows(List.of(own, foreign), "removeTopic", topic.toString()));
        assertThat(cities.count("select count(*) from speaker_topic where topic_id = ? and speaker_id = ?", topic, own))
                .isZero();
        assertThat(cities.count(
                        "select count(*) from speaker_topic where topic_id = ? and speaker_id = ?", topic, foreign))
                .isEqualTo(1);
    }

    @Test
    void all_that_match_are_changed_when_they_are_as_many_as_the_page_said() {
        var city = cities.make();
        var visit = visitor.as(city.city().officer());
        var below = "?unit=" + city.counties().getFirst().id();
        var first = city.speakers().subList(0, 4);
        var body = "field=monthLimit&value=11&all=true&count=";
        assertThat(post(visit, "/speakers/rows" + below, body + 3).statusCode()).isEqualTo(422);
        assertThat(post(visit, "/speakers/rows" + below, body + 4).statusCode()).isEqualTo(200);
        assertThat(cities.count(
                        "select count(*) from speaker where month_limit = 11 and path like ?",
                        city.city().path() + "%"))
                .isEqualTo(4);
        assertThat(cities.count("select count(*) from speaker where month_limit = 11 and id = any(?)", (Object)
                        first.toArray(UUID[]::new)))
                .isEqualTo(4);
    }

    @Test
    void the_last_change_is_taken_back_but_not_where_somebody_changed_a_row_since() {
        var city = cities.make();
        var ids = city.speakers().subList(0, 4);
        var visit = visitor.as(city.counties().getFirst().officer());
        post(visit, "/speakers/rows", rows(ids, "monthLimit", "1"));
        post(visit, "/speakers/rows", rows(ids.subList(0, 1), "monthLimit", "2"));
        var answer = post(visit, "/speakers/rows", rows(ids, "monthLimit", "3"));
        assertThat(answer.body()).contains("已修改 4 行");
        var town = visitor.as(city.towns().getFirst().officer());
        post(town, "/speakers/cells", cell(ids.get(1), "monthLimit", "4", "3"));

        var undone = post(visit, "/edits/undo", undoOf(answer));
        assertThat(undone.body()).contains("已撤销 3 行；另有 1 行");
        assertThat(ids.stream().map(this::limit)).containsExactly("2", "4", "1", "1");
        assertThat(audited(city, "undo-edit-speaker")).isEqualTo(1);
        assertThat(post(visit, "/edits/undo", undoOf(answer)).statusCode()).isEqualTo(409);
    }

    @Test
    void only_the_last_change_and_only_ones_own_and_only_for_ten_minutes() {
        var city = cities.make();
        var ids = city.speakers().subList(0, 2);
        var officer = city.counties().getFirst().officer();
        var visit = visitor.as(officer);
        var first = post(visit, "/speakers/rows", rows(ids, "monthLimit", "3"));
        var second = post(visit, "/speakers/rows", rows(ids, "monthLimit", "2"));
        assertThat(post(visit, "/edits/undo", undoOf(first)).statusCode()).isEqualTo(409);
        assertThat(post(visitor.as(city.city().officer()), "/edits/undo", undoOf(second))
                        .statusCode())
                .isEqualTo(409);
        clock.move(Duration.ofMinutes(11));
        var late = visitor.as(officer);
        assertThat(post(late, "/edits/undo", undoOf(second)).statusCode()).isEqualTo(409);
        assertThat(withLimit(ids, 2)).isEqualTo(2);
    }

    @Test
    void topics_are_added_and_taken_back_only_where_they_were_missing() {
        var city = cities.make();
        var ids = city.speakers().subList(0, 3);
        var topic = city.topics().getFirst();
        var visit = visitor.as(city.counties().getFirst().officer());
        post(visit, "/speakers/rows", rows(ids.subList(0, 1), "removeTopic", topic.toString()));
        var added = post(visit, "/speakers/rows", rows(ids, "addTopic", topic.toString()));
        assertThat(added.body()).contains("已修改 1 行；另外 2 行");
        var undone = post(visit, "/edits/undo", undoOf(added));
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(cities.count(
                        "select count(*) from speaker_topic where topic_id = ? and speaker_id = any(?)",
                        topic,
                        ids.toArray(UUID[]::new)))
                .isEqualTo(2);
    }

    @Test
    void many_rows_take_as_many_statements_as_one() {
        var city = cities.make();
        var visit = visitor.as(city.counties().getFirst().officer());
        var limits = new java.util.concurrent.atomic.AtomicInteger();
        var one = statements.of(() ->
                post(visit, "/speakers/rows", rows(city.speakers().subList(0, 1), "monthLimit", flip(limits))));
        var three = statements.of(() ->
                post(visit, "/speakers/rows", rows(city.speakers().subList(0, 3), "monthLimit", flip(limits))));
        assertThat(three).isEqualTo(one);
    }

    private static String flip(java.util.concurrent.atomic.AtomicInteger limits) {
        return Integer.toString(2 + limits.getAndIncrement() % 2);
    }
}
