package lectern.platform.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lectern.platform.audit.Audit;
import lectern.platform.database.Identifiers;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes rows of lists, remembers the last change of each person, and takes it back. However many rows: a few
/// statements, one transaction, one entry in the audit.
@Component
public class Edits {
    /// How long a change can be taken back.
    static final Duration UNDO_TIME = Duration.ofMinutes(10);

    /// Rows at a time.
    public static final int MOST = 3_000;

    /// What became of an edit of one cell.
    ///
    /// @param meanwhile what somebody else made of it, when that is why nothing was changed
    /// @param undo the change that can be taken back, or null
    record CellEdited(@Nullable String meanwhile, @Nullable UUID undo) {}

    /// @param undo the change that can be taken back, or null when no row was changed
    public record RowsEdited(
            int changed, int asked, @Nullable UUID undo) {}

    /// @param kept rows that were changed since, and stay as they are
    record Undone(int rows, int kept) {}

    private record LastEdit(String list, Deed deed, List<UUID> rows, List<String> were) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Edits(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Changes one cell, if it still is what its editor saw.
    @Transactional
    CellEdited cell(Actor actor, EditableList list, Deed deed, UUID id, String seen) {
        var now = list.read(deed, List.of(id)).get(id);
        if (now == null) {
            throw Refusal.notFound();
        }
        if (now.equals(deed.value())) {
            return new CellEdited(null, null);
        }
        if (!now.equals(seen)) {
            return new CellEdited(now, null);
        }
        return new CellEdited(null, change(actor, list, deed, Map.of(id, now)));
    }

    /// Changes that field of all of the rows; those that have the value already stay untouched.
    @Transactional
    public RowsEdited rows(Actor actor, EditableList list, Deed deed, List<UUID> ids) {
        var others = new LinkedHashMap<UUID, String>();
        list.read(deed, ids).forEach((id, value) -> {
            if (!value.equals(deed.value())) {
                others.put(id, value);
            }
        });
        var asked = (int) ids.stream().distinct().count();
        return others.isEmpty()
                ? new RowsEdited(0, asked, null)
                : new RowsEdited(others.size(), asked, change(actor, list, deed, others));
    }

    private UUID change(Actor actor, EditableList list, Deed deed, Map<UUID, String> rows) {
        var ids = List.copyOf(rows.keySet());
        list.write(deed, ids, Collections.nCopies(ids.size(), deed.value()), actor);
        enter("edit-", list, deed, ids, detail(deed, rows));
        return remember(actor, list, deed, ids, List.copyOf(rows.values()));
    }

    private static Map<String, String> detail(Deed deed, Map<UUID, String> rows) {
        var were = Set.copyOf(rows.values());
        return were.size() == 1
                ? Map.of("was", were.iterator().next(), "value", deed.value())
                : Map.of("value", deed.value());
    }

    private void enter(String act, EditableList list, Deed deed, List<UUID> ids, Map<String, String> more) {
        var detail = new LinkedHashMap<String, Object>(more);
        detail.put("field", deed.field());
        if (!deed.about().isEmpty()) {
            detail.put("about", deed.about());
        }
        detail.put("rows", ids.size());
        if (ids.size() > 1) {
            detail.put("ids", ids);
        }
        audit.record(act + list.subject(), list.subject(), ids.getFirst(), detail);
    }

    private UUID remember(Actor actor, EditableList list, Deed deed, List<UUID> ids, List<String> were) {
        var id = Identifiers.next();
        jdbc.sql("""
                        insert into last_edit (path, actor_id, id, city_id, list, field, about, became, rows, were, made_at)
                        values (:path, :actor, :id, :city, :list, :field, :about, :became, :rows, :were, :at)
                        on conflict (path, actor_id) do update set id = excluded.id, list = excluded.list,
                            field = excluded.field, about = excluded.about, became = excluded.became, rows = excluded.rows,
                            were = excluded.were, made_at = excluded.made_at
                        """)
                .param("path", actor.path())
                .param("actor", actor.accountId())
                .param("id", id)
                .param("city", actor.cityId())
                .param("list", list.name())
                .param("field", deed.field())
                .param("about", deed.about())
                .param("became", deed.value())
                .param("rows", ids.toArray(UUID[]::new))
                .param("were", were.toArray(String[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /// Takes the actor's last change back, as far as nobody has changed its rows since.
    ///
    /// @throws Refusal 409 when it is not his last one, too long ago, or taken back already
    @Transactional
    Undone undo(Actor actor, UUID id, List<EditableList> lists) {
        var edit = jdbc.sql("""
                        delete from last_edit
                        where path = :path and actor_id = :actor and id = :id and made_at > :since
                        returning list, field, about, became, rows, were
                        """)
                .param("path", actor.path())
                .param("actor", actor.accountId())
                .param("id", id)
                .param("since", Timestamp.from(clock.instant().minus(UNDO_TIME)))
                .query((row, number) -> lastEdit(row))
                .optional()
                .orElseThrow(() -> Refusal.conflict("edit.undo.gone"));
        var list = lists.stream()
                .filter(each -> each.name().equals(edit.list()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("edit.undo.gone"));
        var now = list.read(edit.deed(), edit.rows());
        var ids = new ArrayList<UUID>();
        var values = new ArrayList<String>();
        for (var index = 0; index < edit.rows().size(); index++) {
            var row = edit.rows().get(index);
            if (edit.deed().value().equals(now.get(row))) {
                ids.add(row);
                values.add(edit.were().get(index));
            }
        }
        if (!ids.isEmpty()) {
            list.write(edit.deed(), ids, values, actor);
            enter("undo-edit-", list, edit.deed(), ids, Map.of());
        }
        return new Undone(ids.size(), edit.rows().size() - ids.size());
    }

    private static LastEdit lastEdit(ResultSet row) throws SQLException {
        return new LastEdit(
                row.getString("list"),
                new Deed(row.getString("field"), row.getString("about"), row.getString("became")),
                Arrays.asList((UUID[]) row.getArray("rows").getArray()),
                Arrays.asList((String[]) row.getArray("were").getArray()));
    }
}
