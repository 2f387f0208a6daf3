package lectern.platform.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.platform.imports.CellType;
import lectern.platform.imports.SheetKind;
import lectern.platform.security.Actor;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;

/// The layout of a kind of rows that comes in by sheets too: the same columns with the same words, so that what was
/// exported can be edited and imported again.
public final class KindTable {
    /// Words of values that are remembered for each column; dictionaries are shorter, lists of topics may be longer.
    private static final int MOST_REMEMBERED = 5_000;

    private record Column(String key, @Nullable CellType type, Map<String, String> remembered) {}

    private final String kind;
    private final Words words;
    private final List<Column> columns = new ArrayList<>();

    /// @param beside names of what a column has as a code, for reading only: by the column after which each stands; an
    /// import passes them by
    KindTable(SheetKind kind, Map<String, String> beside, Actor actor, Words words) {
        this.kind = kind.name();
        this.words = words;
        for (var column : kind.columns(actor)) {
            var name = beside.get(column.key());
            if (name == null) {
                columns.add(new Column(column.key(), column.type(), new HashMap<>()));
            } else {
                columns.add(new Column(column.key(), null, Map.of()));
                columns.add(new Column(name, null, Map.of()));
            }
        }
    }

    public List<ExportColumn> columns() {
        return columns.stream().map(this::column).toList();
    }

    private ExportColumn column(Column column) {
        var heading = words.of("sheet." + kind + "." + column.key());
        var listed = column.type() != null
                && !column.type().isClosed()
                && !column.type().offered(words).isEmpty();
        return listed ? ExportColumn.wide(heading) : ExportColumn.of(heading);
    }

    /// The cells of a row.
    ///
    /// @param values by column, canonical as imports keep them; missing ones are empty
    public List<@Nullable Object> row(Map<String, String> values) {
        var cells = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            var value = values.getOrDefault(column.key(), "");
            cells.add(value.isEmpty() ? null : cell(column, value));
        }
        return cells;
    }

    private Object cell(Column column, String value) {
        var type = column.type();
        return type == null
                ? value
                : switch (type.shape()) {
                    case TEXT -> shown(type, value, column.remembered());
                    case WHOLE, DECIMAL -> new BigDecimal(value);
                    case DAY -> LocalDate.parse(value);
                    case TIME -> LocalTime.parse(value);
                };
    }

    private String shown(CellType type, String value, Map<String, String> remembered) {
        var known = remembered.get(value);
        if (known != null) {
            return known;
        }
        var shown = type.shown(List.of(value), words).get(value);
        if (shown == null) {
            return value;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(value, shown);
        return shown;
    }
}
