package lectern.content;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Topics: added, changed, retired. The form was checked before.
@Component
class Topics {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Topics(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws org.springframework.dao.DuplicateKeyException when the city has a topic of that code
    @Transactional
    public UUID add(TopicForm form, UUID cityId) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into topic (id, city_id, code, name, summary, minutes)
                        values (:id, :city, :code, :name, :summary, :minutes)
                        """)
                .param("id", id)
                .param("city", cityId)
                .param("code", form.code().isEmpty() ? "t-" + id : form.code())
                .param("name", form.name())
                .param("summary", form.summary())
                .param("minutes", Integer.valueOf(form.minutes()))
                .update();
        audit.record("add-topic", "topic", id, Map.of("name", form.name()));
        return id;
    }

    /// An empty code leaves the code as it is.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when the city has another topic of that code
    @Transactional
    public void change(UUID id, TopicForm form) {
        var changed = jdbc.sql("""
                        update topic
                        set code = coalesce(nullif(:code, ''), code), name = :name, summary = :summary, minutes = :minutes
                        where id = :id
                        """)
                .param("id", id)
                .param("code", form.code())
                .param("name", form.name())
                .param("summary", form.summary())
                .param("minutes", Integer.valueOf(form.minutes()))
                .update();
        if (changed == 0) {
            throw Refusal.notFound();
        }
        audit.record("change-topic", "topic", id, Map.of("name", form.name()));
    }

    /// No longer offered; what was said about it stays.
    @Transactional
    public void retire(UUID id) {
        var retired = jdbc.sql("update topic set retired_at = :now where id = :id and retired_at is null")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        record("retire-topic", id, retired);
    }

    @Transactional
    public void bringBack(UUID id) {
        var back = jdbc.sql("update topic set retired_at = null where id = :id and retired_at is not null")
                .param("id", id)
                .update();
        record("bring-back-topic", id, back);
    }

    /// Done once, a repeat changes nothing; nothing of that id in the city is not found.
    private void record(String act, UUID id, int changed) {
        if (changed > 0) {
            audit.record(act, "topic", id, Map.of());
        } else if (jdbc.sql("select 1 from topic where id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw Refusal.notFound();
        }
    }
}
