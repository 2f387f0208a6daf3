package lectern.programme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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

/// Talks for programs.
@RestController
@Tag(name = "talks")
class TalksApi {
    /// How far a talk is.
    enum State {
        OFFERED,
        ACCEPTED,
        OPEN,
        HELD,
        CANCELLED
    }

    /// Where a headcount comes from.
    enum Source {
        COUNTED,
        ESTIMATED,
        REGISTERED
    }

    @Schema(name = "Talk", description = "One talk, scheduled or held")
    record Item(
            UUID id,
            UUID unitId,

            @Schema(description = "The request that it serves, if there was one", nullable = true) @Nullable
            UUID requestId,

            UUID topicId,
            UUID venueId,

            @Schema(description = "Null while a substitute is sought", nullable = true) @Nullable
            UUID speakerId,

            @Schema(description = "Code in the city's dictionary of audiences", example = "elderly")
            String segment,

            Instant startsAt,
            Instant endsAt,

            @Schema(description = "The city's local day in which it starts", example = "2026-03-01")
            LocalDate day,

            State state,

            @Schema(description = "The headcount that counts at present", example = "63", nullable = true) @Nullable
            Integer attendance,

            @Schema(description = "Where the headcount comes from", nullable = true) @Nullable
            Source attendanceSource) {}

    private final JdbcClient jdbc;

    TalksApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/talks")
    @WithToken
    @Transactional(readOnly = true)
    @Operation(summary = "The talks at the token's unit and the units below it", operationId = "talks")
    public Slice<Item> talks(@ParameterObject @Valid Cut cut) {
        var total = jdbc.sql("select count(*) from talk").query(Long.class).single();
        var rows = jdbc.sql("""
                        select id, unit_id, request_id, topic_id, venue_id, speaker_id, segment, starts_at, ends_at, day, state,
                               attendance, attendance_source
                        from talk where id > :after order by id limit :rows
                        """)
                .param("after", cut.afterId())
                .param("rows", cut.rows())
                .query((row, number) -> item(row))
                .list();
        return Slice.of(total, rows, cut, Item::id);
    }

    private static Item item(ResultSet row) throws SQLException {
        var source = row.getString("attendance_source");
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("topic_id", UUID.class),
                row.getObject("venue_id", UUID.class),
                row.getObject("speaker_id", UUID.class),
                row.getString("segment"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getObject("day", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getObject("attendance", Integer.class),
                source == null ? null : Source.valueOf(source));
    }
}
