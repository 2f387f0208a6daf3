package lectern.planning.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.AppTest;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.planning.OpenProgramme;
import lectern.platform.database.OwnerConnections;
import lectern.platform.security.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class LeastChangeTest {
    @Autowired
    SmallCity cities;

    @Autowired
    OwnerConnections owner;

    @Autowired
    Visitor visitor;

    @Autowired
    Proposals proposals;

    SmallCity.Made city;
    OpenProgramme programme;
    Calendar calendar;
    Actor officer;
    Visitor.Visit visit;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        programme = new OpenProgramme(owner, city);
        calendar = new Calendar(city, programme, cities);
        officer = city.counties().getFirst().officer();
        visit = visitor.as(officer);
    }

    private List<ChangeLine> lines() {
        return SmallCity.as(officer, () -> proposals.lines(null, officer));
    }

    private static ChangeLine of(UUID talk, List<ChangeLine> lines) {
        return lines.stream()
                .filter(line -> line.talk().equals(talk))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line for " + talk));
    }

    private static ChangeLine.Spot after(UUID talk, List<ChangeLine> lines) {
        return Objects.requireNonNull(of(talk, lines).after());
    }

    private UUID propose() {
        var answer =
                visit.post("/changes/proposals", Map.of("key", UUID.randomUUID().toString()));
        assertThat(answer.statusCode()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private int apply(UUID proposal, UUID... ticked) {
        var form = new java.util.HashMap<String, String>();
        form.put(
                "talk",
                String.join(",", List.of(ticked).stream().map(UUID::toString).toList()));
        return visit.post("/changes/" + proposal + "/apply", form).statusCode();
    }

    @Test
    void only_the_talks_of_who_is_away_go_to_others_at_the_same_time_and_nothing_else_moves() {
        programme.available(0, 1, 2, 3);
        var hit = List.of(
                calendar.talk(0, 0, programme.at(0, 9), 9, 16, 0), calendar.talk(1, 0, programme.at(0, 14), 9, 16, 0));
        var others = List.of(
                calendar.talk(2, 1, programme.at(0, 9), 9, 16, 0),
                calendar.talk(3, 2, programme.at(0, 10), 9, 16, 0),
                calendar.talk(2, 3, programme.at(1, 9), 9, 16, 1));
        calendar.away(0, 0, 6);

        var lines = lines();

        assertThat(lines.stream().map(ChangeLine::talk)).containsExactlyElementsOf(hit);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.cause()).isEqualTo(Cause.SPEAKER);
            assertThat(Objects.requireNonNull(line.after()).startsAt())
                    .isEqualTo(line.before().startsAt());
            assertThat(line.after().venue()).isEqualTo(line.before().venue());
            assertThat(line.after().speaker()).isNotEqualTo(line.before().speaker());
        });
        var before = others.stream().map(calendar::row).toList();
        var proposal = propose();
        assertThat(apply(proposal, hit.toArray(UUID[]::new))).isEqualTo(302);
        assertThat(others.stream().map(calendar::row).toList()).isEqualTo(before);
        assertThat(hit).allSatisfy(talk -> {
            assertThat(calendar.state(talk)).isEqualTo("OFFERED");
            assertThat(calendar.offers(talk, "WITHDRAWN")).isEqualTo(1);
            assertThat(calendar.offers(talk, "ASKED")).isEqualTo(1);
            assertThat(programme.text("select rating_code from talk where id = ?", talk))
                    .isEqualTo(talk.toString());
        });
    }

    @Test
    void who_can_only_come_later_moves_the_talk_within_the_time_that_was_asked_for() {
        programme.availableOn(1, 0, 12, 18);
        programme.availableOn(0, 0, 8, 18);
        var talk = calendar.talk(0, 0, programme.at(0, 9), 9, 16, 0);
        calendar.away(0, 0, 0);

        var after = after(talk, lines());

        assertThat(after.speaker()).isEqualTo(city.speakers().get(1));
        assertThat(after.startsAt())
                .isBetween(programme.at(0, 12).toInstant(), programme.at(0, 16).toInstant());
    }

    @Test
    void a_closed_venue_gives_way_to_another_of_the_unit_that_is_large_enough_with_the_same_speaker() {
        programme.available(0, 1);
        var talk = calendar.talk(0, 0, 0, 9);
        calendar.otherVenue(0, 10);
        var hall = calendar.otherVenue(0, 60);
        calendar.closed(0, 0, 6);

        var after = after(talk, lines());

        assertThat(after.venue()).isEqualTo(hall);
        assertThat(after.speaker()).isEqualTo(city.speakers().getFirst());
        assertThat(after.startsAt()).isEqualTo(programme.at(0, 9).toInstant());
    }

    @Test
    void away_and_closed_at_once_are_mended_together_and_what_cannot_be_saved_is_told_with_the_funnel() {
        programme.available(0, 1);
        var movable = calendar.talk(0, 0, programme.at(0, 9), 9, 16, 0);
        var alone = calendar.talk(1, 0, 0, 14);
        programme.run(
                "delete from request_window where path = ?",
                city.villages().get(1).path());
        var rare = programme.topicOf(0);
        programme.run("update talk set topic_id = ? where id = ?", rare, alone);
        var hall = calendar.otherVenue(0, 60);
        calendar.away(0, 0, 6);
        calendar.closed(0, 0, 6);

        var lines = lines();

        assertThat(after(movable, lines).speaker()).isEqualTo(city.speakers().get(1));
        assertThat(after(movable, lines).venue()).isEqualTo(hall);
        assertThat(of(alone, lines).after()).isNull();
        assertThat(of(alone, lines).blocked()).isEqualTo("available");
        var page = visit.get("/changes/" + propose());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("保不住的场次");
    }

    @Test
    void a_neighbour_moves_only_when_that_saves_a_talk_that_could_not_be_saved_otherwise() {
        programme.availableOn(0, 0, 8, 18);
        programme.availableOn(1, 0, 8, 18);
        programme.availableOn(2, 0, 8, 18);
        // Only the first and the second speak about it; the second is taken at that time by a talk that may be at any
        // hour.
        var topic = programme.topicOf(0);
        programme.run(
                "insert into speaker_topic (speaker_id, topic_id, path) values (?, ?, ?)",
                city.speakers().get(1),
                topic,
                city.villages().get(1).path());
        var hit = calendar.talk(0, 0, 0, 9);
        programme.run("update talk set topic_id = ? where id = ?", topic, hit);
        var neighbour = calendar.talk(1, 1, programme.at(0, 9), 9, 16, 0);
        var untouched = calendar.talk(2, 2, programme.at(0, 15), 9, 16, 0);
        calendar.away(0, 0, 6);

        var lines = lines();

        assertThat(after(hit, lines).speaker()).isEqualTo(city.speakers().get(1));
        assertThat(of(neighbour, lines).cause()).isEqualTo(Cause.HELPS);
        assertThat(lines).hasSize(2);
        var stays = calendar.row(untouched);
        assertThat(apply(propose(), hit, neighbour)).isEqualTo(302);
        assertThat(calendar.row(untouched)).isEqualTo(stays);
        assertThat(calendar.speakerOf(hit)).isEqualTo(city.speakers().get(1).toString());
    }

    @Test
    void a_proposal_that_the_world_overtook_changes_nothing_and_names_the_talk() {
        programme.available(0, 1, 2);
        var first = calendar.talk(0, 0, 0, 9);
        var second = calendar.talk(1, 0, 0, 14);
        calendar.away(0, 0, 6);
        var proposal = propose();
        var taker = UUID.fromString(programme.text(
                "select new_speaker_id::text from change_line where proposal_id = ? and talk_id = ?",
                proposal,
                second));
        // Meanwhile somebody books the new speaker of the second talk at that time.
        calendar.talk(3, city.speakers().indexOf(taker), 0, 14);
        var before = List.of(calendar.row(first), calendar.row(second));

        var answer = visit.post("/changes/" + proposal + "/apply", Map.of("talk", first + "," + second));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(List.of(calendar.row(first), calendar.row(second))).isEqualTo(before);
        assertThat(calendar.offers(first, "ACCEPTED")).isEqualTo(1);
        // The one that still goes can be ticked alone; applied twice it stays.
        assertThat(apply(proposal, first)).isEqualTo(302);
        assertThat(apply(proposal, first)).isEqualTo(302);
        assertThat(calendar.offers(first, "ASKED")).isEqualTo(1);
        assertThat(calendar.row(second)).isEqualTo(before.get(1));
    }

    @Test
    void nobody_who_is_away_is_booked_whoever_tries_and_an_absence_that_ends_early_lets_him_be_booked_again() {
        programme.available(0, 1);
        var open = calendar.talk(0, 1, 0, 9);
        calendar.declined(open);
        var key = UUID.randomUUID().toString();
        var form = Map.of(
                "key",
                key,
                "speaker",
                city.speakers().getFirst().toString(),
                "from",
                programme.monday.toString(),
                "to",
                programme.sunday().toString());
        assertThat(visit.post("/changes/speaker", form).statusCode()).isEqualTo(302);
        assertThat(visit.post("/changes/speaker", form).statusCode()).isEqualTo(302);
        var absences = cities.count(
                "select count(*) from absence where speaker_id = ?",
                city.speakers().getFirst());
        assertThat(absences).isEqualTo(1);

        assertThat(visit.get("/talks/" + open + "/substitutes").body())
                .doesNotContain("name=\"speaker\" value=\"" + city.speakers().getFirst());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> programme.run(
                        "update talk set state = 'OFFERED', speaker_id = ? where id = ?",
                        city.speakers().getFirst(),
                        open))
                .hasStackTraceContaining("speaker_absent");

        var absence = programme.text(
                "select id::text from absence where speaker_id = ?",
                city.speakers().getFirst());
        assertThat(visit.post("/absences/" + absence + "/end", Map.of()).statusCode())
                .isEqualTo(302);
        programme.run(
                "update talk set state = 'OFFERED', speaker_id = ? where id = ?",
                city.speakers().getFirst(),
                open);
    }

    @Test
    void an_officer_of_the_host_reads_that_the_talk_is_hit_and_nothing_of_the_absence() {
        programme.available(4);
        var talk = calendar.talk(0, 4, 0, 9);
        calendar.away(4, 0, 6);
        var page =
                visitor.as(city.villages().getFirst().officer()).get("/changes").body();
        assertThat(page).contains(talk.toString()).contains("宣讲员不能来");
        assertThat(cities.count(
                        "select count(*) from absence where path like ?",
                        city.villages().get(4).path() + "%"))
                .isEqualTo(1);
        assertThat(page).doesNotContain("/speakers/" + city.speakers().get(4));
    }
}
