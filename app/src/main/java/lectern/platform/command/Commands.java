package lectern.platform.command;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lectern.platform.Sha256;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Carries out a command once, however often a phone with a bad signal sends it.
@Component
public class Commands {
    private record Known(byte[] bodyHash, String answer) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Commands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Does the deed in the running transaction and remembers its answer under the key; a repeat gets that answer and
    /// nothing is done. Two at the same moment: the second waits for the first one's transaction.
    ///
    /// @param key made by the client for this one command
    /// @param body what the command says, in one canonical form
    /// @throws Refusal 409 when the key was used for another body
    @Transactional(propagation = Propagation.MANDATORY)
    public String once(UUID key, String body, Supplier<String> deed) {
        var hash = Sha256.of(body);
        var fresh = jdbc.sql("""
                        insert into command (key, body_hash, answer, at) values (:key, :hash, '', :at)
                        on conflict (key) do nothing
                        """)
                .param("key", key)
                .param("hash", hash)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (fresh == 0) {
            return earlierAnswer(key, hash);
        }
        var answer = deed.get();
        jdbc.sql("update command set answer = :answer where key = :key")
                .param("answer", answer)
                .param("key", key)
                .update();
        return answer;
    }

    /// The answer that the key got before, for a repeat whose deed could no longer be checked: what it was about is
    /// settled. Empty when the key is new.
    ///
    /// @throws Refusal 409 when the key was used for another body
    @Transactional(readOnly = true)
    public Optional<String> answered(UUID key, String body) {
        return doneAt(key).map(at -> earlierAnswer(key, Sha256.of(body)));
    }

    /// When the key was first used: a repeat is judged as of then. Empty when the key is new.
    @Transactional(readOnly = true)
    public Optional<Instant> doneAt(UUID key) {
        return jdbc.sql("select at from command where key = :key")
                .param("key", key)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private String earlierAnswer(UUID key, byte[] hash) {
        var known = jdbc.sql("select body_hash, answer from command where key = :key")
                .param("key", key)
                .query((row, number) -> new Known(row.getBytes(1), row.getString(2)))
                .single();
        if (!Arrays.equals(known.bodyHash(), hash)) {
            throw Refusal.conflict("error.keyReused");
        }
        return known.answer();
    }
}
