package lectern.programme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lectern.platform.api.Cut;
import lectern.platform.api.Slice;
import lectern.platform.security.WithToken;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Requests for programs, without the people who asked.
@RestController
@Tag(name = "requests")
class RequestsApi {
    /// What becomes of a request, in the order in which it happens.
    enum State {
        ASKED,
        APPROVED,
        SENT_BACK,
        SCHEDULED,
        WITHDRAWN
    }

    @Schema(name = "Request", description = "A unit or a citizen asks for a talk")
    record Item(
            UUID id,
            UUID unitId,
            UUID venueId,
            UUID topicId,

            @Schema(description = "Code in the city's dictionary of audiences", example = "elderly")
            String segment,

            @Schema(description = "Code in the city's dictionary of forms", example = "lecture", nullable = true)
            @Nullable
            String form,

            @Schema(example = "60") int minutes,

            @Schema(description = "People expected", example = "40")
            int expected,

            @Schema(description = "1 to 9; higher counts more", example = "1")
            int priority,

            State state,
            Instant askedAt,

            @Schema(description = "The talk starts within one of these")
            List<Opening> windows) {}

    @Schema(name = "Window", description = "The talk may start from `opensAt` to `closesAt`, both included")
    record Opening(Instant opensAt, Instant closesAt) {}

    private final JdbcClient jdbc;

    RequestsApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/requests")
    @WithToken
    @Transactional(readOnly = true)
    @Operation(summary = "The requests of the token's unit and the units below it", operationId = "requests")
    public Slice<Item> requests(@ParameterObject @Valid Cut cut) {
        var total = jdbc.sql("select count(*) from request").query(Long.class).single();
        var rows = jdbc.sql("""
                        select id, unit_id, venue_id, topic_id, segment, form, minutes, expected, priority, state, asked_at,
                               array(select opens_at from request_window where request_id = request.id order by opens_at) as opens,
                               array(select closes_at from request_window where request_id = request.id order by opens_at) as closes
                        from request where id > :after order by id limit :rows
                        """)
                .param("after", cut.afterId())
                .param("rows", cut.rows())
                .query((row, number) -> item(row))
                .list();
        return Slice.of(total, rows, cut, Item::id);
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("venue_id", UUID.class),
                row.getObject("topic_id", UUID.class),
                row.getString("segment"),
                row.getString("form"),
                row.getInt("minutes"),
                row.getInt("expected"),
                row.getInt("priority"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("asked_at").toInstant(),
                windows(row));
    }

    private static List<Opening> windows(ResultSet row) throws SQLException {
        var opens = (Timestamp[]) row.getArray("opens").getArray();
        var closes = (Timestamp[]) row.getArray("closes").getArray();
        var windows = new ArrayList<Opening>();
        for (var index = 0; index < opens.length; index++) {
            windows.add(new Opening(opens[index].toInstant(), closes[index].toInstant()));
        }
        return windows;
    }
}
