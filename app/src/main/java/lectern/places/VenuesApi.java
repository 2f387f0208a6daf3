package lectern.places;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import lectern.platform.api.Cut;
import lectern.platform.api.Slice;
import lectern.platform.security.WithToken;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Venues for programs.
@RestController
@Tag(name = "venues")
class VenuesApi {
    @Schema(name = "Venue", description = "A place where talks happen")
    record Item(
            UUID id,
            UUID unitId,
            @Schema(example = "Lakeside village station") String name,

            @Schema(description = "Code in the city's dictionary of kinds of venue", example = "station")
            String kind,

            @Schema(example = "12 Mill Lane") String address,

            @Schema(description = "Degrees, WGS 84", example = "28.74")
            double lat,

            @Schema(description = "Degrees, WGS 84", example = "118.62")
            double lon,

            @Schema(description = "People", example = "80") int capacity,

            @Schema(description = "Whether several talks may take place at a time")
            boolean shared) {}

    private final JdbcClient jdbc;

    VenuesApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/v1/venues")
    @WithToken
    @Transactional(readOnly = true)
    @Operation(summary = "The venues of the token's unit and the units below it", operationId = "venues")
    public Slice<Item> venues(@ParameterObject @Valid Cut cut) {
        var total = jdbc.sql("select count(*) from venue where retired_at is null")
                .query(Long.class)
                .single();
        var rows = jdbc.sql("""
                        select id, unit_id, name, kind, address, lat, lon, capacity, shared from venue
                        where retired_at is null and id > :after order by id limit :rows
                        """)
                .param("after", cut.afterId())
                .param("rows", cut.rows())
                .query(Item.class)
                .list();
        return Slice.of(total, rows, cut, Item::id);
    }
}
