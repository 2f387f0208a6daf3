package lectern.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A problem document (RFC 9457).
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(description = "`about:blank`: the title says what the status says", example = "about:blank")
        String type,

        @Schema(description = "The status in words", example = "Unprocessable Content")
        String title,

        @Schema(description = "The HTTP status", example = "422")
        int status,

        @Schema(
                description = "What was wrong and what to do, in the language of Accept-Language (Chinese or English)",
                example = "limit must be a whole number from 1 to 200")
        String detail,

        @Schema(description = "The parameter that was wrong, if one was", example = "limit", nullable = true) @Nullable
        String parameter) {

    static Problem of(HttpStatus status, String detail, @Nullable String parameter) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, parameter);
    }
}
