package lectern.planning.substitute;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who agreed to stand by on a day, for an area that holds a place.
@Component
class StandbyToday {
    private final JdbcClient jdbc;

    StandbyToday(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param path of the place
    @Transactional(readOnly = true)
    public Set<UUID> agreed(LocalDate day, String path) {
        return jdbc.sql("select speaker_id from standby_for_talk where day = :day and starts_with(:path, path)")
                .param("day", day)
                .param("path", path)
                .query(UUID.class)
                .set();
    }
}
