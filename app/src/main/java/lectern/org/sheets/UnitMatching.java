package lectern.org.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.org.UnitLevel;
import lectern.platform.database.Identifiers;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.SheetLine;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.Verdict;
import lectern.platform.spreadsheet.Fold;
import org.jspecify.annotations.Nullable;

/// Puts the lines of a sheet under the units that are there. A unit is known by its code; its parent is named by code,
/// or by a name that only one unit has, and may stand further down. A line whose parent cannot go in cannot go in
/// either.
final class UnitMatching {
    private final Map<String, KnownUnit> known;
    private final Map<String, List<String>> codesByName = new HashMap<>();
    private final Map<String, UnitLevel> highestBelow = new HashMap<>();
    private final Set<String> foreign;
    private final KnownUnit top;
    private final Map<String, SheetLine> lines = new HashMap<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();

    /// @param known in scope
    /// @param foreign codes that units out of scope have
    /// @param top the unit under which the importer may work
    UnitMatching(List<KnownUnit> known, Set<String> foreign, KnownUnit top) {
        this.known = known.stream().collect(Collectors.toMap(KnownUnit::code, Function.identity()));
        this.foreign = foreign;
        this.top = top;
        for (var unit : known) {
            if (!unit.retired()) {
                name(unit.name(), unit.code());
                highestBelow.merge(
                        unit.parentCode(), unit.level(), (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
    }

    private void name(String name, String code) {
        var codes = codesByName.computeIfAbsent(Fold.key(name), key -> new ArrayList<>());
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    List<Verdict> judge(List<SheetLine> all) {
        for (var line : all) {
            if (line.has(UnitSheet.CODE) && lines.putIfAbsent(line.get(UnitSheet.CODE), line) == null) {
                name(line.get(UnitSheet.NAME), line.get(UnitSheet.CODE));
            }
        }
        return all.stream().map(this::verdict).toList();
    }

    private Verdict verdict(SheetLine line) {
        var code = line.get(UnitSheet.CODE);
        var first = lines.get(code);
        if (first == null) {
            return new Verdict.Failed(List.of());
        }
        return first == line ? decided(line) : Verdict.failed(UnitSheet.CODE, "unit.import.codeTwice", first.number());
    }

    /// Walks up to the first line that is decided or stands under no other line, then down again: a file may be deeper
    /// than a call stack likes.
    private Verdict decided(SheetLine line) {
        var chain = new LinkedHashSet<SheetLine>();
        @Nullable SheetLine each = line;
        while (each != null && !verdicts.containsKey(each.get(UnitSheet.CODE)) && chain.add(each)) {
            each = isTop(each) ? null : lines.get(parent(each));
        }
        if (each != null && chain.contains(each)) {
            var circle = circle(each);
            verdicts.put(each.get(UnitSheet.CODE), Verdict.failed(UnitSheet.PARENT, "unit.import.circle", circle));
            chain.remove(each);
        }
        for (var next : List.copyOf(chain).reversed()) {
            verdicts.put(next.get(UnitSheet.CODE), judge(next));
        }
        var verdict = verdicts.get(line.get(UnitSheet.CODE));
        return verdict == null ? new Verdict.Failed(List.of()) : verdict;
    }

    private static final int LONGEST_CIRCLE = 8;

    private String circle(SheetLine from) {
        var codes = new ArrayList<>(List.of(from.get(UnitSheet.CODE)));
        for (var each = lines.get(parent(from));
                each != null && each != from && codes.size() < LONGEST_CIRCLE;
                each = lines.get(parent(each))) {
            codes.add(each.get(UnitSheet.CODE));
        }
        codes.add(codes.size() < LONGEST_CIRCLE ? codes.getFirst() : "…");
        return String.join(" → ", codes);
    }

    private boolean isTop(SheetLine line) {
        return line.get(UnitSheet.CODE).equals(top.code());
    }

    /// The code of the parent; empty when the cell is, or names no unit or several.
    private String parent(SheetLine line) {
        var text = line.get(UnitSheet.PARENT);
        if (text.isEmpty() || known.containsKey(text) || lines.containsKey(text)) {
            return text;
        }
        var named = codesByName.getOrDefault(Fold.key(text), List.of());
        return named.size() == 1 ? named.getFirst() : "";
    }

    private Verdict judge(SheetLine line) {
        if (!line.sound() || !line.has(UnitSheet.NAME)) {
            return new Verdict.Failed(List.of());
        }
        if (line.has(UnitSheet.LAT) != line.has(UnitSheet.LON)) {
            return Verdict.failed(line.has(UnitSheet.LAT) ? UnitSheet.LON : UnitSheet.LAT, "unit.import.placeHalf");
        }
        if (foreign.contains(line.get(UnitSheet.CODE))) {
            return Verdict.failed(UnitSheet.CODE, "unit.import.codeElsewhere");
        }
        var unit = known.get(line.get(UnitSheet.CODE));
        if (unit != null && isTop(line)) {
            return found(line, unit);
        }
        return wrongParent(line, unit).orElseGet(() -> unit == null ? fresh(line) : found(line, unit));
    }

    private Optional<Verdict> wrongParent(SheetLine line, @Nullable KnownUnit unit) {
        var text = line.get(UnitSheet.PARENT);
        var parent = parent(line);
        if (text.isEmpty()) {
            return unit == null
                    ? failed("unit.import.parentEmpty", line.get(UnitSheet.NAME), top.code(), top.name())
                    : Optional.empty();
        }
        if (parent.isEmpty()) {
            var named = codesByName.getOrDefault(Fold.key(text), List.of());
            return named.isEmpty()
                    ? failed("unit.import.parentUnknown", text)
                    : failed("unit.cell.several", text, named.size(), String.join(" ", named.subList(0, 2)));
        }
        if (unit != null) {
            return parent.equals(unit.parentCode())
                    ? Optional.empty()
                    : failed("unit.import.moved", unit.name(), unit.parentCode());
        }
        var above = lines.get(parent);
        if (above != null && verdicts.get(parent) instanceof Verdict.Failed) {
            return failed("unit.import.parentFailed", above.number());
        }
        var there = known.get(parent);
        return there != null && there.retired() && above == null ? failed("unit.cell.retired", text) : Optional.empty();
    }

    private static Optional<Verdict> failed(String key, Object... arguments) {
        return Optional.of(Verdict.failed(UnitSheet.PARENT, key, arguments));
    }

    private Verdict fresh(SheetLine line) {
        if (!line.has(UnitSheet.LEVEL)) {
            return Verdict.failed(UnitSheet.LEVEL, "import.cell.needed");
        }
        var level = UnitLevel.valueOf(line.get(UnitSheet.LEVEL));
        var parent = parent(line);
        if (level.compareTo(levelOf(parent)) <= 0) {
            return Verdict.failed(UnitSheet.LEVEL, "unit.import.levelOrder", line.get(UnitSheet.NAME), parent);
        }
        var after = new HashMap<>(line.values());
        after.put(UnitSheet.PARENT, parent);
        return new Verdict.New(
                Identifiers.next().toString(),
                after,
                line.has(UnitSheet.LAT) ? List.of() : List.of(SheetProblem.at(UnitSheet.LAT, "unit.import.noPlace")));
    }

    /// As the sheet has it, or else as it stands.
    private UnitLevel levelOf(String code) {
        var line = lines.get(code);
        if (line != null && line.has(UnitSheet.LEVEL)) {
            return UnitLevel.valueOf(line.get(UnitSheet.LEVEL));
        }
        var unit = known.get(code);
        return unit == null ? UnitLevel.PROVINCE : unit.level();
    }

    private Verdict found(SheetLine line, KnownUnit unit) {
        if (line.has(UnitSheet.LEVEL)) {
            var level = UnitLevel.valueOf(line.get(UnitSheet.LEVEL));
            var below = highestBelow.get(unit.code());
            if (level != unit.level()
                    && (below != null && below.compareTo(level) <= 0
                            || known.containsKey(unit.parentCode())
                                    && level.compareTo(levelOf(unit.parentCode())) <= 0)) {
                return Verdict.failed(UnitSheet.LEVEL, "unit.import.levelKept", unit.name());
            }
        }
        var said = new HashMap<>(line.values());
        said.remove(SheetKind.RETIRED);
        said.replace(UnitSheet.PARENT, unit.parentCode());
        if (unit.retired()) {
            var above = known.get(unit.parentCode());
            if (above != null && above.retired() && !lines.containsKey(above.code())) {
                return Verdict.failed(UnitSheet.PARENT, "unit.cell.retired", above.name());
            }
            said.put(SheetKind.RETIRED, "");
        }
        return Verdict.compared(unit.id().toString(), unit.of(said), said, List.of());
    }
}
