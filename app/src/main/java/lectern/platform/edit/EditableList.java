package lectern.platform.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list whose rows can be changed where they stand. The module that owns the rows says what can be changed and how;
/// each of its fields is read and written for many rows by one statement.
public interface EditableList {
    /// Its name in addresses, such as `speakers`.
    String name();

    /// What a row is in the audit, such as `speaker`.
    String subject();

    /// What somebody wants who typed or chose that; empty when there is no such field.
    Optional<Deed> deed(String field, String value);

    /// Message key of why that cannot be, or null. The actor may come from below the unit that keeps the rows.
    @Nullable
    String problem(Deed deed, Actor actor);

    /// What the field is now, by id, and keeps the rows from being changed by others until the transaction ends. Rows
    /// that are not there, not in scope or past changing are left out.
    Map<UUID, String> read(Deed deed, List<UUID> ids);

    /// @param values one for each of the ids
    void write(Deed deed, List<UUID> ids, List<String> values, Actor actor);

    /// What a query of `id` and `value` gives, by id.
    static Map<UUID, String> values(JdbcClient.StatementSpec query) {
        var values = new HashMap<UUID, String>();
        query.query(row -> {
            values.put(row.getObject("id", UUID.class), row.getString("value"));
        });
        return values;
    }
}
