package lectern.org;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/// Units for programs.
@RestController
@Tag(name = "units")
class UnitsApi {
    @Schema(name = "Unit", description = "A node of the unit tree")
    record Item(
            UUID id,

            @Schema(description = "The unit above; null at the top", nullable = true) @Nullable
            UUID parentId,

            @Schema(description = "Unique within the city", example = "330881")
            String code,

            @Schema(example = "Lake County") String name,
            UnitLevel level,

            @Schema(description = "Degrees, WGS 84", example = "28.74", nullable = true) @Nullable
            Double lat,

            @Schema(description = "Degrees, WGS 84", example = "118.62", nullable = true) @Nullable
            Double lon) {}

    private final JdbcClient jdbc;

    UnitsApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/units")
    @WithToken
    @Transactional(readOnly = true)
    @Operation(summary = "The token's unit and all units below it", operationId = "units")
    public Slice<Item> units(@ParameterObject @Valid Cut cut) {
        var total = jdbc.sql("select count(*) from unit where retired_at is null")
                .query(Long.class)
                .single();
        var rows = jdbc.sql("""
                        select id, parent_id, code, name, level, lat, lon from unit
                        where retired_at is null and id > :after order by id limit :rows
                        """)
                .param("after", cut.afterId())
                .param("rows", cut.rows())
                .query(Item.class)
                .list();
        return Slice.of(total, rows, cut, Item::id);
    }
}
