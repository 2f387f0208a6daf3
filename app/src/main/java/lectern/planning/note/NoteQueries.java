package lectern.planning.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import lectern.platform.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads notes in scope.
@Component
class NoteQueries {
    private final JdbcClient jdbc;

    NoteQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest first.
    ///
    /// @param request only those on that talk; null: all of the plan
    /// @param reader account of whoever reads
    @Transactional(readOnly = true)
    public Listing<Note> of(UUID plan, @Nullable UUID request, UUID reader, int page) {
        var total = jdbc.sql("""
                        select count(*) from plan_note
                        where plan_id = :plan and (cast(:request as uuid) is null or request_id = cast(:request as uuid))
                        """)
                .param("plan", plan)
                .param("request", request)
                .query(Long.class)
                .single();
        var rows = jdbc.sql("""
                        select n.id, n.request_id, coalesce(p.name || ' · ' || v.name, '') as about,
                               case when n.retracted_at is null then n.text else '' end as text, n.author, n.written_at,
                               n.retracted_at, n.written_by = :reader as mine
                        from plan_note n
                        left join request r on r.id = n.request_id
                        left join topic p on p.id = r.topic_id
                        left join venue v on v.id = r.venue_id
                        where n.plan_id = :plan
                          and (cast(:request as uuid) is null or n.request_id = cast(:request as uuid))
                        order by n.written_at desc, n.id desc limit :limit offset :offset
                        """)
                .param("plan", plan)
                .param("request", request)
                .param("reader", reader)
                .param("limit", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> note(row))
                .list();
        return Listing.of(rows, total, Listing.page(page));
    }

    private static Note note(ResultSet row) throws SQLException {
        var retracted = row.getTimestamp("retracted_at");
        return new Note(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("about"),
                row.getString("text"),
                row.getString("author"),
                row.getTimestamp("written_at").toInstant(),
                retracted == null ? null : retracted.toInstant(),
                row.getBoolean("mine"));
    }
}
