package lectern.programme.talk;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// What a list of talks is narrowed to.
///
/// @param q part of the unit's or the speaker's name
record TalkFilter(
        @Nullable String q,
        @Nullable TalkState state,
        @Nullable UUID topic,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String sort,
        @Nullable Integer page) {}
