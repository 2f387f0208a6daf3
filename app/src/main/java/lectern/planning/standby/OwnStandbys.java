package lectern.planning.standby;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The days on which the speaker who is acting is asked to stand by, wherever that is.
@Component
public class OwnStandbys {
    /// @param path of the area
    public record Asked(UUID id, UUID cityId, String path, LocalDate day, String state, String unit) {}

    private static final String ASKED = "select id, city_id, path, day, state, unit from speaker_standby";
    private final JdbcClient jdbc;

    OwnStandbys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Asked> coming(LocalDate today) {
        return jdbc.sql(ASKED + " where day >= :today and state in ('ASKED', 'AGREED') order by day")
                .param("today", Date.valueOf(today))
                .query(Asked.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Asked> find(UUID id) {
        return jdbc.sql(ASKED + " where id = :id")
                .param("id", id)
                .query(Asked.class)
                .optional();
    }
}
