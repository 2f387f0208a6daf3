package lectern.platform.offline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a phone claims about when something was typed in. It is kept as claimed and decides nothing: phones' clocks
/// are wrong by days, so the server's time of arrival stands.
///
/// @param madeAt when it was typed in, by the phone's clock; null when the phone says nothing
/// @param ahead by how many seconds the phone's clock was ahead of ours when it sent; negative when it was behind
/// @param waited seconds from typing to sending as the phone measured them; null when its clock was turned meanwhile
public record Claim(
        @Nullable Instant madeAt,
        @Nullable Long ahead,
        @Nullable Long waited) {
    /// Nothing is claimed: the form came straight from its page.
    public static final Claim NONE = new Claim(null, null, null);

    private static final long LONGEST_WAIT = Duration.ofDays(400).toSeconds();

    /// Reads the headers that the outbox sends along; what cannot be read counts as not said.
    static Claim read(Function<String, @Nullable String> header, Instant now) {
        var made = instant(header.apply("Lectern-Made-At"));
        var sent = instant(header.apply("Lectern-Sent-At"));
        return made == null || sent == null
                ? NONE
                : new Claim(made, Duration.between(now, sent).toSeconds(), waited(header.apply("Lectern-Waited")));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            var read = text == null ? null : Instant.parse(text);
            // PostgreSQL and people stop earlier than Java does.
            return read == null || read.getEpochSecond() < 0 || read.getEpochSecond() > 7_000_000_000L ? null : read;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Long waited(@Nullable String text) {
        try {
            var seconds = text == null ? -1 : Long.parseLong(text);
            return seconds < 0 || seconds > LONGEST_WAIT ? null : seconds;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
