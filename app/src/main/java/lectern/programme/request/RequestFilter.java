package lectern.programme.request;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// What a list of requests is narrowed to.
///
/// @param q part of the unit's name
record RequestFilter(
        @Nullable String q,
        @Nullable RequestState state,
        @Nullable UUID topic,
        @Nullable String origin,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String sort,
        @Nullable Integer page) {}
