package lectern.insight;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds a unit of the scope by its code.
@Component
class UnitCodes {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final JdbcClient jdbc;

    UnitCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static boolean looksLikeOne(String code) {
        return CODE.matcher(code).matches();
    }

    @Transactional(readOnly = true)
    public Optional<UUID> find(String code) {
        return jdbc.sql("""
                        select id from known_unit
                        where city_id = nullif(current_setting('lectern.city', true), '')::uuid and code = :code and not retired
                        """).param("code", code).query(UUID.class).optional();
    }
}
