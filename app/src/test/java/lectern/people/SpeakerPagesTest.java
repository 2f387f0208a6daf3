package lectern.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.StatementCount;
import lectern.Visitor;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class SpeakerPagesTest {
    private static final String NUMBER = "19900001234";
    private static final Pattern ROW = Pattern.compile("<tr data-href=\"/speakers/([0-9a-f-]+)\"");

    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    StatementCount statements;

    private static Map<String, String> form(SmallCity.Made city, String name) {
        var form = new HashMap<String, String>();
        form.put("name", name);
        form.put("unit", city.villages().getFirst().id().toString());
        form.put("source", "volunteer");
        form.put("tier", "2");
        form.put("birthYear", "1975");
        form.put("phone", "+86 199-0000-1234");
        form.put("serves", "VILLAGE");
        form.put("monthLimit", "6");
        form.put("topics", city.topics().getFirst().toString());
        form.put("fit[elderly]", "70");
        return form;
    }

    private String enlist(SmallCity.Made city, Actor officer, String name) {
        var answer = visitor.as(officer).post("/speakers", form(city, name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private List<String> listed(Actor actor, String query) {
        var answer = visitor.as(actor).get("/speakers" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ROW.matcher(answer.body())
                .results()
                .map(row -> "/speakers/" + row.group(1))
                .toList();
    }

    private static String q(String text) {
        return "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_name_is_found_by_any_part_of_it() {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        var zhao = enlist(city, officer, "赵晓梅");
        var percent = enlist(city, officer, "100%_欧阳");
        assertThat(listed(officer, q("晓"))).containsExactly(zhao);
        assertThat(listed(officer, q("晓梅"))).containsExactly(zhao);
        assertThat(listed(officer, q(" 赵晓梅 "))).containsExactly(zhao);
        assertThat(listed(officer, q("%"))).containsExactly(percent);
        assertThat(listed(officer, q("_"))).containsExactly(percent);
        assertThat(listed(officer, q("没有这人"))).isEmpty();
    }

    @Test
    void filters_narrow_the_list_and_a_sort_turns_it() {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        var added = enlist(city, officer, "阿强");
        assertThat(listed(officer, "?tier=2")).containsExactly(added);
        assertThat(listed(officer, "?source=volunteer")).hasSize(3);
        assertThat(listed(officer, "?source=expert")).isEmpty();
        assertThat(listed(officer, "?topic=" + city.topics().getLast())).hasSize(2);
        assertThat(listed(officer, "?unit=" + city.villages().get(1).id()))
                .containsExactly("/speakers/" + city.speakers().get(1));
        assertThat(listed(officer, "?sort=-tier").getFirst()).isEqualTo(added);
        assertThat(listed(officer, "?sort=tier").getLast()).isEqualTo(added);
        assertThat(listed(officer, "?sort=name").getFirst()).isEqualTo(added);
        assertThat(listed(officer, "?sort=-name").getLast()).isEqualTo(added);
        assertThat(listed(officer, "?sort=-born").getFirst()).isEqualTo(added);
    }

    @Test
    void a_phone_number_is_masked_until_it_is_revealed_and_the_reveal_is_in_the_audit() {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        var page = enlist(city, officer, "赵晓梅");
        var visit = visitor.as(officer);
        assertThat(visit.get(page).body()).contains("*******1234").doesNotContain(NUMBER);
        assertThat(visit.get("/speakers").body()).doesNotContain(NUMBER).doesNotContain("1234<");
        assertThat(visit.get(page + "/edit").body()).doesNotContain(NUMBER);
        assertThat(audited(city, "reveal-phone")).isZero();
        assertThat(visit.post(page + "/phone", Map.of()).body()).contains("tel:" + NUMBER);
        assertThat(audited(city, "reveal-phone")).isEqualTo(1);
        assertThat(cities.count(
                        "select count(*) from audit_entry where path like ? and detail::text like ?",
                        city.city().path() + "%",
                        "%" + NUMBER + "%"))
                .isZero();
        assertThat(cities.count(
                        "select count(*) from speaker where id = ? and position(convert_to(?, 'UTF8') in phone_sealed) > 0",
                        id(page),
                        NUMBER))
                .isZero();
    }

    @Test
    void speakers_of_a_foreign_unit_are_neither_listed_nor_found() {
        var city = cities.make();
        var officer = city.counties().getFirst().officer();
        var foreign = city.speakers().getLast();
        var visit = visitor.as(officer);
        assertThat(listed(officer, "")).hasSize(4).doesNotContain("/speakers/" + foreign);
        assertThat(listed(officer, "?unit=" + city.villages().getLast().id())).isEmpty();
        assertThat(visit.get("/speakers/pick" + q("讲员")).body()).doesNotContain(foreign.toString());
        for (var route : List.of("", "/edit", "/availability")) {
            assertThat(visit.get("/speakers/" + foreign + route).statusCode())
                    .as("GET " + route)
                    .isEqualTo(404);
        }
        for (var route : List.of("", "/phone", "/retire", "/bring-back", "/availability")) {
            assertThat(visit.post("/speakers/" + foreign + route, form(city, "改名"))
                            .statusCode())
                    .as("POST " + route)
                    .isEqualTo(404);
        }
        assertThat(cities.count("select count(*) from speaker where id = ? and name = '改名'", foreign))
                .isZero();
    }

    @Test
    void a_speaker_cannot_be_put_into_a_foreign_unit() {
        var city = cities.make();
        var form = form(city, "赵晓梅");
        form.put("unit", city.villages().getLast().id().toString());
        var answer = visitor.as(city.counties().getFirst().officer()).post("/speakers", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这个单位不在您管辖的范围内");
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_says_why_in_both_languages() {
        var city = cities.make();
        var form = form(city, "");
        form.put("phone", "12345");
        form.put("birthYear", "abc");
        form.put("monthLimit", "99");
        form.put("fit[elderly]", "101");
        form.put("lat", "28.9");
        var visit = visitor.as(city.towns().getFirst().officer());
        var chinese = visit.post("/speakers", form);
        assertThat(chinese.statusCode()).isEqualTo(422);
        assertThat(chinese.body())
                .contains("这一项要填", "这不像电话号码", "请填四位年份", "请填 1 到 60 之间的整数", "请填 0 到 100 之间的整数", "经度和纬度要一起填")
                .contains("value=\"12345\"", "value=\"abc\"", "value=\"101\"", "value=\"28.9\"");
        var english = visit.post("/speakers?lang=en", form);
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.body())
                .contains("Please fill this in", "does not look like a phone number", "a year of four digits")
                .contains("value=\"12345\"");
    }

    @Test
    void fields_that_the_form_does_not_have_are_ignored() {
        var city = cities.make();
        var form = form(city, "赵晓梅");
        var id = UUID.randomUUID();
        form.put("id", id.toString());
        form.put("path", city.city().path());
        form.put("cityId", UUID.randomUUID().toString());
        form.put("retiredAt", "2020-01-01");
        form.put("phoneTail", "9999");
        var answer = visitor.as(city.towns().getFirst().officer()).post("/speakers", form);
        assertThat(answer.statusCode()).isEqualTo(302);
        var page = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(id(page)).isNotEqualTo(id);
        assertThat(cities.count(
                        "select count(*) from speaker where id = ? and path = ? and city_id = ? and retired_at is null and phone_tail = '1234'",
                        id(page),
                        city.villages().getFirst().path(),
                        city.city().id()))
                .isEqualTo(1);
    }

    @Test
    void a_name_that_looks_like_a_formula_or_markup_is_kept_as_typed_and_shown_as_text() {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        var formula = "=1+1|'@<b>x</b>";
        var page = enlist(city, officer, formula);
        assertThat(cities.count("select count(*) from speaker where id = ? and name = ?", id(page), formula))
                .isEqualTo(1);
        assertThat(visitor.as(officer).get(page).body())
                .doesNotContain("<b>x</b>")
                .contains("&lt;b>x&lt;/b>");
    }

    @Test
    void a_change_replaces_topics_and_fit_and_leaves_an_empty_phone_as_it_was() {
        var city = cities.make();
        var officer = city.towns().getFirst().officer();
        var page = enlist(city, officer, "赵晓梅");
        visitor.as(officer).post(page + "/availability", Map.of("choice", day(3) + "/MORNING/free"));
        var form = form(city, "赵晓兰");
        form.put("phone", "");
        form.put("unit", city.villages().get(1).id().toString());
        form.put("topics", city.topics().getLast().toString());
        form.remove("fit[elderly]");
        form.put("fit[youth]", "40");
        assertThat(visitor.as(officer).post(page, form).statusCode()).isEqualTo(302);
        var path = city.villages().get(1).path();
        assertThat(cities.count(
                        "select count(*) from speaker where id = ? and name = '赵晓兰' and path = ? and phone_tail = '1234'",
                        id(page),
                        path))
                .isEqualTo(1);
        assertThat(cities.count(
                        "select count(*) from speaker_topic where speaker_id = ? and topic_id = ? and path = ?",
                        id(page),
                        city.topics().getLast(),
                        path))
                .isEqualTo(1);
        assertThat(cities.count("select count(*) from speaker_topic where speaker_id = ?", id(page)))
                .isEqualTo(1);
        assertThat(cities.count(
                        "select count(*) from speaker_segment where speaker_id = ? and segment = 'youth' and fit = 40",
                        id(page)))
                .isEqualTo(1);
        assertThat(cities.count("select count(*) from availability where speaker_id = ? and path = ?", id(page), path))
                .isEqualTo(1);
    }

    @Test
    void whoever_retires_leaves_the_list_and_the_picker_and_can_come_back() {
        var city = cities.make();
        var officer = city.villages().getFirst().officer();
        var page = "/speakers/" + city.speakers().getFirst();
        var visit = visitor.as(officer);
        assertThat(visit.post(page + "/retire", Map.of()).statusCode()).isEqualTo(302);
        assertThat(visit.post(page + "/retire", Map.of()).statusCode()).isEqualTo(302);
        assertThat(audited(city, "retire-speaker")).isEqualTo(1);
        assertThat(listed(officer, "")).isEmpty();
        assertThat(listed(officer, "?state=retired")).containsExactly(page);
        assertThat(visit.get("/speakers/pick").body()).isEqualTo("[]");
        visit.post(page + "/bring-back", Map.of());
        assertThat(listed(officer, "")).containsExactly(page);
    }

    @Test
    void the_list_takes_as_many_queries_for_one_row_as_for_three() {
        var city = cities.make();
        var officer = city.villages().getFirst().officer();
        var visit = visitor.as(officer);
        visit.get("/speakers");
        var one = statements.of(() -> visit.get("/speakers"));
        enlist(city, officer, "赵晓梅");
        enlist(city, officer, "钱小平");
        assertThat(listed(officer, "")).hasSize(3);
        assertThat(statements.of(() -> visit.get("/speakers"))).isEqualTo(one).isPositive();
    }

    @Test
    void the_picker_offers_those_who_speak_about_the_topic() {
        var city = cities.make();
        var officer = city.villages().getFirst().officer();
        enlist(city, officer, "讲员小钱");
        var last = city.topics().getLast();
        var visit = visitor.as(officer);
        assertThat(visit.get("/speakers/pick" + q("讲员")).body()).contains("讲员小钱");
        assertThat(visit.get("/speakers/pick" + q("讲员") + "&topic=" + last).body())
                .isEqualTo("[{\"id\":\"" + city.speakers().getFirst() + "\",\"name\":\"讲员" + officer.unitName()
                        + "\",\"note\":\"" + officer.unitName() + "\"}]");
    }

    @Test
    void an_officer_makes_a_part_of_a_day_free_and_busy_again() {
        var city = cities.make();
        var officer = city.villages().getFirst().officer();
        var speaker = city.speakers().getFirst();
        var page = "/speakers/" + speaker + "/availability";
        var visit = visitor.as(officer);
        assertThat(visit.post(page, Map.of("choice", day(3) + "/MORNING/free")).statusCode())
                .isEqualTo(302);
        assertThat(visit.post(page, Map.of("choice", day(3) + "/MORNING/free")).statusCode())
                .isEqualTo(302);
        assertThat(free(speaker)).isEqualTo(1);
        assertThat(listed(officer, "?day=" + day(3))).containsExactly("/speakers/" + speaker);
        assertThat(listed(officer, "?day=" + day(4))).isEmpty();
        visit.post(page, Map.of("choice", day(3) + "/MORNING/busy"));
        assertThat(free(speaker)).isZero();
        assertThat(visit.post(page, Map.of("choice", day(300) + "/MORNING/free"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visit.post(page, Map.of("choice", "soon")).statusCode()).isEqualTo(422);
        assertThat(visit.post(page, Map.of("choice", day(-3) + "/MORNING/free")).statusCode())
                .isEqualTo(302);
        assertThat(free(speaker)).isZero();
    }

    @Test
    void a_speaker_sets_his_own_times_on_the_phone_and_gets_the_day_back() {
        var city = cities.make();
        var speaker = city.speakerActors().getFirst();
        var visit = visitor.as(speaker);
        assertThat(visit.get("/tasks/availability").statusCode()).isEqualTo(200);
        var request = HttpRequest.newBuilder(URI.create(visitor.address() + "/tasks/availability"))
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("choice=" + day(2) + "/EVENING/free"))
                .build();
        assertThat(visit.send(request).statusCode())
                .as("without a forgery token")
                .isEqualTo(403);
        assertThat(visit.post("/tasks/availability", Map.of("choice", day(2) + "/EVENING/free"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(free(city.speakers().getFirst())).isEqualTo(1);
        assertThat(cities.count(
                        "select count(*) from availability where path like ?",
                        city.city().path() + "%"))
                .isEqualTo(1);
    }

    private long free(UUID speaker) {
        return cities.count("select count(*) from availability where speaker_id = ?", speaker);
    }

    private long audited(SmallCity.Made city, String act) {
        return cities.count(
                "select count(*) from audit_entry where path like ? and act = ?",
                city.city().path() + "%",
                act);
    }

    private static String day(int ahead) {
        return java.time.LocalDate.now(SmallCity.ZONE).plusDays(ahead).toString();
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }
}
