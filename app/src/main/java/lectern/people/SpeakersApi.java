package lectern.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lectern.platform.api.Cut;
import lectern.platform.api.Slice;
import lectern.platform.security.WithToken;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Speakers for programs: what a programme needs to know of them, and nothing of where they live or how to reach them.
@RestController
@Tag(name = "speakers")
class SpeakersApi {
    @Schema(name = "Speaker", description = "Somebody who gives talks")
    record Item(
            UUID id,

            @Schema(description = "The unit that keeps the profile")
            UUID unitId,

            @Schema(example = "Lin An") String name,

            @Schema(description = "Code in the city's dictionary of sources", example = "volunteer")
            String source,

            @Schema(description = "Step of the ladder, from 1", example = "1")
            int tier,

            @Schema(description = "Levels of units where the speaker gives talks", example = "[\"TOWN\", \"VILLAGE\"]")
            List<String> serves,

            @Schema(description = "At most so many talks a month", example = "8")
            int monthLimit,

            @Schema(description = "Topics that the speaker can give")
            List<UUID> topicIds) {}

    private final JdbcClient jdbc;

    SpeakersApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/speakers")
    @WithToken
    @Transactional(readOnly = true)
    @Operation(summary = "The speakers of the token's unit and the units below it", operationId = "speakers")
    public Slice<Item> speakers(@ParameterObject @Valid Cut cut) {
        var total = jdbc.sql("select count(*) from speaker where retired_at is null")
                .query(Long.class)
                .single();
        var rows = jdbc.sql("""
                        select id, unit_id, name, source, tier, serves, month_limit,
                               array(select topic_id from speaker_topic where speaker_id = speaker.id order by 1) as topic_ids
                        from speaker where retired_at is null and id > :after order by id limit :rows
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
                row.getString("name"),
                row.getString("source"),
                row.getInt("tier"),
                List.of((String[]) row.getArray("serves").getArray()),
                row.getInt("month_limit"),
                List.of((UUID[]) row.getArray("topic_ids").getArray()));
    }
}
