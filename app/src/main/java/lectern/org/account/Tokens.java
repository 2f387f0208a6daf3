package lectern.org.account;

import java.util.Optional;
import java.util.UUID;
import lectern.platform.Sha256;
import lectern.platform.database.Scope;
import lectern.platform.security.TokenDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Bearer tokens. Only their SHA-256 is kept: they are random and long, so a slow hash would add nothing.
@Component
class Tokens implements TokenDirectory {
    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Scope> find(String token) {
        return jdbc.sql("select city_id, path from api_token_holder where token_hash = :hash")
                .param("hash", Sha256.of(token))
                .query((row, number) -> new Scope(row.getObject("city_id", UUID.class), row.getString("path")))
                .optional();
    }
}
