package lectern.planning.note;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param request the talk that it is about, null when it is about the plan
/// @param about that talk's topic and venue, empty when it is about the plan
/// @param text empty when it was taken back
/// @param mine whether the reader wrote it
public record Note(
        UUID id,
        @Nullable UUID request,
        String about,
        String text,
        String author,
        Instant writtenAt,
        @Nullable Instant retractedAt,
        boolean mine) {}
