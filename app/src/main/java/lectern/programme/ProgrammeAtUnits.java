package lectern.programme;

import java.util.stream.Stream;
import lectern.org.UnitTies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Talks to come and open requests hold a unit.
@Component
class ProgrammeAtUnits implements UnitTies {
    private final JdbcClient jdbc;

    ProgrammeAtUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<Tie> at(String path) {
        var talks = jdbc.sql("""
                        select count(*) from talk
                        where path >= :path and path < :path || '~' and state in ('OFFERED', 'ACCEPTED', 'OPEN')
                        """).param("path", path).query(Long.class).single();
        var requests = jdbc.sql("""
                        select count(*) from request
                        where path >= :path and path < :path || '~' and state in ('ASKED', 'APPROVED')
                        """).param("path", path).query(Long.class).single();
        return Stream.of(new Tie("talk.tie", talks), new Tie("request.tie", requests));
    }
}
