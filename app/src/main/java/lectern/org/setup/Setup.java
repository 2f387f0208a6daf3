package lectern.org.setup;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lectern.org.DictionaryKind;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets the installation up: everything in one transaction, or nothing.
@Component
class Setup {
    private final JdbcClient jdbc;
    private final SetupLinks links;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;

    Setup(JdbcClient jdbc, SetupLinks links, PasswordEncoder passwords, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param cityId the identifier of the unit that is made; the scope is bound to it
    /// @throws Refusal 404 when the link was used or is too old
    @Transactional
    public void carryOut(String secret, UUID cityId, SetupForm form) {
        if (!links.use(secret)) {
            throw Refusal.notFound();
        }
        var path = form.unitCode() + "/";
        jdbc.sql("""
                        insert into unit (id, city_id, path, code, name, level)
                        values (:id, :id, :path, :code, :name, :level)
                        """)
                .param("id", cityId)
                .param("path", path)
                .param("code", form.unitCode())
                .param("name", String.valueOf(form.unitName()).strip())
                .param("level", form.unitLevel())
                .update();
        jdbc.sql("insert into city (id, path, zone) values (:id, :path, :zone)")
                .param("id", cityId)
                .param("path", path)
                .param("zone", form.zone())
                .update();
        FirstDictionaries.ENTRIES.forEach((kind, entries) -> addEntries(cityId, kind, entries));
        addAccount(cityId, path, form.adminName(), form.adminLogin(), form.adminPassword(), Role.ADMINISTRATOR);
        addAccount(cityId, path, form.officerName(), form.officerLogin(), form.officerPassword(), Role.OFFICER);
        audit.record("set-up", "unit", cityId, Map.of("unit", String.valueOf(form.unitName())));
    }

    private void addEntries(UUID cityId, DictionaryKind kind, java.util.List<FirstDictionaries.Entry> entries) {
        var rank = 0;
        for (var entry : entries) {
            jdbc.sql("""
                            insert into dictionary_entry (id, city_id, kind, code, name_zh, name_en, rank)
                            values (:id, :city, :kind, :code, :zh, :en, :rank)
                            """)
                    .param("id", Identifiers.next())
                    .param("city", cityId)
                    .param("kind", kind.name())
                    .param("code", entry.code())
                    .param("zh", entry.zh())
                    .param("en", entry.en())
                    .param("rank", ++rank)
                    .update();
        }
    }

    private void addAccount(
            UUID cityId,
            String path,
            @org.jspecify.annotations.Nullable String name,
            @org.jspecify.annotations.Nullable String login,
            @org.jspecify.annotations.Nullable String password,
            Role role) {
        var id = Identifiers.next();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into account (id, city_id, path, login, name, password_hash, created_at)
                        values (:id, :city, :path, :login, :name, :hash, :now)
                        """)
                .param("id", id)
                .param("city", cityId)
                .param("path", path)
                .param("login", login)
                .param("name", String.valueOf(name).strip())
                .param("hash", passwords.encode(String.valueOf(password)))
                .param("now", now)
                .update();
        jdbc.sql("""
                        insert into role_grant (id, account_id, role, unit_id, city_id, path, granted_at)
                        values (:id, :account, :role, :unit, :unit, :path, :now)
                        """)
                .param("id", Identifiers.next())
                .param("account", id)
                .param("role", role.name())
                .param("unit", cityId)
                .param("path", path)
                .param("now", now)
                .update();
    }
}
