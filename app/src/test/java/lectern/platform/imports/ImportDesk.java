package lectern.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.security.Actor;

/// An officer who brings sheets in over HTTP and waits for what comes of them.
public final class ImportDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    public final Actor officer;
    public final Visitor.Visit visit;
    private final SmallCity cities;

    public ImportDesk(Actor officer, Visitor visitor, SmallCity cities) {
        this.officer = officer;
        this.visit = visitor.as(officer);
        this.cities = cities;
    }

    /// An import, as the tables and its page show it.
    public final class Handed {
        public final String id;

        Handed(String id) {
            this.id = id;
        }

        public String state() {
            return text("select state from sheet_import where id = ?::uuid");
        }

        /// `new/changed/unchanged/failed`
        public String counts() {
            return text("""
                    select fresh || '/' || changed || '/' || unchanged || '/' || failed from sheet_import where id = ?::uuid
                    """);
        }

        /// `row:column:key` of everything that was found wrong, in the order of the rows.
        public List<String> problems() {
            var problems = text("""
                    select coalesce(string_agg(r.number || ':' || (p ->> 'column') || ':' || (p ->> 'key'), ' '
                                               order by r.number), '')
                    from sheet_import_row r, jsonb_array_elements(r.problems) p where r.import_id = ?::uuid
                    """);
            return problems.isEmpty() ? List.of() : List.of(problems.split(" "));
        }

        /// Why nothing could be read: key and arguments.
        public String refusal() {
            return text("select refusal::text from sheet_import where id = ?::uuid");
        }

        private String text(String sql) {
            return cities.text(sql, id);
        }

        public Handed apply() {
            return does("apply");
        }

        public Handed undo() {
            return does("undo");
        }

        private Handed does(String what) {
            assertThat(visit.post("/imports/" + id + "/" + what, Map.of()).statusCode())
                    .isEqualTo(302);
            return await();
        }

        Handed await() {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (cities.count("""
                            select count(*) from job j join sheet_import i on i.job_id = j.id
                            where i.id = ?::uuid and j.finished_at is null
                            """, id) > 0) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("import " + id + " did not end within " + PATIENCE);
                }
                try {
                    Thread.sleep(20);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stop);
                }
            }
            return this;
        }

        public String page() {
            return page("");
        }

        public String page(String show) {
            return visit.get("/imports/" + id + "?show=" + show).body();
        }
    }

    public Handed hand(String kind, String csv) {
        return hand(kind, "sheet.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    public Handed hand(String kind, String name, byte[] content) {
        HttpResponse<String> answer = visit.upload("/imports?kind=" + kind, name, content);
        assertThat(answer.statusCode()).isEqualTo(302);
        var place = answer.headers().firstValue("Location").orElseThrow();
        return new Handed(place.substring(place.lastIndexOf('/') + 1)).await();
    }

    /// Hands it in and lets the good rows in.
    public Handed bring(String kind, String csv) {
        return hand(kind, csv).apply();
    }
}
