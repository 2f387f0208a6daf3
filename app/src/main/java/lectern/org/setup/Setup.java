package lectern.org.setup;

import java.util.Map;
import java.util.UUID;
import lectern.org.DictionaryKind;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.org.account.Accounts;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets the installation up: everything in one transaction, or nothing.
@Component
class Setup {
    private final JdbcClient jdbc;
    private final SetupLinks links;
    private final UnitNames units;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Audit audit;

    Setup(
            JdbcClient jdbc,
            SetupLinks links,
            UnitNames units,
            Accounts accounts,
            PasswordEncoder passwords,
            Audit audit) {
        this.jdbc = jdbc;
        this.links = links;
        this.units = units;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
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
        var root = units.find(cityId).orElseThrow();
        addAccount(form.adminName(), form.adminLogin(), form.adminPassword(), root, Role.ADMINISTRATOR);
        addAccount(form.officerName(), form.officerLogin(), form.officerPassword(), root, Role.OFFICER);
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
            @Nullable String name, @Nullable String login, @Nullable String password, Unit root, Role role) {
        accounts.add(
                String.valueOf(login),
                String.valueOf(name).strip(),
                passwords.encode(String.valueOf(password)),
                root,
                role,
                null);
    }
}
