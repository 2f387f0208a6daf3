package lectern.org.account;

import java.util.stream.Stream;
import lectern.org.UnitTies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Roles that are granted at a unit hold it.
@Component
class AccountsAtUnits implements UnitTies {
    private final JdbcClient jdbc;

    AccountsAtUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<Tie> at(String path) {
        return jdbc.sql("""
                        select count(distinct account_id) from role_grant
                        where path >= :path and path < :path || '~' and revoked_at is null
                        """).param("path", path).query(Long.class).list().stream()
                .map(number -> new Tie("unit.tie.accounts", number));
    }
}
