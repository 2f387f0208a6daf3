package lectern.platform.imports.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.database.Identifiers;
import lectern.platform.files.StoredFile;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.work.SheetImport.Counts;
import lectern.platform.imports.work.SheetImport.State;
import lectern.platform.security.Actor;
import lectern.platform.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `sheet_import`, in scope.
@Component
class SheetImports {
    private static final TypeReference<List<SheetImport.Heading>> HEADINGS = new TypeReference<>() {};
    private static final String SELECT = """
            select id, path, kind, file_id, file_name, state, headings, refusal, fresh, changed, unchanged, failed,
                   put_back, kept, job_id, uploader, uploaded_at, applier, applied_at, undoer, undone_at
            from sheet_import
            """;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SheetImports(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    UUID add(Actor actor, String kind, StoredFile file) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into sheet_import (id, city_id, path, kind, file_id, file_name, state, uploaded_by, uploader,
                                                  uploaded_at)
                        values (:id, :city, :path, :kind, :file, :name, 'CHECKING', :by, :uploader, :at)
                        """)
                .param("id", id)
                .param("city", actor.cityId())
                .param("path", actor.path())
                .param("kind", kind)
                .param("file", file.id())
                .param("name", file.name())
                .param("by", actor.accountId())
                .param("uploader", actor.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    void worksOn(UUID id, UUID jobId) {
        jdbc.sql("update sheet_import set job_id = :job where id = :id")
                .param("job", jobId)
                .param("id", id)
                .update();
    }

    /// Locks it until the end of the transaction.
    Optional<SheetImport> hold(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<SheetImport> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /// The latest first.
    ///
    /// @param kind empty for all
    @Transactional(readOnly = true)
    public Listing<SheetImport> list(String kind, int page) {
        var rows = jdbc.sql(SELECT + """
                        where (:kind = '' or kind = :kind)
                        order by uploaded_at desc, id desc limit :size offset :offset
                        """)
                .param("kind", kind)
                .param("size", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> read(row))
                .list();
        var total = jdbc.sql(Listing.counting("from sheet_import where (:kind = '' or kind = :kind)"))
                .param("kind", kind)
                .query(Long.class)
                .single();
        return Listing.of(rows, total, Listing.page(page));
    }

    void become(UUID id, State state) {
        jdbc.sql("update sheet_import set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void refuse(UUID id, SheetProblem reason) {
        jdbc.sql("update sheet_import set state = 'REFUSED', refusal = :refusal::jsonb where id = :id")
                .param("refusal", json.writeValueAsString(reason))
                .param("id", id)
                .update();
    }

    void checked(UUID id, List<SheetImport.Heading> headings, Counts counts) {
        jdbc.sql("update sheet_import set state = 'CHECKED', headings = :headings::jsonb where id = :id")
                .param("headings", json.writeValueAsString(headings))
                .param("id", id)
                .update();
        count(id, counts);
    }

    void applied(UUID id, Actor actor, Counts counts) {
        jdbc.sql("update sheet_import set state = 'APPLIED', applier = :by, applied_at = :at where id = :id")
                .param("by", actor.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        count(id, counts);
    }

    void undone(UUID id, Actor actor, int putBack, int kept) {
        jdbc.sql("""
                        update sheet_import set state = 'UNDONE', undoer = :by, undone_at = :at, put_back = :back, kept = :kept
                        where id = :id
                        """)
                .param("by", actor.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("back", putBack)
                .param("kept", kept)
                .param("id", id)
                .update();
    }

    private void count(UUID id, Counts counts) {
        jdbc.sql("""
                        update sheet_import set fresh = :fresh, changed = :changed, unchanged = :unchanged, failed = :failed
                        where id = :id
                        """)
                .param("fresh", counts.fresh())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("failed", counts.failed())
                .param("id", id)
                .update();
    }

    private SheetImport read(ResultSet row) throws SQLException {
        var refusal = row.getString("refusal");
        return new SheetImport(
                row.getObject("id", UUID.class),
                row.getString("path"),
                row.getString("kind"),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                json.readValue(row.getString("headings"), HEADINGS),
                refusal == null ? null : json.readValue(refusal, SheetProblem.class),
                new Counts(row.getInt("fresh"), row.getInt("changed"), row.getInt("unchanged"), row.getInt("failed")),
                row.getInt("put_back"),
                row.getInt("kept"),
                row.getObject("job_id", UUID.class),
                row.getString("uploader"),
                instant(row, "uploaded_at"),
                row.getString("applier"),
                orNull(row, "applied_at"),
                row.getString("undoer"),
                orNull(row, "undone_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
