package lectern.platform.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which slice of a list a caller wants: so many items, after the one where the last slice ended.
public record Cut(
        @Parameter(
                description = "At most so many items",
                example = "50",
                schema =
                        @Schema(
                                type = "integer",
                                format = "int32",
                                minimum = "1",
                                maximum = "200",
                                defaultValue = "50"))
        @Min(value = 1, message = "api.limit")
        @Max(value = MOST, message = "api.limit")
        @Nullable
        Integer limit,

        @Parameter(
                description = "Where to go on: `next` of the slice before. Leave it out for the first slice",
                example = "AZN2mIbFeJqfH2rC3dCk0w")
        @Nullable
        String after) {
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public int size() {
        return limit == null ? USUAL : limit;
    }

    /// One row more than the slice holds: it tells whether there is a next one.
    public int rows() {
        return size() + 1;
    }

    /// Items whose id is greater follow.
    ///
    /// @throws WrongParameter when it was not made by [#mark]
    public UUID afterId() {
        if (after == null || after.isBlank()) {
            return BEFORE_ALL;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(after));
            if (bytes.remaining() != 2 * Long.BYTES) {
                throw new WrongParameter("after", "api.after");
            }
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (IllegalArgumentException notBase64) {
            throw new WrongParameter("after", "api.after");
        }
    }

    static String mark(UUID id) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
