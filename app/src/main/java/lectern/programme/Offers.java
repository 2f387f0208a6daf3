package lectern.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import lectern.platform.database.Identifiers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who is asked to give a talk. Nobody asks for himself here: the talk was booked for him in the same transaction.
@Component
class Offers {
    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param answerBy until when his answer is awaited, or null when nobody counts
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(UUID talkId, UUID cityId, String path, UUID speakerId, @Nullable Instant answerBy) {
        add(talkId, cityId, path, speakerId, "ASKED", answerBy);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void accepted(UUID talkId, UUID cityId, String path, UUID speakerId) {
        add(talkId, cityId, path, speakerId, "ACCEPTED", null);
    }

    private void add(UUID talkId, UUID cityId, String path, UUID speakerId, String state, @Nullable Instant answerBy) {
        jdbc.sql("""
                        insert into offer (id, city_id, talk_id, path, speaker_id, state, asked_at, answered_at, answer_by)
                        values (:id, :city, :talk, :path, :speaker, :state, :at,
                                case when :state = 'ACCEPTED' then cast(:at as timestamptz) end, :answerBy)
                        """)
                .param("id", Identifiers.next())
                .param("city", cityId)
                .param("talk", talkId)
                .param("path", path)
                .param("speaker", speakerId)
                .param("state", state)
                .param("at", Timestamp.from(clock.instant()))
                .param("answerBy", answerBy == null ? null : Timestamp.from(answerBy))
                .update();
    }

    /// Nobody is asked for the talk any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID talkId) {
        jdbc.sql("""
                        update offer set state = 'WITHDRAWN', answered_at = :at
                        where talk_id = :talk and state in ('ASKED', 'ACCEPTED')
                        """)
                .param("talk", talkId)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /// That speaker is asked no more, if he has not answered.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdraw(UUID talkId, UUID speakerId) {
        return jdbc.sql("""
                        update offer set state = 'WITHDRAWN', answered_at = :at
                        where talk_id = :talk and speaker_id = :speaker and state = 'ASKED'
                        """)
                        .param("talk", talkId)
                        .param("speaker", speakerId)
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
