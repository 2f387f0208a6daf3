package lectern.org;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.platform.imports.CellType;
import lectern.platform.imports.Reading;
import lectern.platform.security.Actor;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.spreadsheet.Fold;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Cells that name a unit: by code, by code and name, by name where only one unit has it, or by a path of names such as
/// `东县/柳镇/河边村`. The names of the city's units are read once, when the first cell comes.
final class UnitCells implements CellType {
    private static final String STEPS = "[/／>＞\\\\→]";
    private static final int NAMED = 3;

    private record Node(String code, String name, String path, boolean retired) {}

    private final JdbcClient jdbc;
    private final UUID cityId;
    private final String below;
    private @Nullable Tree tree;

    UnitCells(JdbcClient jdbc, Actor actor) {
        this.jdbc = jdbc;
        this.cityId = actor.cityId();
        this.below = actor.path();
    }

    private record Tree(Map<String, Node> byCode, Map<String, Node> byPath, Map<String, List<Node>> byName) {
        static Tree of(List<Node> nodes) {
            return new Tree(
                    nodes.stream().collect(Collectors.toMap(Node::code, Function.identity())),
                    nodes.stream().collect(Collectors.toMap(Node::path, Function.identity())),
                    nodes.stream().collect(Collectors.groupingBy(node -> Fold.key(node.name()))));
        }

        /// Whether the names stand above the node, in their order, gaps allowed.
        boolean leadsTo(Node node, List<String> names) {
            var waiting = names.size();
            for (var path = above(node.path()); waiting > 0 && !path.isEmpty(); path = above(path)) {
                var unit = byPath.get(path);
                if (unit != null && Fold.key(unit.name()).equals(names.get(waiting - 1))) {
                    waiting--;
                }
            }
            return waiting == 0;
        }

        private static String above(String path) {
            return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
        }
    }

    private Tree tree() {
        if (tree == null) {
            tree = Tree.of(
                    jdbc.sql("select code, name, path, retired from unit_name where city_id = :city order by path")
                            .param("city", cityId)
                            .query(Node.class)
                            .list());
        }
        return tree;
    }

    @Override
    public Reading read(Cell cell) {
        var text = cell.text();
        var coded = tree().byCode().get(text);
        if (coded == null && text.indexOf(' ') > 0) {
            coded = tree().byCode().get(text.substring(0, text.indexOf(' ')));
        }
        return coded == null ? named(text) : within(List.of(coded), text);
    }

    private Reading named(String text) {
        var names = Arrays.stream(text.split(STEPS))
                .map(Fold::key)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            return Reading.unreadable("unit.cell.unknown", text);
        }
        var above = names.subList(0, names.size() - 1);
        return within(
                tree().byName().getOrDefault(names.getLast(), List.of()).stream()
                        .filter(node -> tree().leadsTo(node, above))
                        .toList(),
                text);
    }

    private Reading within(List<Node> meant, String text) {
        if (meant.isEmpty()) {
            return Reading.unreadable("unit.cell.unknown", text);
        }
        var own = meant.stream().filter(node -> node.path().startsWith(below)).toList();
        if (own.isEmpty()) {
            return Reading.unreadable("unit.cell.outside", text);
        }
        var inUse = own.stream().filter(node -> !node.retired()).toList();
        if (inUse.isEmpty()) {
            return Reading.unreadable("unit.cell.retired", text);
        }
        return inUse.size() == 1
                ? Reading.of(inUse.getFirst().code())
                : Reading.unreadable(
                        "unit.cell.several",
                        text,
                        inUse.size(),
                        inUse.stream().limit(NAMED).map(Node::code).collect(Collectors.joining(" ")));
    }

    /// The code of the deepest of the actor's units.
    @Override
    public String example(Words words) {
        return jdbc.sql("""
                        select code from unit_name
                        where city_id = :city and not retired and path >= :below and path < :below || '~'
                        order by length(path) desc, path limit 1
                        """)
                .param("city", cityId)
                .param("below", below)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Override
    public Map<String, String> shown(Collection<String> values, Words words) {
        var shown = new HashMap<String, String>();
        jdbc.sql("select code, name from unit_name where city_id = :city and code = any(:codes)")
                .param("city", cityId)
                .param("codes", values.toArray(String[]::new))
                .query(row -> {
                    shown.put(row.getString("code"), row.getString("name"));
                });
        return shown;
    }
}
