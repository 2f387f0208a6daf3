package lectern.org.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads accounts in scope.
@Component
class AccountQueries {
    private static final TypeReference<List<AccountRow.Grant>> GRANTS = new TypeReference<>() {};

    private record Counted(AccountRow row, long total) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AccountQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// One page of the list, in one query.
    ///
    /// @param q part of the name or log-in name
    /// @param role empty for any
    @Transactional(readOnly = true)
    public Listing<AccountRow> list(String q, String role, boolean disabled, int page) {
        var found = jdbc.sql("""
                        with found as (
                            select a.id, a.login, a.name, a.path, a.disabled_at, count(*) over () as total
                            from account a
                            where (position(lower(:q) in lower(a.name)) > 0 or position(lower(:q) in a.login) > 0)
                              and (a.disabled_at is not null) = :disabled
                              and (:role = '' or exists (select from role_grant g where g.account_id = a.id
                                                         and g.role = :role and g.revoked_at is null))
                            order by length(a.path), a.path, a.name collate "zh-x-icu", a.id
                            limit :size offset :offset)
                        select f.id, f.login, f.name, u.name as unit_name, f.disabled_at is not null as disabled, f.total,
                               coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'unitName', n.name)
                                                         order by g.granted_at, g.id)
                                         from role_grant g join unit_name n on n.id = g.unit_id
                                         where g.account_id = f.id and g.revoked_at is null), '[]')::text as grants
                        from found f join unit_name u on u.path = f.path
                        order by length(f.path), f.path, f.name collate "zh-x-icu", f.id
                        """)
                .param("q", q.strip())
                .param("role", role)
                .param("disabled", disabled)
                .param("size", Listing.SIZE)
                .param("offset", Listing.offset(page))
                .query((row, number) -> new Counted(row(row), row.getLong("total")))
                .list();
        return Listing.of(
                found.stream().map(Counted::row).toList(),
                found.stream().findFirst().map(Counted::total).orElse(0L),
                Listing.page(page));
    }

    @Transactional(readOnly = true)
    public Optional<AccountRow> find(UUID id) {
        return jdbc.sql("""
                        select a.id, a.login, a.name, u.name as unit_name, a.disabled_at is not null as disabled,
                               coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'unitName', n.name)
                                                         order by g.granted_at, g.id)
                                         from role_grant g join unit_name n on n.id = g.unit_id
                                         where g.account_id = a.id and g.revoked_at is null), '[]')::text as grants
                        from account a join unit_name u on u.path = a.path where a.id = :id
                        """).param("id", id).query((row, number) -> row(row)).optional();
    }

    /// The log-in name of the account that belongs to a speaker.
    @Transactional(readOnly = true)
    public Optional<String> loginOfSpeaker(UUID speakerId) {
        return jdbc.sql("select login from account where speaker_id = :speaker order by created_at limit 1")
                .param("speaker", speakerId)
                .query(String.class)
                .optional();
    }

    private AccountRow row(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("unit_name"),
                row.getBoolean("disabled"),
                json.readValue(row.getString("grants"), GRANTS));
    }
}
