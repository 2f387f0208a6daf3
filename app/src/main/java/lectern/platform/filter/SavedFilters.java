package lectern.platform.filter;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The filters that an account saved for itself. They are bookmarks and change nothing for anybody else, so the audit
/// does not hear of them.
@Component
public class SavedFilters {
    private static final int MOST = 30;
    private final JdbcClient jdbc;
    private final Clock clock;

    SavedFilters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Those of one list, in the order in which they were saved.
    @Transactional(readOnly = true)
    public List<SavedFilter> of(Actor actor, String page) {
        return jdbc.sql("""
                        select id, page, query, name from saved_filter
                        where account_id = :account and page = :page order by saved_at, id limit :most
                        """)
                .param("account", actor.accountId())
                .param("page", page)
                .param("most", MOST)
                .query(SavedFilter.class)
                .list();
    }

    /// Those of all lists whose name holds the text, those that begin with it first.
    @Transactional(readOnly = true)
    public List<SavedFilter> named(Actor actor, String text, int limit) {
        return jdbc.sql("""
                        select id, page, query, name from saved_filter
                        where account_id = :account and position(lower(:text) in lower(name)) > 0
                        order by position(lower(:text) in lower(name)), saved_at, id limit :limit
                        """)
                .param("account", actor.accountId())
                .param("text", text)
                .param("limit", limit)
                .query(SavedFilter.class)
                .list();
    }

    /// Keeps it under that name; one of that name is replaced.
    ///
    /// @throws Refusal 409 when the list has as many as one can look through
    @Transactional
    public void save(Actor actor, String page, String query, String name) {
        if (of(actor, page).size() >= MOST) {
            throw Refusal.conflict("filter.tooMany", MOST);
        }
        jdbc.sql("""
                        insert into saved_filter (id, city_id, account_id, path, page, query, name, saved_at)
                        values (:id, :city, :account, :path, :page, :query, :name, :now)
                        on conflict (account_id, page, lower(name)) do update set query = excluded.query
                        """)
                .param("id", Identifiers.next())
                .param("city", actor.cityId())
                .param("account", actor.accountId())
                .param("path", actor.path())
                .param("page", page)
                .param("query", query)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<SavedFilter> find(Actor actor, UUID id) {
        return jdbc.sql("select id, page, query, name from saved_filter where id = :id and account_id = :account")
                .param("id", id)
                .param("account", actor.accountId())
                .query(SavedFilter.class)
                .optional();
    }

    /// @throws Refusal 409 when another one has that name
    @Transactional
    public void rename(SavedFilter filter, String name) {
        try {
            jdbc.sql("update saved_filter set name = :name where id = :id")
                    .param("name", name)
                    .param("id", filter.id())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("filter.taken", name);
        }
    }

    @Transactional
    public void delete(SavedFilter filter) {
        jdbc.sql("delete from saved_filter where id = :id")
                .param("id", filter.id())
                .update();
    }
}
