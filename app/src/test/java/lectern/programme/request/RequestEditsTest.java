package lectern.programme.request;

import static lectern.ListEdits.cell;
import static lectern.ListEdits.rows;
import static lectern.ListEdits.undoOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lectern.AppTest;
import lectern.AskedRequests;
import lectern.BookedTalks;
import lectern.ListEdits;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.database.OwnerConnections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Requests changed in the officer's list.
@AppTest
class RequestEditsTest {
    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    @Autowired
    OwnerConnections owner;

    private HttpResponse<String> post(Visitor.Visit visit, String path, String body) {
        return ListEdits.post(visit, visitor.address() + path, body);
    }

    private String state(UUID request) {
        return cities.text("select state from request where id = ?", request);
    }

    @Test
    void priority_listeners_and_audience_are_changed_until_the_request_is_planned() {
        var city = cities.make();
        var request = new AskedRequests(new BookedTalks(owner))
                .add(city, 0, LocalDate.now(SmallCity.ZONE).plusDays(9).atTime(9, 0));
        var visit = visitor.as(city.counties().getFirst().officer());
        assertThat(post(visit, "/requests/cells", cell(request, "priority", "7", "1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(visit, "/requests/cells", cell(request, "expected", "55", "40"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(visit, "/requests/cells", cell(request, "priority", "10", "7"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(cities.count(
                        "select count(*) from request where id = ? and priority = 7 and expected = 55", request))
                .isEqualTo(1);
        new BookedTalks(owner).run("update request set state = 'SCHEDULED' where id = ?", request);
        assertThat(post(visit, "/requests/cells", cell(request, "priority", "9", "7"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void approvals_are_taken_back_except_of_what_was_planned_since() {
        var city = cities.make();
        var asked = new AskedRequests(new BookedTalks(owner));
        var wish = LocalDate.now(SmallCity.ZONE).plusDays(9).atTime(9, 0);
        var ids = List.of(asked.add(city, 0, wish), asked.add(city, 1, wish), asked.add(city, 4, wish));
        var visit = visitor.as(city.counties().getFirst().officer());
        var answer = post(visit, "/requests/rows", rows(ids, "approved", "true"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        // The third is another county's.
        assertThat(ids.stream().map(this::state)).containsExactly("APPROVED", "APPROVED", "ASKED");
        assertThat(cities.count(
                        "select count(*) from request where id = ? and decided_by = ?",
                        ids.getFirst(),
                        city.counties().getFirst().officer().accountId()))
                .isEqualTo(1);
        new BookedTalks(owner).run("update request set state = 'SCHEDULED' where id = ?", ids.get(1));
        assertThat(post(visit, "/edits/undo", undoOf(answer)).body()).contains("已撤销 1 行；另有 1 行");
        assertThat(ids.stream().map(this::state)).containsExactly("ASKED", "SCHEDULED", "ASKED");
    }

    @Test
    void a_keeper_reads_the_list_and_changes_nothing_in_it() {
        var city = cities.make();
        var request = new AskedRequests(new BookedTalks(owner))
                .add(city, 0, LocalDate.now(SmallCity.ZONE).plusDays(9).atTime(9, 0));
        var visit = visitor.as(city.keepers().getFirst());
        assertThat(visit.get("/requests").body()).doesNotContain("data-field", "data-tick");
        assertThat(post(visit, "/requests/cells", cell(request, "priority", "7", "1"))
                        .statusCode())
                .isEqualTo(403);
    }
}
