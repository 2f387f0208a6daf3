package lectern.org.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.platform.security.ActorDirectory;
import lectern.platform.security.Role;
import lectern.platform.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads at every request who the account is now, in one query.
@Component
class AccountDirectory implements ActorDirectory {
    private record Held(
            UUID grantId,
            Role role,
            UUID unitId,
            String unitName,
            String unitLevel,
            UUID cityId,
            String path,
            String zone,
            String accountName,
            @Nullable UUID speakerId) {}

    private final JdbcClient jdbc;

    AccountDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Actor> find(SignedIn signedIn) {
        var held = jdbc.sql("""
                        select g.id, g.role, g.unit_id, g.unit_name, g.unit_level, g.city_id, g.path, c.zone, s.name, s.speaker_id
                        from sign_in s
                        join sign_in_grant g on g.account_id = s.id
                        join city c on c.id = g.city_id
                        where s.id = :account and s.epoch = :epoch
                        order by g.id
                        """)
                .param("account", signedIn.accountId())
                .param("epoch", signedIn.epoch())
                .query((row, number) -> held(row))
                .list();
        return held.stream()
                .filter(grant -> grant.grantId().equals(signedIn.grantId()))
                .findFirst()
                .map(grant -> actor(signedIn.accountId(), grant, held));
    }

    private static Actor actor(UUID accountId, Held grant, List<Held> all) {
        return new Actor(
                accountId,
                grant.accountName(),
                grant.grantId(),
                grant.role(),
                grant.unitId(),
                grant.unitName(),
                grant.unitLevel(),
                grant.cityId(),
                grant.path(),
                ZoneId.of(grant.zone()),
                grant.role() == Role.SPEAKER ? grant.speakerId() : null,
                all.stream()
                        .map(each -> new Actor.Choice(each.grantId(), each.role(), each.unitName()))
                        .toList());
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("unit_level"),
                row.getObject("city_id", UUID.class),
                row.getString("path"),
                row.getString("zone"),
                row.getString("name"),
                row.getObject("speaker_id", UUID.class));
    }
}
