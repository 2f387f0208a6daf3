package lectern.org.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.org.Unit;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.database.Scope;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The accounts: made, disabled, given roles at units.
@Component
public class Accounts {
    /// What stands in place of a hash until the holder has set a password; no password matches it.
    private static final String NO_PASSWORD = "none";

    private final JdbcClient jdbc;
    private final PasswordLinks links;
    private final Audit audit;
    private final Clock clock;

    Accounts(JdbcClient jdbc, PasswordLinks links, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    int epoch(UUID accountId) {
        return jdbc.sql("select epoch from sign_in where id = :id")
                .param("id", accountId)
                .query(Integer.class)
                .single();
    }

    String login(UUID accountId) {
        return jdbc.sql("select login from sign_in where id = :id")
                .param("id", accountId)
                .query(String.class)
                .single();
    }

    /// The scope of the account's own unit, in which its holder may change it whatever role is in use.
    Scope home(UUID accountId) {
        return jdbc.sql("select city_id, path from sign_in where id = :id")
                .param("id", accountId)
                .query((row, number) -> new Scope(row.getObject("city_id", UUID.class), row.getString("path")))
                .single();
    }

    /// Adds an account with its first role. The audit says nothing of it yet: that is for whoever asks for it.
    ///
    /// @param speakerId the speaker that the account belongs to, or null
    /// @throws DuplicateKeyException when the log-in name is taken
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(String login, String name, String passwordHash, Unit unit, Role role, @Nullable UUID speakerId) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into account (id, city_id, path, login, name, password_hash, speaker_id, created_at,
                                             password_changed_at)
                        values (:id, :city, :path, :login, :name, :hash, :speaker, :now, :now)
                        """)
                .param("id", id)
                .param("city", unit.cityId())
                .param("path", unit.path())
                .param("login", login)
                .param("name", name)
                .param("hash", passwordHash)
                .param("speaker", speakerId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        addGrant(id, role, unit);
        return id;
    }

    private void addGrant(UUID accountId, Role role, Unit unit) {
        jdbc.sql("""
                        insert into role_grant (id, account_id, role, unit_id, city_id, path, granted_at)
                        values (:id, :account, :role, :unit, :city, :path, :now)
                        """)
                .param("id", Identifiers.next())
                .param("account", accountId)
                .param("role", role.name())
                .param("unit", unit.id())
                .param("city", unit.cityId())
                .param("path", unit.path())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Makes an account without a password, and the secret of the link by which its holder sets one.
    ///
    /// @param speakerId the speaker that the account belongs to, or null
    /// @return the account and the secret of its link
    /// @throws DuplicateKeyException when the log-in name is taken
    @Transactional
    public Invited invite(String login, String name, Unit unit, Role role, @Nullable UUID speakerId) {
        var id = add(login, name, NO_PASSWORD, unit, role, speakerId);
        audit.record("make-account", "account", id, Map.of("name", name, "login", login));
        recordGrant(id, role, unit);
        return new Invited(id, links.make(id));
    }

    /// @param secret of the one-time link; shown once and kept by nobody
    public record Invited(UUID accountId, String secret) {}

    /// @throws Refusal 409 when the account has that role there, or one that excludes it
    @Transactional
    public void grant(UUID accountId, Role role, Unit unit) {
        try {
            addGrant(accountId, role, unit);
        } catch (DuplicateKeyException had) {
            throw Refusal.conflict("account.role.had");
        } catch (DataIntegrityViolationException apart) {
            throw Refusal.conflict("account.role.apart");
        }
        recordGrant(accountId, role, unit);
    }

    private void recordGrant(UUID accountId, Role role, Unit unit) {
        audit.record("grant-role", "account", accountId, Map.of("role", role.name(), "unit", unit.name()));
    }

    /// The role ends at once, on every node: it is read at each request.
    @Transactional
    public void revoke(UUID accountId, UUID grantId) {
        var revoked = jdbc.sql("""
                        update role_grant set revoked_at = :now
                        where id = :id and account_id = :account and revoked_at is null
                        """)
                .param("id", grantId)
                .param("account", accountId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (revoked > 0) {
            audit.record("revoke-role", "account", accountId, Map.of("grant", grantId));
        }
    }

    @Transactional
    public void rename(UUID accountId, String name) {
        jdbc.sql("update account set name = :name where id = :id")
                .param("name", name)
                .param("id", accountId)
                .update();
        audit.record("rename-account", "account", accountId, Map.of("name", name));
    }

    /// Nobody enters with it any more, and sessions that run end.
    @Transactional
    public void disable(UUID accountId) {
        var disabled = jdbc.sql("""
                        update account set disabled_at = :now, epoch = epoch + 1 where id = :id and disabled_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", accountId)
                .update();
        if (disabled > 0) {
            audit.record("disable-account", "account", accountId, Map.of());
        }
    }

    @Transactional
    public void enable(UUID accountId) {
        var enabled = jdbc.sql("update account set disabled_at = null where id = :id and disabled_at is not null")
                .param("id", accountId)
                .update();
        if (enabled > 0) {
            audit.record("enable-account", "account", accountId, Map.of());
        }
    }

    /// Takes the password away and ends every session.
    ///
    /// @return the secret of the link by which the holder sets a new one
    @Transactional
    public String resetPassword(UUID accountId) {
        jdbc.sql("update account set password_hash = :none, epoch = epoch + 1 where id = :id")
                .param("none", NO_PASSWORD)
                .param("id", accountId)
                .update();
        audit.record("reset-password", "account", accountId, Map.of());
        return links.make(accountId);
    }

    /// Sessions that began before now are no longer known.
    @Transactional
    public void endSessions(UUID accountId) {
        jdbc.sql("update account set epoch = epoch + 1 where id = :id")
                .param("id", accountId)
                .update();
        audit.record("end-sessions", "account", accountId, Map.of());
    }
}
