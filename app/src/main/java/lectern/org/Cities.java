package lectern.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The cities of this installation.
@Component
public class Cities {
    private final JdbcClient jdbc;

    Cities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<City> find(UUID id) {
        return jdbc.sql(
                        "select c.id, c.path, u.name, c.zone from city c join unit_name u on u.id = c.id where c.id = :id")
                .param("id", id)
                .query((row, number) -> city(row))
                .optional();
    }

    /// The city whose public pages this installation shows: the first that was set up.
    public Optional<City> shown() {
        return jdbc.sql(
                        "select c.id, c.path, u.name, c.zone from city c join unit_name u on u.id = c.id order by c.id limit 1")
                .query((row, number) -> city(row))
                .optional();
    }

    private static City city(ResultSet row) throws SQLException {
        return new City(
                row.getObject("id", UUID.class),
                row.getString("path"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")));
    }
}
