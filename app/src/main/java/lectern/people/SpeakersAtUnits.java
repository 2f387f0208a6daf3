package lectern.people;

import java.util.stream.Stream;
import lectern.org.UnitTies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Speakers hold a unit: they move or retire before it does.
@Component
class SpeakersAtUnits implements UnitTies {
    private final JdbcClient jdbc;

    SpeakersAtUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<Tie> at(String path) {
        return jdbc.sql("""
                        select count(*) from speaker where path >= :path and path < :path || '~' and retired_at is null
                        """).param("path", path).query(Long.class).list().stream()
                .map(number -> new Tie("speaker.tie", number));
    }
}
