package lectern.programme.calendar.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.Secrets;
import lectern.platform.Sha256;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.database.Scope;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The secret addresses. Each is 256 random bits, of which the SHA-256 is kept; it works as long as its maker's account
/// and role do, and he has not revoked it.
@Component
class Feeds {
    private static final int MOST = 40;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Feeds(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// The actor's own, the latest first.
    @Transactional(readOnly = true)
    public List<FeedRow> of(Actor actor) {
        return jdbc.sql("""
                        select id, kind, name, created_at from calendar_feed
                        where account_id = :account and revoked_at is null order by created_at desc, id limit :most
                        """)
                .param("account", actor.accountId())
                .param("most", MOST)
                .query(FeedRow.class)
                .list();
    }

    /// @param path what the feed may see, in scope
    /// @return the secret, which nobody can read again
    /// @throws Refusal 409 when the actor has as many as one can keep track of
    @Transactional
    public String make(Actor actor, FeedKind kind, UUID subject, String path, String name, Locale locale) {
        if (of(actor).size() >= MOST) {
            throw Refusal.conflict("feed.tooMany", MOST);
        }
        var id = Identifiers.next();
        var secret = Secrets.random();
        jdbc.sql("""
                        insert into calendar_feed (id, city_id, path, account_id, grant_id, kind, subject_id, name, language,
                                                   token_hash, created_at)
                        values (:id, :city, :path, :account, :grant, :kind, :subject, :name, :language, :hash, :now)
                        """)
                .param("id", id)
                .param("city", actor.cityId())
                .param("path", path)
                .param("account", actor.accountId())
                .param("grant", actor.grantId())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("name", name)
                .param("language", locale.getLanguage().equals("zh") ? "zh-CN" : "en")
                .param("hash", Sha256.of(secret))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record("make-feed", "calendar-feed", id, Map.of("kind", kind, "name", name));
        return secret;
    }

    @Transactional
    public void revoke(Actor actor, UUID id) {
        var revoked = jdbc.sql("""
                        update calendar_feed set revoked_at = :now
                        where id = :id and account_id = :account and revoked_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("account", actor.accountId())
                .update();
        if (revoked == 0) {
            throw Refusal.notFound();
        }
        audit.record("revoke-feed", "calendar-feed", id, Map.of());
    }

    /// The feed at that address. One look by hash, whatever was asked: an unknown secret, a revoked one and no secret
    /// at
    /// all cannot be told apart.
    public Optional<Feed> at(String secret) {
        return jdbc.sql("""
                        select id, city_id, path, kind, subject_id, name, language, created_at, zone, speaker_id
                        from calendar_feed_holder where token_hash = :hash
                        """)
                .param("hash", Sha256.of(secret))
                .query((row, number) -> feed(row))
                .optional();
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getObject("id", UUID.class),
                new Scope(
                        row.getObject("city_id", UUID.class),
                        row.getString("path"),
                        row.getObject("speaker_id", UUID.class)),
                FeedKind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getTimestamp("created_at").toInstant());
    }
}
