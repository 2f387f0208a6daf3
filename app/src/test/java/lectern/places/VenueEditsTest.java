package lectern.places;

import static lectern.ListEdits.cell;
import static lectern.ListEdits.rows;
import static lectern.ListEdits.undoOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import lectern.AppTest;
import lectern.ListEdits;
import lectern.SmallCity;
import lectern.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Venues changed in their list.
@AppTest
class VenueEditsTest {
    @Autowired
    SmallCity cities;

    @Autowired
    Visitor visitor;

    private HttpResponse<String> post(Visitor.Visit visit, String path, String body) {
        return ListEdits.post(visit, visitor.address() + path, body);
    }

    @Test
    void a_keeper_changes_the_cells_of_his_own_venue_only() {
        var city = cities.make();
        var visit = visitor.as(city.keepers().getFirst());
        var own = city.venues().getFirst();
        var seats = cities.text("select capacity::text from venue where id = ?", own);
        assertThat(post(visit, "/venues/cells", cell(own, "capacity", "321", seats))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(visit, "/venues/cells", cell(own, "address", "河边路 1 号", ""))
                        .statusCode())
                .isIn(200, 409);
        assertThat(post(visit, "/venues/cells", cell(city.venues().get(1), "capacity", "321", seats))
                        .statusCode())
                .isEqualTo(404);
        assertThat(cities.count(
                        "select count(*) from venue where capacity = 321 and path like ?",
                        city.city().path() + "%"))
                .isEqualTo(1);
    }

    @Test
    void venues_are_closed_many_at_a_time_and_opened_again() {
        var city = cities.make();
        var visit = visitor.as(city.counties().getFirst().officer());
        var closed = post(visit, "/venues/rows", rows(city.venues(), "retired", "true"));
        assertThat(closed.body()).contains("已修改 4 行；另外 4 行");
        assertThat(open(city)).isEqualTo(4);
        post(visit, "/edits/undo", undoOf(closed));
        assertThat(open(city)).isEqualTo(8);
        var wrong = post(visit, "/venues/rows", rows(city.venues(), "kind", "no-kind"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(post(visit, "/venues/rows", rows(java.util.List.<UUID>of(), "shared", "true"))
                        .statusCode())
                .isEqualTo(422);
    }

    private long open(SmallCity.Made city) {
        return cities.count(
                "select count(*) from venue where retired_at is null and path like ?",
                city.city().path() + "%");
    }
}
