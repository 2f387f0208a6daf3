package lectern.org.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.org.UnitLevel;
import org.jspecify.annotations.Nullable;

/// The lines of a file put under the units that are there: every unit below exactly one other, no circles, levels going
/// down. Parents may stand after their children.
final class UnitTree {
    /// Circles up to this length are told as such. A longer one has levels that do not go down, and is told for that;
    /// looking further would take a long file's whole length at each of its lines.
    private static final int LONGEST_CIRCLE = 50;

    private final Map<String, KnownUnit> known;
    private final KnownUnit top;
    private final Map<String, UnitLine> lines = new LinkedHashMap<>();
    private final List<FileProblem> problems = new ArrayList<>();

    /// @param top the unit under which the importer may work
    private UnitTree(Map<String, KnownUnit> known, KnownUnit top) {
        this.known = known;
        this.top = top;
    }

    static List<FileProblem> check(Collection<UnitLine> lines, Map<String, KnownUnit> known, KnownUnit top) {
        var tree = new UnitTree(known, top);
        lines.forEach(tree::add);
        tree.lines.values().forEach(tree::checkParent);
        tree.lines.values().forEach(tree::checkCircle);
        if (tree.problems.isEmpty()) {
            tree.lines.values().forEach(tree::checkLevel);
        }
        return tree.problems;
    }

    private void add(UnitLine line) {
        var first = lines.putIfAbsent(line.code(), line);
        if (first != null) {
            problem(line, "code", line.code(), "unit.import.codeTwice", first.number());
        }
    }

    private void checkParent(UnitLine line) {
        var there = known.get(line.code());
        if (there != null && there.id().equals(top.id())) {
            if (!line.parent().isEmpty()
                    && !line.parent().equals(there.parentCode())
                    && known.containsKey(line.parent())) {
                problem(line, "parent", line.parent(), "unit.import.topMoved", top.name());
            }
        } else if (there != null && !line.parent().equals(there.parentCode())) {
            problem(line, "parent", line.parent(), "unit.import.moved", line.name(), there.parentCode());
        } else if (line.parent().isEmpty()) {
            problem(line, "parent", "", "unit.import.parentEmpty", line.name(), top.code(), top.name());
        } else if (!lines.containsKey(line.parent()) && !known.containsKey(line.parent())) {
            problem(line, "parent", line.parent(), "unit.import.parentUnknown", line.parent());
        }
    }

    private void checkCircle(UnitLine line) {
        var above = new ArrayList<>(List.of(line.code()));
        for (var each = lines.get(line.parent());
                each != null && above.size() < LONGEST_CIRCLE;
                each = lines.get(each.parent())) {
            above.add(each.code());
            if (each == line) {
                problem(line, "parent", line.parent(), "unit.import.circle", String.join(" → ", above));
                return;
            }
        }
    }

    private void checkLevel(UnitLine line) {
        var parent = levelOf(line.parent());
        if (parent != null && line.level().compareTo(parent) <= 0) {
            problem(line, "level", line.level().name(), "unit.import.levelOrder", line.name(), line.parent());
        }
    }

    private @Nullable UnitLevel levelOf(String code) {
        var line = lines.get(code);
        var there = known.get(code);
        return line != null ? line.level() : there != null ? there.level() : null;
    }

    private void problem(UnitLine line, String cell, String found, String key, Object... arguments) {
        problems.add(FileProblem.at(line.number(), cell, found, key, arguments));
    }
}
